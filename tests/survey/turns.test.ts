import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { actionsOf, textOf } from '../connector.ts';
import { ADMIN, activity, type Running, startRunning } from '../running.ts';

/** Surveys through the real bot, over HTTP, with the real queue: what the leader and those who are asked see and press. */
let running: Running;
beforeAll(async () => {
  running = await startRunning();
  await running.samvit.delivery.start();
});
afterAll(() => running.stop());
beforeEach(() => {
  running.connector.sent.length = 0;
});

type Content = Record<string, unknown>;
type Data = Record<string, unknown>;

/** A municipality of its own for each test, with a leader and others. */
let count = 0;
function municipality() {
  const tenantId = `survey-tenant-${++count}`;
  const channel = {
    id: `19:kanal-${count}@thread.tacv2`,
    conversationType: 'channel',
    isGroup: true,
    tenantId,
  };

  function person(id: string, name: string, where: 'personal' | 'channel' = 'personal') {
    const from = { id: `29:${id}`, aadObjectId: id, name };
    const own = { id: `a:${id}-${tenantId}`, conversationType: 'personal', tenantId };
    const base = {
      from,
      conversation: where === 'channel' ? channel : own,
      channelData: {
        tenant: { id: tenantId },
        ...(where === 'channel' ? { team: { id: `19:team-${tenantId}` } } : {}),
      },
    };
    const post = (more: Content) => running.post(activity(running.connector.url, { ...base, ...more }));
    /** The card that takes the place of the one pressed. */
    async function press(data: unknown, filled: Data = {}): Promise<Content> {
      const { status, body } = await post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'press', data: { ...(data as Data), ...filled } } },
      });
      expect(status).toBe(200);
      return (body as { value: Content }).value;
    }
    return {
      conversation: base.conversation.id,
      async say(text: string): Promise<Content> {
        await post({ text });
        return cardTo(base.conversation.id);
      },
      press,
      /** Presses the button with this title, with what is filled in on the card. */
      on: (card: Content, title: string, filled: Data = {}) => press(titled(card, title), filled),
      dialog: async (data: unknown, name = 'task/fetch') =>
        (await post({ type: 'invoke', name, value: { data } })).body as {
          task: { type: string; value: Content };
        },
    };
  }
  return {
    leader: (where?: 'channel') => person(ADMIN, 'Anne Leder', where),
    staff: (n: number, where?: 'channel') => person(`${tenantId}-p${n}`, `Ansatt ${n}`, where),
  };
}

const last = () => running.connector.sent.at(-1)!;
/** The newest card in a conversation: the queue may be sending to others meanwhile. */
function cardTo(conversation: string): Content {
  const here = running.connector.sent.filter(
    ({ method, path }) => method === 'POST' && decodeURIComponent(path).includes(`/${conversation}/`),
  );
  return here.at(-1)?.body.attachments?.[0]?.content ?? {};
}
const titles = (card: Content) => actionsOf(card).map(({ title }) => title);
const plainOf = (card: Content) => textOf(card).replaceAll('\u00a0', ' ');

function titled(card: Content, title: string): Data {
  const found = actionsOf(card).find((action) => action.title === title);
  if (!found) throw new Error(`“${title}” is not among ${titles(card).join(', ')}`);
  return found.data as Data;
}

function inputs(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(inputs);
  if (!node || typeof node !== 'object') return [];
  if (String((node as Content).type).startsWith('Input.')) return [node as Content];
  return Object.values(node).flatMap(inputs);
}

const filledIn = (card: Content, id: string) => inputs(card).find((input) => input.id === id)?.value;

const ABOUT = {
  'in-title': 'Møter hos oss',
  'in-purpose': 'Vi vil ha færre møter.',
  'in-anonymous': 'yes',
  'in-min-group': '5',
  'in-shown-to': 'sender',
};
const TIME = {
  'in-closes-day': '2026-11-27',
  'in-closes-clock': '16:00',
  'in-remind': '3,1',
  'in-repeat': 'none',
};

/** From "ny undersøkelse" to the preview: a scale, a choice and a text of the leader's own. */
async function made(
  leader: ReturnType<ReturnType<typeof municipality>['leader']>,
  change: Data = {},
  audience: Data = { 'in-audience': 'everyone' },
) {
  const start = await leader.say('Ny undersøkelse');
  const about = await leader.on(start, 'Egne spørsmål');
  let questions = await leader.on(about, 'Neste', { ...ABOUT, ...change });
  const add = async (kind: string, filled: Data) => {
    const question = await leader.on(questions, kind);
    questions = await leader.on(question, 'Lagre', filled);
  };
  await add('Skala fra 1 til 5', { 'in-text': 'Møtene våre er nyttige.', 'in-required': 'yes' });
  await add('Ett valg', {
    'in-text': 'Hvor ofte?',
    'in-options': 'Hver dag\nHver uke\n\nHver uke',
    'in-required': 'yes',
  });
  await add('Fritekst', { 'in-text': 'Hva vil du endre?', 'in-required': 'no' });
  const who = await leader.on(questions, 'Neste');
  const time = await leader.on(who, 'Neste', audience);
  return leader.on(time, 'Neste', TIME);
}

