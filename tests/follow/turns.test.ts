import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Knowledge, langs } from '../../src/knowledge/model.ts';
import type { Card, From } from '../../src/messages.ts';
import { checkCard } from '../card-check.ts';
import { actionsOf } from '../connector.ts';
import { databases } from '../databases.ts';
import { another, cardOf, on, type Stage, says, solution, someone, stage } from './staged.ts';

let knowledge: Knowledge;
let database: Database;
let close: () => Promise<void>;
let at: Stage;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
  ({ database, close } = await databases[0]![1]());
  at = await stage(database, knowledge);
}, 90_000);
afterAll(async () => {
  await at.stop();
  await close();
});

const say = async (from: From, text: string): Promise<Card> => cardOf(await at.say(from, text));
const press = (from: From, card: Card, title: string, filled = {}): Promise<Card> =>
  at.press(from, on(card, title), filled);
function inputsOf(node: unknown): { id?: string; value?: string }[] {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (!node || typeof node !== 'object') return [];
  if (String((node as Card).type).startsWith('Input.')) return [node as object];
  return Object.values(node).flatMap(inputsOf);
}
const titles = (card: Card) => actionsOf(card).map(({ title }) => title);
const FILLED = {
  'in-what': 'chosen',
  'in-topics': 'personvern',
  'in-tags': 'Velferdsteknologi, DPIA',
  'in-municipalities': 'Skedsmo',
  'in-counties': 'Agder',
  'in-every': 'week',
  'in-weekday': '1',
  'in-at': '09.30',
  'in-days-off': 'no',
};

