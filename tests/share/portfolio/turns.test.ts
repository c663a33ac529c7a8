import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, textOf } from '../../connector.ts';
import { ADMIN, activity, type Running, startRunning } from '../../running.ts';

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.stop());
beforeEach(() => {
  running.connector.sent.length = 0;
});

let count = 0;
/** Someone in a municipality of their own. */
function person(tenantId = `tenant-${++count}`, aad = `kari-${count}`, locale = 'nb-NO') {
  const base = {
    from: { id: `29:${aad}`, aadObjectId: aad, name: 'Kari Nordmann' },
    conversation: { id: `a:${aad}-${tenantId}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale,
  };
  const channel = { id: '19:kanal@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId };
  const send = (change: Record<string, unknown>) =>
    running.post(activity(running.connector.url, { ...base, ...change }));
  return {
    tenantId,
    say: (text: string) => send({ text }),
    press: (data: unknown, change: Record<string, unknown> = {}) =>
      send({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'press', data } },
        ...change,
      }),
    channel,
  };
}

const last = () => running.connector.sent.at(-1)!.body;
const card = () => last().attachments?.[0]?.content;
const said = () => last().text;
const titles = () => actionsOf(card()).map(({ title }) => title);
const button = (title: string | RegExp, of: unknown = card()) =>
  actionsOf(of).find((action) =>
    typeof title === 'string' ? action.title === title : title.test(action.title),
  )?.data;
const inPlace = (response: { body: unknown }) => (response.body as { value: unknown }).value;

/** A municipality that is tied to its place. */
async function tied(place: string, aad?: string) {
  const admin = person(undefined, ADMIN);
  await admin.say(`kommunen er ${place}`);
  return aad ? person(admin.tenantId, aad) : admin;
}

describe('“Vi bruker denne også”', () => {
  test('stands under an answer from a shared solution, and under no other', async () => {
    const kari = person();
    await kari.say('Hva er SmartVakt?');
    expect(titles().slice(-2)).toEqual(['Vi bruker denne også', 'Følg']);
    await kari.say('Når må vi gjøre en DPIA?');
    expect(titles()).not.toContain('Vi bruker denne også');
    await kari.say('Er det flere kommuner som vil samarbeide om GDPR?');
    expect(titles()).toContain('Vi trenger dette også');
  });

  test('is not for someone whose municipality we do not know, who is told whom to ask', async () => {
    const kari = person();
    await kari.press({ do: 'portfolio.use', solution: 'dgi-smartvakt', kind: 'uses', lang: 'nb' });
    expect(said()).toMatch(/Jeg vet ikke hvilken kommune dere hører til.*Administratorer velger.*spørre/);
    const admin = person(undefined, ADMIN);
    await admin.press({ do: 'portfolio.use', solution: 'dgi-smartvakt', kind: 'uses', lang: 'nn' });
    expect(said()).toMatch(/Du kan velje han sjølv/);
  });

  test('adds the municipality once, shows it to others, and takes it away', async () => {
    const kari = await tied('Lillestrøm');
    await kari.say('Hva er SmartVakt?');
    expect(textOf(card())).not.toContain('Brukes av');
    const use = button('Vi bruker denne også');
    await kari.press(use);
    expect(textOf(card())).toContain('Lillestrøm står nå på lista');
    await kari.press(use);
    expect(textOf(card())).toContain('Lillestrøm står der fra før');
    const leave = button('Ta bort kommunen');

    const ola = await tied('Asker');
    await ola.say('Hva er SmartVakt?');
    expect(textOf(card())).toContain('Brukes av én kommune til');
    await ola.press(button('Brukes av én kommune til'));
    expect(textOf(card())).toContain('6 kommuner og ett nettverk bruker');
    expect(textOf(card())).toContain('**Sier at de bruker løsningen (én kommune):** Lillestrøm');

    expect(textOf(inPlace(await kari.press(leave)))).toContain('Lillestrøm er tatt bort fra lista');
    const gone = inPlace(await kari.press(leave));
    expect(textOf(gone)).toContain('Lillestrøm står ikke på lista');
    expect(textOf(inPlace(await kari.press(button('Vi bruker denne også', gone))))).toContain(
      'Lillestrøm står nå på lista',
    );
    await kari.press(leave);
    await ola.say('Hva er SmartVakt?');
    expect(textOf(card())).not.toContain('Brukes av');
  });

  test('says to one of those who shared it that they are there already', async () => {
    const kari = await tied('Eidsvoll');
    await kari.press({ do: 'portfolio.use', solution: 'dgi-smartvakt', kind: 'uses', lang: 'nb' });
    expect(textOf(card())).toContain('er allerede med');
    expect(titles()).not.toContain('Ta bort kommunen');
    await kari.press({ do: 'portfolio.use', solution: 'dgi-smartvakt', kind: 'needs', lang: 'nb' });
    expect(textOf(card())).toContain('blant dem som står bak');
    const need = 'behov-felles-personverntiltak';
    await kari.press({ do: 'portfolio.use', solution: need, kind: 'uses', lang: 'nb' });
    expect(textOf(card())).toContain('dere har samme behov');
    await kari.press({ do: 'portfolio.leave', solution: need, kind: 'uses', lang: 'nb' });
  });

  test('takes away for who presses only, where others see the same card', async () => {
    const kari = await tied('Bærum');
    await kari.press({ do: 'portfolio.use', solution: 'dgi-smartvakt', kind: 'uses', lang: 'nb' });
    const leave = button('Ta bort kommunen');
    const sent = running.connector.sent.length;
    const shown = inPlace(await kari.press(leave, { conversation: kari.channel }));
    expect(textOf(shown)).toContain('er tatt bort');
    expect(running.connector.sent).toHaveLength(sent);
  });

  test('on what is no longer shared is met with a kind sentence', async () => {
    const kari = await tied('Lillestrøm');
    await kari.press({ do: 'portfolio.use', solution: 'borte', kind: 'uses', lang: 'en' });
    expect(said()).toMatch(/^This is no longer shared/);
    await kari.press({ do: 'portfolio.who', of: { system: 'borte' }, lang: 'nn' });
    expect(said()).toMatch(/^Denne er ikkje lenger delt/);
    await kari.press({ do: 'portfolio.use', solution: 'x'.repeat(5_000), kind: 'eats', lang: 'nb' });
    expect(said()).toBeDefined();
  });
});

describe('who uses a thing', () => {
  test('is everyone: those who shared it and those who say so', async () => {
    await (await tied('Asker')).press({
      do: 'portfolio.use',
      solution: 'dgi-smartvakt',
      kind: 'uses',
      lang: 'nb',
    });
    await person().say('Hvem bruker SmartVakt?');
    expect(textOf(card())).toContain('6 kommuner og ett nettverk bruker SmartVakt');
    for (const name of ['Eidsvoll', 'Nannestad', 'Nes', 'Digitale Gardermoen', 'Asker'])
      expect(textOf(card())).toContain(name);
    expect(titles()).toEqual(['Les mer', 'Vi bruker denne også', 'Vi trenger dette også']);
    await person().press(button('Les mer'));
    expect(textOf(card())).toContain('SmartVakt sender trygghetsalarmen');
  });

  test('is the same when the question is pressed on a card', async () => {
    await person().press({ do: 'ask', question: 'Hvem bruker SmartVakt?' });
    expect(textOf(card())).toContain('ett nettverk bruker SmartVakt');
    await person().press({ do: 'ask', question: 'Hva er SmartVakt?' });
    expect(textOf(card())).toContain('Kilder');
  });

  test.each([
    ['Kven brukar SmartVakt?', 'kommunar og eitt nettverk bruker SmartVakt'],
    ['Who uses SmartVakt?', 'municipalities and one network use SmartVakt'],
  ])('“%s” is answered in its own language', async (question, answer) => {
    await person().say(question);
    expect(textOf(card())).toContain(answer);
  });

  test('of what is no system or solution is a question like any other', async () => {
    await person().say('Hvilke kommuner har brukt konkurransepreget dialog?');
    expect(textOf(card())).toContain('konkurransepreget dialog');
    expect(button('Last ned som CSV')).toBeUndefined();
    expect(JSON.stringify(card())).toContain('Last ned som CSV');
  });
});

describe('what most need', () => {
  test('is ranked, each opened and said from the card', async () => {
    const kari = await tied('Lillestrøm');
    await kari.press({ do: 'portfolio.use', solution: 'dgi-smartvakt', kind: 'needs', lang: 'nb' });
    await kari.say('Hva trenger flest?');
    expect(textOf(card())).toContain('Dette trenger flest kommuner');
    expect(textOf(card())).toContain('Ønske om felles tiltak for personvern i kommunene');
    expect(textOf(card())).toContain('SmartVakt sender trygghetsalarmen');
    const open = button(/^Ønske om felles tiltak/);
    const need = button('Vi trenger dette også');
    await kari.press(need);
    expect(textOf(card())).toContain('Lillestrøm står nå på lista');
    await kari.press(open);
    expect(textOf(card())).toContain('2 kommuner trenger «Ønske om felles tiltak');
    expect(textOf(card())).toContain('**Har meldt behovet:** Molde og 17 kommuner i Møre og Romsdal');
    expect(textOf(card())).toContain('Delte løsninger som kan passe');
    expect(textOf(card())).toContain('Lillestrøm');
  });
});

describe('a list as a file', () => {
  const linkIn = (of: unknown): string => /"url":"(http[^"]*\/d\/[^"]*)"/.exec(JSON.stringify(of))?.[1] ?? '';

  test('opens in Excel with all that is on the list, and stops after 14 days', async () => {
    await person().say('alle løsninger om velferdsteknologi');
    const [, count] = /^(\d+) løsninger/.exec(textOf(card())) ?? [];
    const link = linkIn(card());
    const response = await fetch(link);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(
      /Delte løsninger \d{4}-\d\d-\d\d\.csv/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(Number(count));
    expect(rows.map((row) => row.Tittel)).toContain(
      'SmartVakt sender trygghetsalarmen rett til nærmeste ledige ansatte',
    );

    const now = running.clock.now;
    running.clock.now = new Date(now.getTime() + 15 * 24 * 60 * 60_000);
    const late = await fetch(link);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('Still spørsmålet i Samvit en gang til');
    running.clock.now = now;
  });

  test('follows the list when it is narrowed', async () => {
    const kari = person();
    await kari.say('alle løsninger om velferdsteknologi i Agder');
    const narrowed = linkIn(card());
    const wider = linkIn(inPlace(await kari.press(button(/^Ta bort: .*Agder/))));
    const rowsOf = async (link: string) =>
      parse(await (await fetch(link)).text(), { bom: true, delimiter: ';', columns: true }).length;
    expect(await rowsOf(narrowed)).toBeLessThan(await rowsOf(wider));
  });

  test('is in the language of the question, and leads nowhere when the link is changed', async () => {
    await person().say('all solutions about welfare technology');
    const link = linkIn(card());
    expect((await fetch(`${link.slice(0, -4)}AAAA`)).status).toBe(404);
    expect(await (await fetch(link)).text()).toContain('Title');
  });
});

test('no log line of all this holds a name or an id', () => {
  expect(running.logged.join('')).not.toMatch(/Nordmann|kari-\d|tenant-\d/);
});