describe('“ny undersøkelse”', () => {
  test('from someone who may not gets a sentence that says whom to ask', async () => {
    await municipality().staff(1).say('ny undersøkelse');
    expect(last().body.text).toMatch(/leder/i);
    expect(last().body.text).toMatch(/[Ss]pør/);
  });

  test.each([
    ['Lag en undersøkelse!', 'Ny undersøkelse'],
    ['lag ei ny undersøking', 'Ny undersøking'],
    ['new survey', 'New survey'],
  ])('“%s” lists the templates, each opening a dialog where there are dialogs', async (said, heading) => {
    const card = await municipality().leader().say(said);
    expect(textOf(card)).toContain(heading);
    expect(actionsOf(card)).toHaveLength(5);
    expect(JSON.stringify(card).match(/"verb":"open"/g)).toHaveLength(5);
  });

  test('in a dialog goes from step to step, each with its own head', async () => {
    const leader = municipality().leader();
    const start = await leader.say('ny undersøkelse');
    const first = await leader.dialog(titled(start, 'Egne spørsmål'));
    expect(first.task).toMatchObject({ type: 'continue', value: { title: 'Ny undersøkelse · steg 2 av 6' } });
    const content = (first.task.value.card as { content: Content }).content;
    const [next] = content.actions as { data: Data }[];
    const second = await leader.dialog({ ...next?.data, ...ABOUT }, 'task/submit');
    expect(second.task.value.title).toBe('Ny undersøkelse · steg 3 av 6');
  });

  test('from a template keeps its questions as they are and its words in every language', async () => {
    const leader = municipality().leader();
    const start = await leader.say('ny undersøkelse');
    const about = await leader.on(start, 'Digital modenhet');
    expect(filledIn(about, 'in-title')).toBe('Digital modenhet');
    const questions = await leader.on(about, 'Neste', { ...ABOUT, 'in-title': 'Digital modenhet' });
    expect(textOf(questions)).toMatch(/Malen har \d+ spørsmål/);
    expect(titles(questions)).toContain('Hvor jobber du?');
  });
});

describe('what is filled in', () => {
  test('stands there when it is refused, with the reason, and is kept when going back', async () => {
    const leader = municipality().leader();
    const start = await leader.say('ny undersøkelse');
    let about = await leader.on(start, 'Egne spørsmål');
    about = await leader.on(about, 'Neste', { ...ABOUT, 'in-min-group': '3' });
    expect(textOf(about)).toContain('5 eller mer når svarene er anonyme');
    expect(filledIn(about, 'in-title')).toBe('Møter hos oss');
    const questions = await leader.on(about, 'Neste', ABOUT);
    const again = await leader.on(questions, 'Tilbake');
    expect(filledIn(again, 'in-title')).toBe('Møter hos oss');
  });

  test('a question without text or with one option is shown again with what was written', async () => {
    const leader = municipality().leader();
    const start = await leader.say('ny undersøkelse');
    const questions = await leader.on(await leader.on(start, 'Egne spørsmål'), 'Neste', ABOUT);
    const choice = await leader.on(questions, 'Ett valg');
    const noText = await leader.on(choice, 'Lagre', { 'in-options': 'Ja\nNei' });
    expect(textOf(noText)).toContain('Skriv spørsmålet først.');
    expect(filledIn(noText, 'in-options')).toBe('Ja\nNei');
    const one = await leader.on(choice, 'Lagre', { 'in-text': 'Vil du?', 'in-options': 'Ja' });
    expect(textOf(one)).toContain('minst to alternativer');
    expect(filledIn(one, 'in-text')).toBe('Vil du?');
  });

  test('questions are moved, changed and removed, and results cut by workplace', async () => {
    const leader = municipality().leader();
    const preview = await made(leader);
    const step = titled(preview, 'Tilbake');
    let questions = await leader.press({ ...step, go: 'questions' });
    expect(plainOf(questions)).toMatch(/1\\?\. Møtene[\s\S]*2\\?\. Hvor ofte[\s\S]*3\\?\. Hva vil du endre/);
    questions = await leader.on(await leader.press(titledLike(questions, /Hvor ofte/)), 'Flytt opp');
    expect(plainOf(questions)).toMatch(/1\\?\. Hvor ofte[\s\S]*2\\?\. Møtene/);
    questions = await leader.on(await leader.press(titledLike(questions, /Møtene/)), 'Lagre', {
      'in-text': 'Møtene er nyttige.',
      'in-required': 'no',
    });
    expect(plainOf(questions)).toContain('Møtene er nyttige');
    questions = await leader.on(await leader.press(titledLike(questions, /Hva vil du endre/)), 'Fjern');
    expect(plainOf(questions)).not.toContain('Hva vil du endre');
    const groups = await leader.press(titledLike(questions, /^Hvor jobber du/));
    questions = await leader.on(groups, 'Lagre', {
      'in-text': 'Hvor jobber du?',
      'in-options': 'Helse\nOppvekst',
    });
    expect(plainOf(questions)).toContain('Resultatene vises for 2 grupper');
    questions = await leader.on(
      await leader.press(titledLike(questions, /^Hvor jobber du/)),
      'Ikke spør om arbeidssted',
    );
    expect(plainOf(questions)).toContain('Spør om arbeidssted');
  });
});

