import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { createLinks, type LinkedResults } from '../../../src/links.ts';
import type { Who } from '../../../src/people/who.ts';
import type { Plan, Round } from '../../../src/survey/model.ts';
import { createDocuments } from '../../../src/survey/report/documents.ts';
import { textsIn } from '../../../src/texts/texts.ts';
import { databases } from '../../databases.ts';
import {
  answer,
  choice,
  DEADLINE,
  form,
  member,
  opened,
  question,
  SECRET,
  type Stage,
  scale,
  stage,
  value,
} from '../staged.ts';

/** From what people answered to what is on the page and in the file, with nothing in between but the real thing. */
describe.each(databases)('documents of rounds on %s', (_, open) => {
  let opening: { database: Database; close(): Promise<void> };
  let at: Stage;
  let leader: Who;
  let staff: Who[];

  beforeAll(async () => {
    opening = await open();
  });
  afterAll(() => opening.close());
  afterEach(() => at.surveys.stop());
  beforeEach(() => {
    at = stage(opening.database);
    leader = { ...member(at, 'kari', 'nb'), roles: new Set(['staff', 'leader']) };
    staff = Array.from({ length: 14 }, (_, i) => member(at, `ansatt-${i}`));
  });

  const words = (text: string) => ({ nb: text, nn: text, en: text });
  const plan: Partial<Plan> = {
    form: {
      ...form(
        [
          scale('trivsel', 'miljo'),
          choice('hvor', ['helse', 'skole', 'vann'], true),
          question('fritt', 'text'),
        ],
        'hvor',
      ),
      dimensions: [
        { id: 'miljo', title: words('Arbeidsmiljø'), advice: words('Snakk sammen.'), articles: [], tags: [] },
      ],
    },
  };

  async function fetched(round: Round, kind: LinkedResults['kind'], names?: true) {
    const links = createLinks({ secret: SECRET, publicUrl: () => 'https://x.test', now: () => at.clock.now });
    const document = createDocuments({
      links,
      surveys: at.surveys,
      municipalityOf: async () => 'Lillestrøm',
      readingFor: () => ({ articles: [], solutions: [] }),
      now: () => at.clock.now,
    });
    const link = links.link({
      kind,
      tenant: round.tenant,
      round: round.id,
      lang: 'nb',
      ...(names && { names }),
    });
    const { status = 200, body } = await document(link.slice(link.lastIndexOf('/') + 1));
    return { status, body: body.toString() };
  }

  const rowsOf = (csv: string): Record<string, string>[] =>
    parse(csv, { bom: true, delimiter: ';', columns: true });

  test('the page and the file tell what was answered, and nothing of a group that is too small', async () => {
    const round = await opened(at, leader, plan);
    for (const [i, who] of staff.entries()) {
      // Six in each of the large groups, who all say 4; two in the small one, who say 1.
      const hvor = i < 6 ? 'helse' : i < 12 ? 'skole' : 'vann';
      const given = { trivsel: i < 12 ? 4 : 1, hvor, fritt: `tekst ${i}` };
      expect(await answer(at, who, round.id, given)).toBe('sent');
    }
    await at.moveTo(DEADLINE);

    const { status, body } = await fetched(round, 'report');
    expect(status).toBe(200);
    expect(body).toContain(textsIn('nb').report.brief.rate(14, 15, 93));
    expect(body).toContain('Lillestrøm');
    expect(body).toContain('tekst 13');
    const { heldBack, groups } = value(await at.surveys.results(leader, round.id));
    expect(heldBack).toBeGreaterThan(0);
    expect(body).toContain(textsIn('nb').report.groups.heldBack(heldBack, 5));

    const rows = rowsOf((await fetched(round, 'csv')).body);
    const everyone = rows.filter((row) => row.Spørsmål === 'trivsel' && !row.Gruppe);
    expect(everyone.map((row) => row.Antall)).toEqual(['2', '0', '0', '12', '0', '0', '0']);
    expect(new Set(rows.map((row) => row.Gruppe).filter(Boolean))).toEqual(
      new Set(groups.map((group) => group.text.nb)),
    );
    expect(groups.map((group) => group.id)).not.toContain('vann');
  });

  test('where few answered, no document has a number or a word of theirs', async () => {
    const round = await opened(at, leader, plan);
    for (const who of staff.slice(0, 4))
      await answer(at, who, round.id, { trivsel: 2, hvor: 'helse', fritt: 'hemmelig' });
    await at.moveTo(DEADLINE);
    const { body } = await fetched(round, 'report');
    expect(body).toContain(textsIn('nb').report.tooFew.body(5));
    const csv = (await fetched(round, 'csv')).body;
    for (const document of [body, csv]) expect(document).not.toContain('hemmelig');
    expect(new Set(rowsOf(csv).map((row) => row['Del av resultatet']))).toEqual(new Set(['Oversikt']));
  });

  test('answers with names stay without them behind a link that is passed on', async () => {
    const round = await opened(at, leader, { ...plan, anonymous: false });
    for (const who of staff.slice(0, 6)) await answer(at, who, round.id, { trivsel: 2, hvor: 'helse' });
    await at.moveTo(DEADLINE);
    expect(value(await at.surveys.results(leader, round.id)).named.length).toBeGreaterThan(0);
    for (const kind of ['report', 'csv'] as const)
      expect((await fetched(round, kind)).body).not.toContain('ansatt-');
    // The file for the one who sent it, whose link is handed out in the card alone.
    const rows = rowsOf((await fetched(round, 'csv', true)).body).filter((row) => row.Navn);
    expect(rows.map((row) => row.Navn)).toContain('ansatt-1');
    expect(new Set(rows.map((row) => row['Del av resultatet']))).toEqual(
      new Set([textsIn('nb').report.file.named]),
    );
  });

  test('an anonymous round has no names to give, whatever its link asks for', async () => {
    const round = await opened(at, leader, plan);
    for (const who of staff.slice(0, 6)) await answer(at, who, round.id, { trivsel: 4, hvor: 'helse' });
    await at.moveTo(DEADLINE);
    expect((await fetched(round, 'csv', true)).body).not.toContain('ansatt');
  });

  test('a round that is still open, or was withdrawn, has no documents', async () => {
    const round = await opened(at, leader, plan);
    expect((await fetched(round, 'report')).status).toBe(410);
    value(await at.surveys.withdraw(leader, round.id));
    const { status, body } = await fetched(round, 'xlsx');
    expect(status).toBe(410);
    expect(body).toContain(textsIn('nb').report.gone.title);
  });
});
