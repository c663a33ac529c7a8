import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { actionsOf, textOf } from '../connector.ts';
import { ADMIN, activity, type Running, startRunning } from '../running.ts';

let running: Running;
beforeAll(async () => {
  running = await startRunning();
  running.connector.members = ['kari', 'ola', 'per'].flatMap((name) =>
    Array.from({ length: 40 }, (_, n) => ({
      id: `29:${name}-${n}`,
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)} Nordmann`,
      aadObjectId: `${name}-${n}`,
      email: `${name}@example.com`,
    })),
  );
});
afterAll(() => running.stop());
beforeEach(() => {
  running.connector.sent.length = 0;
});

/** A municipality of its own for each test: an admin by setting, and people who are mentioned by name. */
let count = 0;
function municipality() {
  const n = ++count;
  const tenantId = `tenant-${n}`;
  const channel = {
    id: `19:kanal-${n}@thread.tacv2;messageid=1`,
    conversationType: 'channel',
    isGroup: true,
    tenantId,
  };
  const person = (id: string, name: string) => {
    const base = { from: { id: `29:${id}`, aadObjectId: id, name } };
    const own = {
      ...base,
      conversation: { id: `a:${id}-${tenantId}`, conversationType: 'personal', tenantId },
    };
    const send = (change: Record<string, unknown>) =>
      running.post(activity(running.connector.url, { ...own, ...change }));
    return {
      id: `29:${id}`,
      name,
      send,
      /** In their own chat. */
      say: (text: string) => send({ text }),
      press: (data: unknown, change: Record<string, unknown> = {}) =>
        send({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'press', data } },
          ...change,
        }),
      /** In the channel, with everyone mentioned by name where the text says @name. */
      tell: (text: string, mentioned: { id: string; name: string }[] = []) =>
        send({
          ...base,
          conversation: channel,
          text: `<at>Samvit</at> ${mentioned.reduce((t, { name }) => t.replace(`@${name}`, `<at>${name}</at>`), text)}`,
          entities: [{ id: '28:samvit', name: 'Samvit' }, ...mentioned].map((mentioned) => ({
            type: 'mention',
            text: `<at>${mentioned.name}</at>`,
            mentioned,
          })),
        }),
    };
  };
  return {
    admin: person(ADMIN, 'Anne Lunde'),
    kari: person(`kari-${n}`, 'Kari Nordmann'),
    ola: person(`ola-${n}`, 'Ola Nordmann'),
    per: person(`per-${n}`, 'Per Nordmann'),
    channel,
  };
}

const last = () => running.connector.sent.at(-1)!;
const said = () => last().body.text;
const card = () => last().body.attachments?.[0]?.content;
const cardText = () => textOf(card());
/** What a press got back: the card that takes the place of the one pressed. */
const inPlace = (response: { body: unknown }) => (response.body as { value: unknown }).value;

describe('roles', () => {
  test('are given to everyone who is mentioned, and each can see their own', async () => {
    const { admin, kari, ola } = municipality();
    await admin.tell('gi @Kari Nordmann og @Ola Nordmann rollene leder og redaktør', [kari, ola]);
    expect(said()).toBe(
      'Kari Nordmann har fått rollen leder. Kari Nordmann har fått rollen redaktør. Ola Nordmann har fått rollen leder. Ola Nordmann har fått rollen redaktør.',
    );
    await kari.say('mine roller');
    expect(said()).toContain('leder og redaktør');
  });

  test('that someone has already are said to be so', async () => {
    const { admin, kari } = municipality();
    await admin.tell('gi @Kari Nordmann rollen leder', [kari]);
    await admin.tell('gi @Kari Nordmann rollen leder', [kari]);
    expect(said()).toBe('Kari Nordmann hadde allerede rollen leder.');
    await admin.tell('fjern redaktør fra @Kari Nordmann', [kari]);
    expect(said()).toBe('Kari Nordmann hadde ikke rollen redaktør.');
  });

  test('that are taken are gone at once', async () => {
    const { admin, kari, ola } = municipality();
    await admin.tell('gi @Kari Nordmann rollen administrator', [kari]);
    await kari.tell('gi @Ola Nordmann rollen leder', [ola]);
    expect(said()).toContain('har fått');
    await admin.tell('fjern administrator fra @Kari Nordmann', [kari]);
    await kari.tell('fjern leder fra @Ola Nordmann', [ola]);
    expect(said()).toContain('Roller gis og tas bort av administratorer.');
  });

  test('cannot be given by others, who are told whom to ask by name', async () => {
    const { admin, kari, ola } = municipality();
    await ola.tell('gi @Kari Nordmann rollen leder', [kari]);
    expect(said()).toContain('IT-avdelingen');
    await admin.tell('gi @Kari Nordmann rollen administrator', [kari]);
    await ola.say('gi meg rollen leder');
    expect(said()).toContain('spørre Kari Nordmann');
    await ola.say('mine roller');
    expect(said()).toContain('ingen særskilt rolle');
  });

  test('of one tenant are nothing in another', async () => {
    const [one, other] = [municipality(), municipality()];
    await one.admin.tell('gi @Kari Nordmann rollen administrator', [one.kari]);
    await other.kari.say('vis logg');
    expect(said()).not.toContain('Kari');
    await other.kari.say('hvem har roller');
    expect(cardText()).not.toContain('Kari');
    // The same person, as a guest in the other organisation.
    await one.kari.press(
      { do: 'people.roles', lang: 'nb' },
      { conversation: { id: 'a:guest', conversationType: 'personal', tenantId: other.channel.tenantId } },
    );
    await one.kari.send({
      text: 'mine roller',
      conversation: { id: 'a:guest', conversationType: 'personal', tenantId: other.channel.tenantId },
    });
    expect(said()).toContain('ingen særskilt rolle');
  });

  test('the last admin stays, unless one by setting takes the role', async () => {
    const { admin, kari, ola } = municipality();
    await admin.tell('gi @Kari Nordmann og @Ola Nordmann rollen administrator', [kari, ola]);
    await kari.tell('ta bort administrator fra @Ola Nordmann', [ola]);
    await kari.tell('ta bort administrator fra @Kari Nordmann', [kari]);
    expect(said()).toContain('er den eneste administratoren');
    await kari.say('mine roller');
    expect(said()).toContain('administrator');
    await admin.tell('ta bort administrator fra @Kari Nordmann', [kari]);
    expect(said()).toBe('Kari Nordmann har ikke lenger rollen administrator.');
  });

  test('an admin by setting is not taken away in chat, and is told where that is done', async () => {
    const { admin, kari } = municipality();
    await admin.tell('gi @Kari Nordmann rollen administrator', [kari]);
    running.connector.members.push({ id: '29:anne', name: 'Anne Lunde', aadObjectId: ADMIN.toUpperCase() });
    await kari.tell('fjern administrator fra @Anne Lunde', [{ id: '29:anne', name: 'Anne Lunde' }]);
    expect(said()).toContain('ADMINS');
    await admin.say('mine roller');
    expect(said()).toContain('administrator');
  });

  test('someone who is not here is named in a kind sentence, and the others get theirs', async () => {
    const { admin, kari } = municipality();
    await admin.tell('gi @Kari Nordmann og @Borte Bakke rollen leder', [
      kari,
      { id: '29:borte', name: 'Borte Bakke' },
    ]);
    expect(said()).toMatch(/^Kari Nordmann har fått rollen leder\. Jeg fant ikke Borte Bakke/);
  });

  test.each([
    ['gi Kari rollen leder', /nevn personen med @/],
    ['Gje Kari rolla leiar', /nemn personen med @/],
    ['give Kari the role leader', /mention the person with @/],
  ])('“%s” without a mention says how it is done', async (text, answer) => {
    await municipality().admin.say(text);
    expect(said()).toMatch(answer);
  });

  test('the list has everyone by role; from it an admin takes a role after a second press', async () => {
    const { admin, kari, ola } = municipality();
    await ola.say('hvem har roller');
    expect(cardText()).toContain('Ingen har fått en rolle ennå.');
    await admin.tell('gi @Kari Nordmann og @Ola Nordmann rollen leder', [kari, ola]);
    await ola.say('hvem har roller');
    expect(cardText()).toContain('**Leder:** Kari Nordmann og Ola Nordmann');
    expect(actionsOf(card())).toEqual([]);

    await admin.say('hvem har roller');
    const [first] = actionsOf(card());
    expect(first?.title).toBe('Kari Nordmann: leder');
    const asked = inPlace(await admin.press(first?.data));
    expect(textOf(asked)).toContain('Ta bort rollen leder fra Kari Nordmann?');
    const [yes, no] = actionsOf(asked);
    expect(textOf(inPlace(await admin.press(no?.data)))).toContain('Ingenting er endret');
    // Whoever finds the card is asked for their role again.
    await ola.press(yes?.data);
    expect(said()).toContain('av administratorer');
    expect(textOf(inPlace(await admin.press(yes?.data)))).toContain(
      'Kari Nordmann har ikke lenger rollen leder.',
    );
    expect(textOf(inPlace(await admin.press(yes?.data)))).toContain('Ingenting er endret');
  });

  test('a long list is paged', async () => {
    const { admin } = municipality();
    const many = Array.from({ length: 22 }, (_, n) => ({ id: `29:per-${n}`, name: `Per Nordmann` }));
    await admin.tell(`gi @Per Nordmann rollen leder`, many);
    await admin.say('hvem har roller');
    const next = actionsOf(card()).at(-1);
    expect(next?.title).toBe('Vis flere (2 igjen)');
    expect(actionsOf(inPlace(await admin.press(next?.data)))).toHaveLength(2);
  });

  test('a name with markup in it is shown as words', async () => {
    const { admin } = municipality();
    running.connector.members.push({
      id: '29:ond',
      name: '[klikk](https://evil.example) **nå**',
      aadObjectId: 'ond',
    });
    await admin.tell('gi @Ond rollen leder', [{ id: '29:ond', name: 'Ond' }]);
    expect(said()).not.toMatch(/\]\(|\*\*/);
  });
});

describe('the municipality', () => {
  test('is tied by a name, and asked for by anyone', async () => {
    const { admin, ola } = municipality();
    await ola.say('hvilken kommune er vi?');
    expect(said()).toContain('«kommunen er Lillestrøm»');
    await admin.say('kommunen er Lillestrøm');
    expect(cardText()).toContain('Kommunen er Lillestrøm (3205)');
    await ola.say('hvilken kommune er vi?');
    expect(said()).toBe('Dere hører til Lillestrøm.');
  });

  test('a name of before is understood, and why is said', async () => {
    const { admin } = municipality();
    await admin.say('knytt oss til Skedsmo');
    expect(cardText()).toContain('Skedsmo er i dag en del av Lillestrøm');
    expect(cardText()).toContain('Lillestrøm (3205)');
  });

  test('a change is asked about once more', async () => {
    const { admin } = municipality();
    await admin.say('kommunen er 3205');
    await admin.say('kommunen er Asker');
    expect(cardText()).toContain('Bytte kommune til Asker?');
    await admin.say('hvilken kommune er vi');
    expect(said()).toContain('Lillestrøm');
    await admin.say('kommunen er Asker');
    const done = inPlace(await admin.press(actionsOf(card())[0]?.data));
    expect(textOf(done)).toContain('Asker (3203)');
    await admin.say('kommunen er Asker');
    expect(cardText()).toContain('Kommunen er allerede Asker');
  });

  test('a name that several have gives them to choose among', async () => {
    const { admin } = municipality();
    await admin.say('kommunen er Våler');
    expect(cardText()).toContain('Hvilken kommune mener du?');
    const choices = actionsOf(card());
    expect(choices.length).toBe(2);
    expect(textOf(inPlace(await admin.press(choices[1]?.data)))).toContain(choices[1]?.title);
  });

  test.each([
    ['kommunen er Lilestrøm', 'Lillestrøm (3205)'],
    ['velg kommune Bærrum', 'Bærum (3201)'],
  ])('“%s”, which is unknown, gives those it may be', async (text, near) => {
    await municipality().admin.say(text);
    expect(cardText()).toContain('Jeg finner ingen kommune');
    expect(actionsOf(card()).map((a) => a.title)).toContain(near);
  });

  test('what is like no name at all is answered with how to write it', async () => {
    await municipality().admin.say('knytt oss til Xyzzyqqq');
    expect(cardText()).toContain('Skriv navnet eller kommunenummeret');
  });

  test('is not for others to choose', async () => {
    await municipality().ola.say('kommunen er Lillestrøm');
    expect(said()).toContain('Administratorer velger hvilken kommune');
  });

  test('a bare number ties an admin who has not chosen, and is a question from everyone else', async () => {
    const { admin, ola } = municipality();
    await ola.say('kommune 3205');
    expect(last().body.attachments).toBeDefined();
    expect(cardText()).not.toContain('Kommunen er');
    await admin.say('kommune 3205');
    expect(cardText()).toContain('Kommunen er Lillestrøm (3205)');
    await admin.say('kommune 3203');
    expect(cardText()).not.toContain('Kommunen er');
  });

  test('a question that begins alike is a question', async () => {
    await municipality().ola.say('Kommunen er behandlingsansvarlig for hva?');
    expect(cardText()).toContain('Kilder');
  });
});

describe('the log', () => {
  test('has what was done, by whom and when, the newest first', async () => {
    const { admin, kari } = municipality();
    running.clock.now = new Date('2026-11-21T10:00:00Z');
    await admin.tell('gi @Kari Nordmann rollen leder', [kari]);
    running.clock.now = new Date('2026-11-21T11:30:00Z');
    await admin.say('kommunen er Lillestrøm');
    await admin.tell('fjern leder fra @Kari Nordmann', [kari]);
    await admin.say('vis logg');
    expect(cardText().split('\n').slice(2)).toEqual([
      'Anne Lunde tok bort rollen leder fra Kari Nordmann.',
      '21. november 2026, 12:30',
      'Anne Lunde valgte kommunen Lillestrøm \\(3205\\).',
      '21. november 2026, 12:30',
      'Anne Lunde ga Kari Nordmann rollen leder.',
      '21. november 2026, 11:00',
    ]);
  });

  test('is paged in place', async () => {
    const { admin, kari } = municipality();
    for (let n = 0; n < 6; n++) {
      await admin.tell('gi @Kari Nordmann rollen leder', [kari]);
      await admin.tell('ta bort leder fra @Kari Nordmann', [kari]);
    }
    await admin.say('vis logg');
    expect(actionsOf(card()).map((a) => a.title)).toEqual(['Eldre']);
    const older = inPlace(await admin.press(actionsOf(card())[0]?.data));
    expect(textOf(older).match(/rollen leder/g)).toHaveLength(2);
    expect(actionsOf(older).map((a) => a.title)).toEqual(['Nyere']);
  });

  test('is read by admins only, and never where others read along', async () => {
    const { admin, kari, channel } = municipality();
    await kari.say('vis logg');
    expect(said()).toContain('Loggen kan leses av administratorer.');
    await admin.tell('vis logg');
    expect(said()).toContain('bare i vår egen chat');
    await admin.press({ do: 'people.audit', lang: 'nb' }, { conversation: channel });
    expect(said()).toContain('bare i vår egen chat');
  });
});

describe('help', () => {
  test('speaks of surveys and roles to those who may, and to nobody else', async () => {
    const { admin, kari, ola } = municipality();
    await admin.tell('gi @Kari Nordmann rollen leder', [kari]);
    await ola.say('hjelp');
    expect(cardText()).not.toMatch(/undersøkelse|administrator/);
    await kari.say('hjelp');
    expect(cardText()).toContain('Du kan sende undersøkelser.');
    expect(cardText()).not.toContain('administrator');
    await admin.say('hjelp');
    expect(cardText()).toContain('Du er administrator.');
  });
});

test('where someone can be written to is kept until they take the app out of their own chat, and no team’s', async () => {
  const { kari, ola, per, channel } = municipality();
  // E-mails are asked for when an address is new, so that is where it shows.
  const asked = (of: { id: string }) => running.connector.lookedUp.filter((id) => id === of.id).length;
  const isNew = (of: { id: string }) => vi.waitFor(() => expect(asked(of)).toBe(1), { timeout: 20_000 });
  const install = (action: string) => ({ type: 'installationUpdate', action });
  await kari.send(install('add'));
  await isNew(kari);
  await kari.send({ ...install('remove'), conversation: channel });
  await kari.say('takk');
  // Whoever comes after is written after.
  await ola.say('takk');
  await isNew(ola);
  expect(asked(kari)).toBe(1);
  await kari.send(install('remove'));
  await kari.say('takk');
  await ola.say('slett mine data');
  expect(said()).toContain('hvor jeg kan skrive til deg, slettet');
  await ola.say('takk');
  await per.say('takk');
  await isNew(per);
  expect([asked(kari), asked(ola)]).toEqual([2, 2]);
});

test('no log line of all this holds a name or an id', () => {
  expect(running.logged.join('')).not.toMatch(/Nordmann|Lunde|kari-\d|tenant-\d|example\.com/);
});
