import { setTimeout } from 'node:timers/promises';
import { AdaptiveCard } from 'adaptivecards';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Running, startRunning } from '../running.ts';
import {
  ABOUT,
  type Content,
  type Data,
  FACTS,
  filled,
  filledIn,
  inputs,
  LONG_ENOUGH,
  municipality,
  PRIVACY,
  plainOf,
  TOLD,
  titled,
  titles,
} from './staged.ts';

/** Sharing through the real bot, over HTTP, with the real queue: what sharers and editors see and press. */
let running: Running;
beforeAll(async () => {
  running = await startRunning();
  await running.samvit.delivery.start();
  // Who writes is known a moment after.
  known.push(await withChannel(), await withChannel());
  for (const at of known) await at.staff().say('hei');
  await setTimeout(3_000);
});
/** Municipalities with an editors' channel, whose sharer can be written to. */
const known: Place[] = [];
afterAll(() => running.stop());

let count = 0;
const place = () => municipality(() => running, `share-tenant-${++count}`);
type Place = ReturnType<typeof place>;

/** The newest card in a conversation that says this, once the queue has sent it. */
const cardSaying = (at: Place, conversation: string, words: string) =>
  vi.waitFor(
    () => {
      const cards = at.sentTo(conversation).map(({ body }) => body.attachments?.[0]?.content ?? {});
      const found = cards.findLast((card) => plainOf(card).includes(words));
      expect(found, words).toBeDefined();
      return found as Content;
    },
    { timeout: 20_000, interval: 100 },
  );

/** What is in the inputs of a card as the real renderer has it, which leaves out values of the wrong kind. */
function shownIn(card: Content): Data {
  const parsed = new AdaptiveCard();
  parsed.parse(card);
  return Object.fromEntries(
    parsed
      .getAllInputs()
      .map((input) => [input.id!, (input as { defaultValue?: unknown }).defaultValue ?? '']),
  );
}

const withChannel = async () => {
  const at = place();
  await at.admin('channel').say('bruk denne kanalen for redaktørene');
  return at;
};

describe('“del en løsning”', () => {
  test.each([
    ['Del en løsning', 'Del en løsning'],
    ['eg vil dele ei løysing', 'Del ei løysing'],
    ['I want to share a solution', 'Share a solution'],
  ])('“%s” offers what can be shared', async (said, heading) => {
    const card = await place().staff().say(said);
    expect(plainOf(card)).toContain(heading);
    expect(JSON.stringify(card).match(/"verb":"open"/g)).toHaveLength(4);
  });

  test('is not read into a question', async () => {
    const card = await place()
      .staff()
      .say('Hvordan kan vi dele en løsning med naboen uten å bryte anskaffelsesreglene?');
    expect(plainOf(card)).not.toContain('Fortell kort hva dere har gjort');
  });

  test('goes step by step to a preview, with the municipality of today and tags in the sharer’s language', async () => {
    const preview = plainOf(await filled(place().staff()));
    for (const part of [
      'Felles digital vaktordning',
      LONG_ENOUGH,
      'Lillestrøm',
      '2025',
      'Konkurransepreget dialog',
      'Velferdsteknologi',
      'Kravspesifikasjon',
      'innkjøpsrådgiver',
      'Begynt opplæringen tidligere',
    ])
      expect(preview).toContain(part);
  });

  test('from a message has its text as what was done and its first sentence as title', async () => {
    const who = place().staff();
    const about = await who.opened('Vi har innført felles vaktordning. Det gikk over all forventning.');
    expect(filledIn(about, 'in-title')).toBe('Vi har innført felles vaktordning');
    const told = await who.on(about, 'Neste', { ...ABOUT, 'in-title': 'Felles vaktordning' });
    expect(filledIn(told, 'in-done')).toBe(
      'Vi har innført felles vaktordning. Det gikk over all forventning.',
    );
  });

  test('from a message with personal data takes none of it along', async () => {
    const about = await place().staff().opened('Ring Kari på 91 23 45 67 om vaktordningen.');
    expect(plainOf(about)).toContain('et telefonnummer');
    expect(JSON.stringify(about)).not.toContain('91 23 45 67');
  });

  test('from the compose box begins empty', async () => {
    expect(filledIn(await place().staff().opened(''), 'in-kind')).toBe('solution');
  });

  test('shows what is like it before it is sent in', async () => {
    const preview = await filled(place().staff(), {
      'in-title': 'Parkeringsbevis for forflytningshemmede',
      'in-problem': `Enklere saksbehandling av parkeringsbevis i kommunen. ${LONG_ENOUGH}`,
    });
    expect(plainOf(preview)).toContain('Er det denne?');
    const who = place().staff();
    const quoted = await who.press(titled(preview, /parkeringsbevis/i));
    expect(JSON.stringify(quoted)).not.toContain('error');
  });
});