const titledLike = (card: Content, title: RegExp): Data =>
  actionsOf(card).find((a) => title.test(a.title))?.data as Data;

/** The preview once everyone who has written is known: they are written down a moment after. */
async function reaching(
  count: number,
  leader: ReturnType<ReturnType<typeof municipality>['leader']>,
): Promise<Content> {
  const preview = await made(leader);
  const { round } = titled(preview, 'Send nå');
  return vi.waitFor(
    async () => {
      const again = await leader.press({ do: 'survey.step', lang: 'nb', round, go: 'preview', back: true });
      expect(plainOf(again)).toContain(`Når ${count} personer`);
      return again;
    },
    { timeout: 20_000, interval: 300 },
  );
}

describe('the preview', { timeout: 90_000 }, () => {
  test('says what, to how many and until when, and shows it as the recipient sees it', async () => {
    const { leader, staff } = municipality();
    for (const n of [1, 2, 3, 4, 5, 6]) await staff(n).say('hei');
    // The leader has written as well.
    const preview = await reaching(7, leader());
    const text = plainOf(preview);
    for (const part of [
      'Møter hos oss',
      '3 spørsmål',
      '27. november 2026 kl. 16.00',
      'Anonyme, minste gruppe er 5',
    ])
      expect(text).toContain(part);
    const invitation = await leader().on(preview, 'Se den slik mottakeren ser den');
    expect(plainOf(invitation)).toContain('Anne Leder ber deg svare');
    const page = await leader().on(invitation, 'Svar');
    expect(plainOf(page)).toContain('Forhåndsvisning');
    expect(inputs(page)).toHaveLength(3);
    const back = await leader().on(page, 'Ferdig med å se');
    expect(plainOf(back)).toContain('Se over og send');
  });

  test('names e-mail addresses nobody is known by', async () => {
    const preview = await made(
      municipality().leader(),
      {},
      {
        'in-audience': 'emails',
        'in-emails': 'Ola Nordmann <ola.ukjent@kommunen.example>; per.ukjent@kommunen.example',
      },
    );
    expect(plainOf(preview)).toContain('ola.ukjent@kommunen.example, per.ukjent@kommunen.example');
  });

  test('can be put away: the draft is among “mine undersøkelser”, and is discarded when that is confirmed', async () => {
    const leader = municipality().leader();
    await made(leader);
    const mine = await leader.say('mine undersøkelser');
    expect(plainOf(mine)).toContain('Utkast, frist 27. november 2026 kl. 16.00');
    const status = await leader.on(mine, 'Møter hos oss');
    const sure = await leader.on(status, 'Forkast utkastet');
    expect(plainOf(sure)).toContain('Vil du forkaste utkastet?');
    const gone = await leader.on(sure, 'Forkast utkastet');
    expect(plainOf(gone)).toContain('Utkastet er slettet.');
    expect(plainOf(gone)).toContain('Du har ingen undersøkelser ennå');
  });

  test('of a survey to fewer than the smallest group is not sent, and says so', async () => {
    const { leader, staff } = municipality();
    await staff(1).say('hei');
    const preview = await reaching(2, leader());
    const refused = await leader().on(preview, 'Send nå');
    expect(plainOf(refused)).toContain('færre enn den minste gruppen');
    expect(titles(refused)).toContain('Send nå');
  });
});