describe('in a channel', () => {
  let channel: From;
  beforeEach(() => {
    channel = someone('channel');
  });

  test('“abonner” is a form; what is chosen is shown, changed and stopped', async () => {
    const form = await say(channel, 'abonner');
    expect(says(form)).toContain('Abonner i denne kanalen');
    const made = await press(channel, form, 'Abonner', FILLED);
    expect(says(made)).toContain('Kanalen abonnerer nå');
    expect(says(made)).toContain('Skedsmo er i dag Lillestrøm.');
    expect(says(made)).toContain(
      'Følger personvernkonsekvenser (DPIA), velferdsteknologi, Lillestrøm, Agder og personvern.',
    );
    expect(says(made)).toContain('hver mandag kl. 09.30, eller neste arbeidsdag');

    const colleague = another(channel, 'a colleague');
    const shown = await say(colleague, 'vis abonnement');
    expect(says(shown)).toContain('Laget av noen her');
    const again = await press(colleague, shown, 'Endre');
    expect(JSON.stringify(again)).toContain('"value":"Lillestrøm"');
    const changed = await press(colleague, again, 'Lagre', {
      ...FILLED,
      'in-every': 'now',
      'in-municipalities': '',
    });
    expect(says(changed)).toContain('Kommer med en gang.');
    expect(says(changed)).not.toContain('Lillestrøm');

    const stopped = await say(colleague, 'stopp abonnement');
    expect(says(stopped)).toContain('Abonnementet i kanalen er stoppet');
    expect(says(await say(channel, 'vis abonnement'))).toContain('Kanalen har ikke noe abonnement');
    // Pressed a year later.
    expect(says(await press(channel, shown, 'Endre'))).toContain('allerede stoppet');
    expect(says(await press(channel, shown, 'Stopp'))).toContain('allerede stoppet');
    expect(says(await press(channel, again, 'Lagre', FILLED))).toContain('allerede stoppet');
    expect(JSON.stringify(await press(channel, stopped, 'Start det igjen'))).toContain('velferdsteknologi');
  });

  test('what cannot be kept is said at each field, and nothing is lost of what was filled in', async () => {
    const form = await say(channel, 'abonner');
    const refused = await press(channel, form, 'Abonner', {
      ...FILLED,
      'in-tags': 'velferdsteknolgi',
      'in-municipalities': 'Herøy, Trollbygda',
      'in-weekday': '6',
      'in-at': 'åtte',
    });
    const said = says(refused);
    expect(said).toContain('Jeg kjenner ikke «velferdsteknolgi». Mente du velferdsteknologi');
    expect(said).toContain('Flere heter Herøy. Skriv Herøy (Møre og Romsdal) eller Herøy (Nordland).');
    expect(said).toContain('Jeg kjenner ikke «Trollbygda».');
    expect(said).toContain('Dagen er i helgen');
    expect(said).toContain('Skriv klokkeslettet som 08:00');
    expect(JSON.stringify(refused)).toContain('"value":"Herøy, Trollbygda"');
    const nothing = await press(channel, form, 'Abonner', {
      ...FILLED,
      'in-topics': '',
      'in-tags': '',
      'in-municipalities': '',
      'in-counties': '',
    });
    expect(says(nothing)).toContain('Velg alt som deles, eller fyll ut minst ett');
    expect(says(await say(channel, 'vis abonnement'))).toContain('ikke noe abonnement');
  });

  test('what is written is shown as it was written, however much it is, and nothing of it is Markdown', async () => {
    const hostile = '**[fet](javascript:alert(1))** _x_ # `y` > | ~ ';
    const pasted = { ...FILLED, 'in-tags': hostile, 'in-municipalities': hostile, 'in-counties': hostile };
    const refused = await at.press(channel, { do: 'follow.save', lang: 'nb' }, pasted);
    expect(JSON.stringify(refused)).toContain('\\\\[fet\\\\]');
    for (const text of ['*'.repeat(5_000), `${'**,'.repeat(2_000)}`, `${'lilestrøm,'.repeat(400)}`]) {
      const filled = { ...FILLED, 'in-tags': text, 'in-municipalities': text, 'in-counties': text };
      checkCard(await at.press(channel, { do: 'follow.save', lang: 'nb' }, filled), text.slice(0, 10));
    }
  });

  test('what is chosen stands whole on the form, also when it is much', async () => {
    const some = [...knowledge.tags.values()].slice(0, 95).map(({ nb }) => nb);
    const much = { ...FILLED, 'in-tags': some.join(', '), 'in-municipalities': '', 'in-counties': '' };
    const made = await at.press(channel, { do: 'follow.save', lang: 'nb' }, much);
    const form = await press(channel, made, 'Endre');
    checkCard(form, 'form');
    const written = inputsOf(form).find(({ id }) => id === 'in-tags')?.value;
    const again = await press(channel, form, 'Lagre', { ...much, 'in-tags': written });
    expect(says(again)).toContain('Abonnementet er endret');
    expect(says(again)).toContain(some.at(-1)!.toLowerCase());
  });

  test('“følg Agder” opens the form with it, and what nobody knows is left to the others', async () => {
    expect(JSON.stringify(await say(channel, 'følg Agder'))).toContain('"value":"Agder"');
    expect(await at.say(channel, 'følg loven om anskaffelser')).toBeUndefined();
  });

  test('several subscriptions are listed, and one of them stopped', async () => {
    await at.press(channel, { do: 'follow.save', lang: 'nb' }, FILLED);
    await at.press(channel, { do: 'follow.save', lang: 'nb' }, { ...FILLED, 'in-what': 'everything' });
    const asked = await say(channel, 'stopp abonnement');
    const [all] = titles(asked).filter((title) => title.includes('alt som deles'));
    const one = await press(channel, asked, all!);
    await press(channel, one, 'Stopp');
    expect(says(await say(channel, 'vis abonnement'))).not.toContain('alt som deles');
  });

  test('there is an end to how many subscriptions a channel has', async () => {
    const tags = [...knowledge.tags.values()].slice(0, 11).map(({ nb }) => nb);
    const saved = [];
    for (const tag of tags)
      saved.push(await at.press(channel, { do: 'follow.save', lang: 'nb' }, { ...FILLED, 'in-tags': tag }));
    expect(saved.map(says).filter((text) => text.includes('Kanalen abonnerer nå'))).toHaveLength(10);
    expect(says(saved.at(-1))).toContain('ikke plass til flere');
  });

  test('one channel cannot stop or change what another follows', async () => {
    await at.press(channel, { do: 'follow.save', lang: 'nb' }, FILLED);
    const shown = await say(channel, 'vis abonnement');
    const other = someone('channel');
    expect(says(await press(other, shown, 'Stopp'))).toContain('allerede stoppet');
    expect(says(await press(other, shown, 'Endre'))).toContain('allerede stoppet');
    // Not even one of another tenant that says it is the same.
    const { conversation } = channel.address;
    const posing: From = { ...other, address: { ...other.address, conversation } };
    expect(says(await press(posing, shown, 'Stopp'))).toContain('allerede stoppet');
    expect(says(await say(posing, 'vis abonnement'))).toContain('ikke noe abonnement');
    expect(says(await say(channel, 'vis abonnement'))).toContain('Følger');
  });

  test('“Stopp” on a notice stops what made it come, and who made it hears of it', async () => {
    const maker: From = { ...someone('personal'), tenant: channel.tenant, person: channel.person };
    await at.seen(maker);
    await at.press(channel, { do: 'follow.save', lang: 'nb' }, FILLED);
    const stop = { do: 'follow.silence', lang: 'nb', interests: ['county:42'] };
    expect(says(await at.press(another(channel, 'a colleague'), stop))).toContain('er stoppet');
    await at.settled();
    expect(at.cards(maker.address.conversation!).map(says)).toEqual([
      expect.stringContaining('Noen har stoppet abonnementet du laget i kanalen «Innkjøp».'),
    ]);
    expect(says(await at.press(channel, stop))).toContain('allerede stoppet');
  });

  test('what someone follows is not shown where others read along', async () => {
    const [reply] = (await at.say(channel, 'mine varsler')) ?? [];
    expect(reply).toMatchObject({ kind: 'text', text: expect.stringContaining('vår egen samtale') });
  });

  test('“Følg” pressed by someone who has no chat with Samvit says what it takes', async () => {
    const follow = { do: 'follow.start', lang: 'nb', interests: ['solution:lillestrom-folgekommune'] };
    expect(says(await at.press(channel, follow))).toContain('skriv hei');
    const personal: From = { ...someone('personal'), tenant: channel.tenant, person: channel.person };
    await at.seen(personal);
    const again = await at.press(channel, follow);
    expect(says(again)).toContain('Du følger allerede «Nye Lillestrøm som følgekommune til nye Asker»');
    expect(says(again)).not.toContain('skriv hei');
    expect(titles(again)).toEqual(expect.arrayContaining(['Lillestrøm', 'Asker', 'følgekommune']));
  });
});