describe('what is filled in', () => {
  test('5,000 characters of Markdown in a title get a sentence, and nothing is lost', async () => {
    const who = place().staff();
    const about = await who.on(await who.say('del en løsning'), 'Erfaring');
    const title = '**[Felles](javascript:alert(1))** '.repeat(147).slice(0, 5_000);
    const again = await who.on(about, 'Neste', { ...ABOUT, 'in-title': title });
    expect(plainOf(again)).toContain('høyst 90 tegn');
    expect(filledIn(again, 'in-title')).toBe(title.trim());
    expect(filledIn(again, 'in-problem')).toBe(LONG_ENOUGH);
    // And what was filled in is in the draft, for who comes back later.
    const mine = await who.say('mine delinger');
    const later = await who.on(mine, /^Felles/);
    expect(filledIn(later, 'in-title')).toBe(title.trim());
  });

  test('a municipality that never was gets a sentence with near names', async () => {
    const who = place().staff();
    let card = await who.on(await who.say('del en løsning'), 'Erfaring');
    for (const step of [ABOUT, TOLD]) card = await who.on(card, 'Neste', step);
    const again = await who.on(card, 'Neste', {
      ...FACTS,
      'in-place': 'Lilestrøm, Atlantis',
      'in-tags': 'velferdsteknolgi',
    });
    expect(plainOf(again)).toContain(
      'Jeg finner ingen kommune som heter «Lilestrøm». Mente du «Lillestrøm»?',
    );
    expect(plainOf(again)).toContain('Jeg finner ingen kommune som heter «Atlantis».');
    expect(plainOf(again)).toContain(
      'Jeg kjenner ikke stikkordet «velferdsteknolgi». Det nærmeste er «Velferdsteknologi».',
    );
    expect(filledIn(again, 'in-systems')).toBe('SmartVakt');
  });

  test('a javascript: address is refused with a sentence', async () => {
    const who = place().staff();
    let card = await who.on(await who.say('del en løsning'), 'Erfaring');
    for (const step of [ABOUT, TOLD, FACTS]) card = await who.on(card, 'Neste', step);
    const again = await who.on(card, 'Neste', { ...PRIVACY, 'in-links': 'Se her javascript:alert(1)' });
    expect(plainOf(again)).toContain('er ikke en vanlig nettadresse');
    expect(filledIn(again, 'in-dpiaLink')).toBe(PRIVACY['in-dpiaLink']);
  });

  test('personal data is stopped and not kept; the rest of the step is shown again', async () => {
    const who = place().staff();
    const about = await who.on(await who.say('del en løsning'), 'Erfaring');
    const again = await who.on(about, 'Neste', {
      ...ABOUT,
      'in-problem': `${LONG_ENOUGH} Spør kari.nordmann@kommune.no.`,
    });
    expect(plainOf(again)).toContain('en e-postadresse');
    expect(filledIn(again, 'in-title')).toBe(ABOUT['in-title']);
    expect(JSON.stringify(again)).not.toContain('kari.nordmann');
    expect(plainOf(await who.say('mine delinger'))).toContain('Du har ikke delt noe ennå');
  });

  test('a contact is a role with consent, never a person', async () => {
    const who = place().staff();
    let card = await who.on(await who.say('del en løsning'), 'Erfaring');
    for (const step of [ABOUT, TOLD, FACTS, PRIVACY]) card = await who.on(card, 'Neste', step);
    const named = await who.on(card, 'Neste', {
      'in-role': 'Kari Nordmann',
      'in-office': 'innkjøp',
      'in-consent': 'yes',
    });
    expect(plainOf(named)).toContain('Skriv en rolle med små bokstaver');
    const without = await who.on(named, 'Neste', {
      'in-role': 'rådgiver',
      'in-office': 'innkjøp',
      'in-consent': '',
    });
    expect(plainOf(without)).toContain('Kryss av for at rolle og enhet kan vises');
    const none = await who.on(without, 'Neste', { 'in-role': '', 'in-office': '', 'in-consent': '' });
    expect(titles(none)).toContain('Send inn');
  });

  test('is deleted with “slett mine data”, and seen by nobody else', async () => {
    const at = place();
    const who = at.staff();
    const about = await who.on(await who.say('del en løsning'), 'Erfaring');
    const told = await who.on(about, 'Neste', ABOUT);
    expect(plainOf(await who.say('mine delinger'))).toContain('Utkast, sist endret');
    expect(plainOf(await at.staff(2).say('mine delinger'))).toContain('Du har ikke delt noe ennå');
    expect(plainOf(await at.staff(2).on(told, 'Neste', TOLD))).toContain('finnes ikke lenger');
    await who.say('slett mine data');
    expect(plainOf(await who.say('mine delinger'))).toContain('Du har ikke delt noe ennå');
    expect(plainOf(await who.on(told, 'Neste', TOLD))).toContain('finnes ikke lenger');
  });

  test('is listed in one’s own chat only', async () => {
    const at = place();
    expect((await at.staff(1, 'channel').say('mine delinger')).said).toContain('i vår egen chat');
  });

  test('can be discarded when that is confirmed', async () => {
    const who = place().staff();
    const preview = await filled(who);
    const sure = await who.on(preview, 'Forkast utkastet');
    const gone = await who.on(sure, 'Forkast utkastet');
    expect(plainOf(gone)).toContain('Utkastet er slettet');
    expect(plainOf(await who.on(preview, 'Send inn'))).toContain('finnes ikke lenger');
  });
});