/** The invitations, once the queue has sent them all. Until then nobody is asked. */
const invited = (count: number) =>
  vi.waitFor(
    () => {
      const sent = running.connector.sent.filter(({ body }) =>
        body.summary?.startsWith('Anne Leder ber deg'),
      );
      expect(sent).toHaveLength(count);
      return sent;
    },
    { timeout: 60_000, interval: 200 },
  );

test('a survey is sent, answered with a break, closed, and its results shown', async () => {
  const { leader, staff } = municipality();
  const people = [1, 2, 3, 4, 5, 6].map((n) => staff(n));
  for (const one of people) await one.say('hei');
  const preview = await reaching(7, leader());
  running.connector.sent.length = 0;
  const status = await leader().on(preview, 'Send nå');
  expect(plainOf(status)).toContain('Undersøkelsen er sendt');
  expect(titles(status)).toEqual(
    expect.arrayContaining(['Oppdater', 'Utsett fristen', 'Avslutt nå', 'Trekk tilbake']),
  );

  const invitations = await invited(7);
  const invitation = invitations[0]!.body.attachments![0]!.content;
  for (const part of [
    'Vi vil ha færre møter',
    'anonyme',
    'frivillig',
    'minst 5',
    '27. november 2026 kl. 16.00',
  ])
    expect(plainOf(invitation)).toContain(part);

  const page = await people[0]!.on(invitation, 'Svar');
  expect(plainOf(page)).toContain('Side 1 av 1');
  const scale = inputs(page).find(({ label }) => String(label).startsWith('Møtene'))!;
  expect((scale.choices as { title: string }[]).map(({ title }) => title).at(-1)).toBe('Vet ikke');

  // A break in the middle: what is filled in is kept, what is missing is not held against anyone.
  const paused = await people[0]!.on(page, 'Lagre til senere', { 'q-own-1': '4' });
  expect(plainOf(paused)).toContain('Svarene så langt er lagret');
  const again = await people[0]!.on(paused, 'Fortsett');
  expect(filledIn(again, 'q-own-1')).toBe('4');
  const faulty = await people[0]!.on(again, 'Neste', { 'q-own-1': '4' });
  expect(plainOf(faulty)).toContain('Dette spørsmålet må besvares.');

  for (const [i, one] of people.entries()) {
    const opened = await one.on(invitation, 'Svar');
    const ready = await one.on(opened, 'Neste', {
      'q-own-1': `${(i % 5) + 1}`,
      'q-own-2': i % 2 ? 'o1' : 'o2',
      'q-own-3': '',
    });
    expect(plainOf(ready)).toContain('kan ikke svarene endres');
    const sent = await one.on(ready, 'Send svarene');
    expect(plainOf(sent)).toContain('Takk for svarene');
  }
  const twice = await people[0]!.on(invitation, 'Svar');
  expect(plainOf(twice)).toContain('Du har alt svart');

  const now = await leader().on(status, 'Oppdater');
  expect(plainOf(now)).toContain('6 av 7');
  const sure = await leader().on(now, 'Avslutt nå');
  const closed = await leader().on(sure, 'Avslutt nå');
  expect(plainOf(closed)).toContain('Undersøkelsen er avsluttet.');
  const late = await staff(7).on(invitation, 'Svar');
  expect(plainOf(late)).toMatch(/Fristen er ute|ikke til deg/);

  const results = await leader().on(closed, 'Se resultatene');
  expect(plainOf(results)).toContain('6 av 7 svarte');
  expect(JSON.stringify(results)).toContain('Action.OpenUrl');
  const distribution = await leader().press(titledLike(results, /Fordeling/));
  expect(plainOf(distribution)).toMatch(/Helt enig/);
  const refused = await staff(2).press(titled(closed, 'Se resultatene'));
  expect(plainOf(refused)).not.toContain('6 av 7');
}, 180_000);