describe('in one’s own chat', () => {
  test('follows, lists, changes the time and stops', async () => {
    const person = someone('personal');
    expect(says(await say(person, 'mine varsler'))).toContain('Du følger ingenting ennå');
    const started = await say(person, 'følg Skedsmo, velferdsteknologi og Trollbygda');
    expect(says(started)).toContain('Du følger nå Lillestrøm og velferdsteknologi');
    expect(says(started)).toContain('Skedsmo er i dag Lillestrøm.');
    expect(says(started)).toContain('Jeg kjenner ikke «Trollbygda».');
    const mine = await press(person, started, 'Mine varsler');
    expect(says(mine)).toContain('med en gang');
    const form = await press(person, mine, 'Endre');
    const saved = await press(person, form, 'Lagre', {
      ...FILLED,
      'in-topics': '',
      'in-tags': 'velferdsteknologi',
      'in-municipalities': 'Lillestrøm',
      'in-counties': '',
      'in-every': 'day',
    });
    expect(says(saved)).toContain('hver dag kl. 09.30');
    const left = await press(person, saved, 'Lillestrøm');
    expect(says(left)).toContain('Du følger ikke lenger Lillestrøm.');
    expect(says(await say(person, 'slutt å følge velferdsteknologi'))).toContain('Du følger ingenting ennå');
    // Pressed again, later.
    expect(says(await press(person, saved, 'Lillestrøm'))).toContain('Du følger ikke lenger Lillestrøm.');
  });

  test('a followed solution stays when the rest is changed, and all are stopped with one press', async () => {
    const person = someone('personal');
    await at.press(person, {
      do: 'follow.start',
      lang: 'nb',
      interests: ['solution:bergen-skoleapp', 'county:42'],
    });
    const form = await press(person, await say(person, 'mine varsler'), 'Endre');
    const saved = await press(person, form, 'Lagre', { ...FILLED, 'in-what': 'everything' });
    expect(titles(saved)).toEqual(expect.arrayContaining(['alt som deles', expect.stringMatching(/^«/)]));
    const stopped = await press(person, saved, 'Stopp alle');
    expect(says(stopped)).toContain('Alle varslene dine er stoppet');
    const again = await press(person, await press(person, stopped, 'Følg igjen'), 'Mine varsler');
    expect(titles(again)).toEqual(expect.arrayContaining(['alt som deles', expect.stringMatching(/^«/)]));
    const dropped = await press(person, again, 'alt som deles');
    expect(says(await press(person, dropped, 'Følg igjen'))).toContain('Du følger nå alt som deles');
  });

  test('“Følg” on a card of something that is shared no more says so, and follows nothing', async () => {
    const person = someone('personal');
    const follow = (...interests: string[]) =>
      at.press(person, { do: 'follow.start', lang: 'nb', interests });
    expect(says(await follow('solution:for-lenge-siden'))).toContain('Dette er ikke delt lenger');
    expect(says(await say(person, 'mine varsler'))).toContain('Du følger ingenting ennå');
    // Told of a moment ago, it may not be among what this process knows yet.
    const fresh = solution({ tags: ['velferdsteknologi'] });
    await at.tell({ solution: fresh });
    expect(says(await follow(`solution:${fresh.id}`))).toContain('Du følger nå');
    await at.tell({ id: `${fresh.id}:2`, change: 'withdrawn', tell: false, solution: fresh });
    expect(says(await follow(`solution:${fresh.id}`))).toContain('Dette er ikke delt lenger');
  });

  test('a form that was opened before something was followed with a button takes nothing away', async () => {
    const person = someone('personal');
    const form = await at.press(person, { do: 'follow.edit', lang: 'nb' });
    const interests = ['solution:bergen-skoleapp'];
    await at.press(person, { do: 'follow.start', lang: 'nb', interests });
    const saved = await press(person, form, 'Abonner', { ...FILLED, 'in-what': 'everything' });
    expect(titles(saved)).toEqual(expect.arrayContaining(['alt som deles', expect.stringMatching(/^«/)]));
    const left = await at.press(person, { do: 'follow.drop', lang: 'nb', interests });
    expect(says(left)).toContain('Du følger ikke lenger «');
  });

  test('a misspelt name is answered with those it may be, as buttons', async () => {
    const person = someone('personal');
    const asked = await say(person, 'følg Lilestrøm');
    expect(says(asked)).toContain('Jeg vet ikke hva «Lilestrøm» er');
    expect(says(await press(person, asked, 'Lillestrøm'))).toContain('Du følger nå Lillestrøm');
    expect(await at.say(person, 'følg loven om anskaffelser')).toBeUndefined();
  });

  test('what others have and what is not ours is left alone', async () => {
    const person = someone('personal');
    const desk = at.room.desks[0]!;
    expect(await desk.pressed!(person, { do: 'quote', section: 'a#b', lang: 'nb' })).toBeUndefined();
    expect(
      await desk.pressed!(person, { do: 'follow.start', lang: 'nb', interests: ['javascript:alert(1)'] }),
    ).toBeUndefined();
    expect(await desk.pressed!(person, { do: 'follow.stop', lang: 'nb', subscription: 'x' })).toBeUndefined();
    expect(await at.say(person, 'hva er en DPIA?')).toBeUndefined();
  });
});