describe('approval', { timeout: 60_000 }, () => {
  test('is asked for in the editors’ channel; the card there says who decided, and the sharer is told', async () => {
    const at = known[0]!;
    const who = at.staff();
    const sent = await who.on(await filled(who), 'Send inn');
    expect(plainOf(sent)).toContain('Teksten er sendt til redaktørene');
    expect(plainOf(sent)).toContain('Venter på godkjenning');
    const card = await cardSaying(at, at.channel, 'venter på godkjenning');
    expect(plainOf(card)).toContain('«Felles digital vaktordning» venter på godkjenning');
    expect(plainOf(card)).toContain('Dette kommer til redaktørene');

    const editor = at.admin('channel');
    const open = await editor.on(card, 'Les og avgjør');
    expect(titles(open)).toEqual(
      expect.arrayContaining([
        'Godkjenn',
        'Be om endringer',
        'Avvis',
        'Rett teksten',
        'Se tidligere versjoner',
      ]),
    );
    const approved = await editor.on(open, 'Godkjenn');
    expect(plainOf(approved)).toContain('Godkjent. Alle kommuner finner den');
    await cardSaying(at, at.channel, 'Anne Admin godkjente dette');
    await cardSaying(at, who.conversation, '«Felles digital vaktordning» er godkjent');
    expect(plainOf(await who.say('mine delinger'))).toContain('Godkjent, sist endret');

    // It answers questions, as experience.
    await vi.waitFor(
      async () => {
        const answer = plainOf(await who.say('Hvem har erfaring med felles digital vaktordning?'));
        expect(answer).toContain('Felles digital vaktordning');
        expect(answer).toContain('Erfaring fra Lillestrøm, 2025');
      },
      { timeout: 20_000, interval: 500 },
    );

    // Pressed again, by another: what was decided.
    const late = await editor.press(titled(open, 'Godkjenn'));
    expect(plainOf(late)).toContain('allerede avgjort');
    expect(plainOf(late)).toContain('Anne Admin godkjente dette');
    const log = await at.admin().say('vis logg');
    expect(plainOf(log)).toContain('Anne Admin godkjente «Felles digital vaktordning».');
  });

  test('changes are asked for with a word; the sharer mends it and it waits again', async () => {
    const at = known[1]!;
    const who = at.staff();
    await who.on(await filled(who), 'Send inn');
    const open = await at.admin().on(await at.admin().say('til godkjenning'), 'Felles digital vaktordning');
    const why = await at.admin().on(open, 'Be om endringer');
    expect(plainOf(await at.admin().on(why, 'Be om endringer', { 'in-reason': ' ' }))).toContain(
      'Skriv noen ord om hvorfor',
    );
    const personal = await at.admin().on(why, 'Be om endringer', { 'in-reason': 'Ring 91 23 45 67' });
    expect(plainOf(personal)).toContain('personopplysninger');
    await at.admin().on(why, 'Be om endringer', { 'in-reason': 'Si litt om pris.' });
    const told = await cardSaying(at, who.conversation, 'Redaktøren ber om endringer');
    expect(plainOf(told)).toContain('Si litt om pris.');
    expect(plainOf(await at.admin().say('til godkjenning'))).toContain('Ingenting venter');

    let card = await who.on(told, 'Rett og send inn igjen');
    expect(filledIn(card, 'in-title')).toBe('Felles digital vaktordning');
    while (!titles(card).includes('Send inn')) card = await who.on(card, 'Neste');
    const again = await who.on(card, 'Send inn');
    expect(plainOf(again)).toContain('Venter på godkjenning · versjon 2');
    await cardSaying(at, at.channel, 'Venter på godkjenning · versjon 2');
  });

  test('sent in by two presses is sent in once, and the second says that it waits', async () => {
    const at = place();
    const preview = await filled(at.staff());
    const both = await Promise.all([1, 2].map(() => at.staff().on(preview, 'Send inn')));
    for (const card of both) {
      expect(plainOf(card)).toContain('Venter på godkjenning · versjon 1');
      expect(plainOf(card)).not.toContain('allerede avgjort');
    }
    expect(titles(await at.admin().say('til godkjenning'))).toEqual(['Felles digital vaktordning']);
  });

  test('an id that is none gets a sentence', async () => {
    const who = place().staff();
    const step = { do: 'share.step', lang: 'nb', entry: 'nei', at: 'about', go: 'told' };
    expect(plainOf(await who.press(step, ABOUT))).toContain('finnes ikke lenger');
    expect(plainOf(await who.press({ do: 'share.submit', lang: 'nb', entry: 'nei' }))).toContain(
      'finnes ikke lenger',
    );
  });

  test('without a channel goes to each editor; with nobody, the sharer is told whom to ask', async () => {
    const at = place();
    const sent = await at.staff().on(await filled(at.staff()), 'Send inn');
    expect(plainOf(sent)).toContain('ingen redaktør jeg kan nå');
    expect(plainOf(sent)).toMatch(/kan du spørre/);
    expect(plainOf(await at.admin().say('til godkjenning'))).toContain('Felles digital vaktordning');
    expect((await at.staff().say('til godkjenning')).said).toContain('rollen redaktør');
  });

  test('is for editors of the same municipality only', async () => {
    const [here, there] = [place(), place()];
    const sent = await here.staff().on(await filled(here.staff()), 'Send inn');
    const { entry } = titled(sent, 'Rett teksten');
    const press = (data: Content) => there.admin().press({ lang: 'nb', entry, ...data });
    expect(plainOf(await press({ do: 'share.open' }))).toContain('hører til noen andre');
    expect(plainOf(await press({ do: 'share.decide', what: 'approve', seen: 1, sure: true }))).toContain(
      'hører til noen andre',
    );
    expect(
      plainOf(
        await here
          .staff()
          .press({ do: 'share.decide', lang: 'nb', entry, what: 'approve', seen: 1, sure: true }),
      ),
    ).toContain('Det er redaktørene i kommunen');
  });
});

