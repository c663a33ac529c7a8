import { beforeAll, expect, test } from 'vitest';
import { type FillCard, loadCards } from '../../src/cards.ts';
import { helpCard } from '../../src/greetings.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { langs } from '../../src/knowledge/model.ts';
import { openMunicipalities } from '../../src/knowledge/municipalities.ts';
import type { Reply } from '../../src/messages.ts';
import type { Deed } from '../../src/people/audit.ts';
import { auditCard, confirmCard, municipalitiesCard, rolesCard, saidCard } from '../../src/people/card.ts';
import { meantBy } from '../../src/people/municipality.ts';
import type { Holder } from '../../src/people/roles.ts';
import { textsIn } from '../../src/texts/texts.ts';
import { checkCard } from '../card-check.ts';

/** Every card of people, in three languages, held to what Teams takes and people can read. */

let fill: FillCard;
beforeAll(() => {
  fill = loadCards('cards');
});

const check = (reply: Reply, what: string) => checkCard(reply.kind === 'card' ? reply.card : {}, what);

const title = 'En undersøkelse med en ganske lang tittel om personvern og **informasjonssikkerhet**';
const deeds: Deed[] = [
  { what: 'role.given', name: 'Kari Nordmann', role: 'leader' },
  { what: 'role.taken', name: 'Kari Nordmann', role: 'admin' },
  { what: 'municipality.chosen', number: '3205', name: 'Lillestrøm' },
  ...(['benchmark.joined', 'benchmark.left'] as const).map((what) => ({ what })),
  ...(
    ['survey.sent', 'survey.closed', 'survey.extended', 'survey.corrected', 'survey.withdrawn'] as const
  ).map((what) => ({ what, title })),
];

const long = 'x'.repeat(80);
const holders: Holder[] = Array.from({ length: 70 }, (_, n) => ({
  person: `${n}`.padEnd(43, 'a'),
  name: `${n} ${long}`.slice(0, 80),
  role: (['leader', 'editor', 'admin'] as const)[n % 3]!,
}));

test.each(langs)('every card in %s', (lang) => {
  const at = new Date('2026-07-01T22:30:00Z');
  const entries = [
    ...deeds.map((deed) => ({ at, actor: long, deed })),
    { at, actor: undefined, deed: undefined },
  ];
  for (let from = 0; from < entries.length; from += 10)
    check(
      auditCard({ entries: entries.slice(from, from + 10), total: entries.length }, from, lang, fill),
      lang,
    );
  check(auditCard({ entries: [], total: 0 }, 0, lang, fill), lang);
  for (const canTake of [true, false]) {
    for (const from of [0, 20, 60])
      check(rolesCard(holders, from, { canTake, someSet: true }, lang, fill), lang);
    check(rolesCard([], 0, { canTake, someSet: true }, lang, fill), lang);
  }
  const { roles, municipality, unchanged } = textsIn(lang).people;
  check(
    confirmCard(lang, fill, {
      title: roles.confirm.title(long, 'x'),
      body: roles.confirm.body,
      yes: roles.confirm.yes,
      data: { do: 'people.take', lang, person: 'x', role: 'leader', sure: true },
    }),
    lang,
  );
  check(saidCard(lang, fill, unchanged.title, [unchanged.body]), lang);
  check(saidCard(lang, fill, municipality.chosen('Os'), [municipality.use]), lang);
  check(
    helpCard(lang, fill, () => true),
    lang,
  );
});

test('a time on the log is that of Oslo, in summer and winter', () => {
  const said = (iso: string) =>
    JSON.stringify(
      auditCard({ entries: [{ at: new Date(iso), actor: 'x', deed: deeds[0] }], total: 1 }, 0, 'nb', fill),
    );
  expect(said('2026-07-01T22:30:00Z')).toContain('2. juli 2026, 00:30');
  expect(said('2026-12-31T23:05:00Z')).toContain('1. januar 2027, 00:05');
});

test('every municipality is understood by its name, its number and as it was called, and its card is right', async () => {
  const norway = openMunicipalities((await loadKnowledge('knowledge')).municipalities);
  for (const m of norway.all) {
    for (const asked of [m.name, m.number, `${m.name} kommune`]) {
      const meant = meantBy(asked, norway);
      const numbers =
        meant.kind === 'one'
          ? [meant.municipality.number]
          : meant.kind === 'several'
            ? meant.municipalities.map(({ number }) => number)
            : [];
      expect(numbers, asked).toContain(m.number);
      if (asked === m.number) expect(meant.kind, asked).toBe('one');
    }
  }
  const haram = meantBy('1507', norway);
  expect(haram.kind).toBe('several');
  if (haram.kind === 'several') {
    const { which } = textsIn('nn').people.municipality;
    check(municipalitiesCard('nn', fill, { ...which, municipalities: haram.municipalities }), '1507');
  }
});