describe.each(langs)('every card in %s', (lang) => {
  test('can be read by everyone', async () => {
    const [channel, group, person] = [someone('channel'), someone('group'), someone('personal')];
    await at.seen(person);
    const everything = { ...FILLED, 'in-topics': 'anskaffelser,personvern,samarbeid,digitalisering' };
    const cards: Record<string, Card> = {};
    for (const [where, from] of Object.entries({ channel, group, person })) {
      const form = await at.press(from, { do: 'follow.edit', lang });
      cards[`${where} form`] = form;
      cards[`${where} refused`] = await at.press(
        from,
        { do: 'follow.save', lang },
        { 'in-what': 'chosen', 'in-tags': '*x*, [y](z)' },
      );
      cards[`${where} made`] = await at.press(from, { do: 'follow.save', lang }, everything);
      cards[`${where} known`] = await at.press(from, { do: 'follow.save', lang }, everything);
      cards[`${where} shown`] = await at.press(from, { do: 'follow.show', lang });
      cards[`${where} mine`] = await at.press(from, { do: 'follow.mine', lang });
      cards[`${where} started`] = await at.press(from, {
        do: 'follow.start',
        lang,
        interests: ['solution:bergen-skoleapp'],
      });
      cards[`${where} silenced`] = await at.press(from, {
        do: 'follow.silence',
        lang,
        interests: ['topic:personvern'],
      });
      cards[`${where} gone`] = await at.press(from, {
        do: 'follow.show',
        lang,
        subscription: '5e0c2f8a-0000-4000-8000-000000000001',
      });
    }
    cards.full = await at.press(person, {
      do: 'follow.start',
      lang,
      interests: [...knowledge.tags.keys()].slice(0, 80).map((tag) => `tag:${tag}`),
    });
    cards.long = await at.press(person, { do: 'follow.mine', lang });
    expect(says(cards.long)).toMatch(/^\d+ (?:til|more)$/m);
    for (const [what, card] of Object.entries(cards)) checkCard(card, what);
  });
});