describe('after approval', { timeout: 60_000 }, () => {
  test('a correction is decided, versions are seen and restored, and it is withdrawn with a reason', async () => {
    const at = await withChannel();
    const [who, editor] = [at.staff(), at.admin()];
    let open = await who.on(await filled(who), 'Send inn');
    const { entry } = titled(open, 'Rett teksten');
    const now = () => editor.press({ do: 'share.open', lang: 'nb', entry });
    await editor.on(await now(), 'Godkjenn');

    let card = await who.on(open, 'Rett teksten');
    card = await who.on(card, 'Neste', { ...ABOUT, 'in-title': 'Felles vaktordning i ny drakt' });
    // Every step comes back as a client shows it: with all that was filled in, and nothing that it cannot show.
    while (!titles(card).includes('Send inn')) card = await who.on(card, 'Neste', shownIn(card));
    expect(plainOf(card)).toContain('2025');
    expect(plainOf(card)).toContain('Konkurransepreget dialog');
    expect(plainOf(card)).toContain('innkjøpsrådgiver');
    await who.on(card, 'Send inn');
    open = await now();
    expect(plainOf(open)).toContain('Andre ser den forrige godkjente versjonen');
    const sure = await editor.on(open, 'Godkjenn');
    expect(inputs(sure).map(({ label }) => label)).toEqual(['Skal de som følger, få beskjed?']);
    const changed = await editor.on(sure, 'Godkjenn', { 'in-tell': 'no' });
    expect(plainOf(changed)).toContain('Felles vaktordning i ny drakt');

    const versions = await editor.on(changed, 'Se tidligere versjoner');
    expect(titles(versions)).toEqual(expect.arrayContaining(['Versjon 2', 'Versjon 1']));
    const first = await editor.on(versions, 'Versjon 1');
    expect(plainOf(first)).toContain('Felles digital vaktordning');
    const restoring = await editor.on(first, 'Hent fram denne versjonen');
    const restored = await editor.on(restoring, 'Hent fram', { 'in-tell': 'no' });
    expect(plainOf(restored)).toContain('Godkjent · versjon 3');
    expect(plainOf(restored)).toContain('Felles digital vaktordning');

    const reason = await who.on(await who.press({ do: 'share.open', entry }), 'Trekk tilbake');
    const withdrawn = await who.on(reason, 'Trekk tilbake', { 'in-reason': 'Leverandøren er gått konkurs.' });
    expect(plainOf(withdrawn)).toContain('Trukket tilbake · versjon 4');
    expect(plainOf(await now())).toContain('Leverandøren er gått konkurs.');
    // Pressed a year later.
    running.clock.now = new Date(running.clock.now.getTime() + 366 * 24 * 60 * 60_000);
    expect(plainOf(await who.on(reason, 'Trekk tilbake', { 'in-reason': 'igjen' }))).toContain(
      'allerede avgjort',
    );
    expect(plainOf(await editor.on(sure, 'Godkjenn'))).toContain('allerede avgjort');
  });
});