describe('what is open', { timeout: 180_000 }, () => {
  async function open() {
    const { leader, staff } = municipality();
    for (const n of [1, 2, 3, 4, 5]) await staff(n).say('hei');
    const preview = await reaching(6, leader());
    running.connector.sent.length = 0;
    const status = await leader().on(preview, 'Send nå');
    const round = titled(status, 'Oppdater').round as string;
    await invited(6);
    return { leader: leader(), staff, status, round };
  }

  test('is extended, mended and withdrawn, each after a question', async () => {
    const { leader, staff, status, round } = await open();
    const past = await leader.on(await leader.on(status, 'Utsett fristen'), 'Lagre ny frist', {
      'in-closes-day': '2026-11-01',
    });
    expect(plainOf(past)).toContain('Velg et tidspunkt fram i tid.');
    const extended = await leader.on(past, 'Lagre ny frist', {
      'in-closes-day': '2026-12-04',
      'in-closes-clock': '12:00',
    });
    expect(plainOf(extended)).toContain('4. desember 2026 kl. 12.00');

    const nothing = await leader.on(await leader.on(extended, 'Rett en tekst'), 'Lagre rettelsen');
    expect(plainOf(nothing)).toContain('Velg et spørsmål, og skriv den nye teksten.');
    const mended = await leader.on(nothing, 'Lagre rettelsen', {
      'in-question': 'own-1',
      'in-text': 'Møtene våre er gode.',
    });
    expect(plainOf(mended)).toContain('Teksten er rettet.');
    const page = await staff(1).press({ do: 'survey.answer', round });
    expect(inputs(page).map(({ label }) => label)).toContain('Møtene våre er gode. (må besvares)');

    const withdrawn = await leader.on(await leader.on(mended, 'Trekk tilbake'), 'Trekk tilbake');
    expect(plainOf(withdrawn)).toContain('Trukket tilbake');
    const late = await staff(1).press({ do: 'survey.answer', round });
    expect(plainOf(late)).toContain('Undersøkelsen er trukket tilbake');
    const copied = await leader.on(withdrawn, 'Kopier som ny');
    expect(filledIn(copied, 'in-title')).toBe('Møter hos oss');
  });

  test('is answered in each one’s own language, and in a dialog as well', async () => {
    const { staff, round } = await open();
    await staff(3).say('språk nynorsk');
    const page = await staff(3).press({ do: 'survey.answer', round });
    expect(titles(page)).toContain('Lagre til seinare');
    const { task } = await staff(4).dialog({ do: 'survey.answer', round });
    expect(task).toMatchObject({ type: 'continue', value: { title: 'Møter hos oss' } });
  });

  test('is nobody’s who was not asked, and no other municipality’s', async () => {
    const { round } = await open();
    const stranger = await municipality().staff(1).press({ do: 'survey.answer', round });
    expect(plainOf(stranger)).toMatch(/ikke til deg|finnes ikke lenger/);
    const leader = await municipality().leader().press({ do: 'survey.status', round, lang: 'nb' });
    expect(plainOf(leader)).toMatch(/finnes ikke lenger|laget av en annen/);
  });
});

test('in a channel the wizard is for who presses only, and offers its members and the channel itself', async () => {
  const leader = municipality().leader('channel');
  const start = await leader.say('ny undersøkelse');
  const about = await leader.on(start, 'Egne spørsmål');
  const questions = await leader.on(about, 'Neste', ABOUT);
  const scale = await leader.on(questions, 'Skala fra 1 til 5');
  const audience = await leader.on(
    await leader.on(scale, 'Lagre', { 'in-text': 'Bra?', 'in-required': 'yes' }),
    'Neste',
  );
  const choices = inputs(audience).find(({ id }) => id === 'in-audience')?.choices as { value: string }[];
  expect(choices.map(({ value }) => value)).toEqual(['members', 'channel', 'everyone', 'emails']);
  // Nothing but the first card was sent to the channel.
  expect(running.connector.sent).toHaveLength(1);
});

test.each([
  { do: 'survey.step', round: 'x', lang: 'de', go: 'about' },
  { do: 'survey.step', round: 'x'.repeat(61), lang: 'nb', go: 'about' },
  { do: 'survey.page', round: 'x', page: -1, go: 'next' },
  { do: 'survey.manage', round: 'x', lang: 'nb', what: 'delete' },
  { do: 'survey.unknown' },
])('a button that was never ours is met like any other: %j', async (data) => {
  await municipality().staff(1).press(data);
  expect(last().body.text).toContain('ikke lenger i bruk');
});

test('a round that is not there is met with a kind sentence', async () => {
  const { leader, staff } = municipality();
  const gone = { round: 'finnes-ikke', lang: 'nb' };
  expect(plainOf(await leader().press({ do: 'survey.status', ...gone }))).toContain('finnes ikke lenger');
  expect(plainOf(await leader().press({ do: 'survey.results', ...gone }))).toContain('finnes ikke lenger');
  expect(plainOf(await staff(1).press({ do: 'survey.answer', ...gone }))).toContain('finnes ikke lenger');
});

test('no log line of all this holds an answer, a title, a name or an address', () => {
  // Runs last: everything above has been logged at the lowest level.
  expect(running.logged.join('')).not.toMatch(/Møter hos oss|Møtene|Anne Leder|ukjent@|survey-tenant/);
  expect(running.logged.join('')).not.toContain('a turn failed');
});
