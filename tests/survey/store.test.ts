import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { parseSurvey, type SurveyTemplate } from '../../src/knowledge/survey.ts';
import type { Who } from '../../src/people/who.ts';
import type { Results } from '../../src/survey/model.ts';
import { createResponses } from '../../src/survey/store/responses.ts';
import { databases } from '../databases.ts';
import {
  answer,
  form,
  key,
  person,
  question,
  type Stage,
  scale,
  seal,
  stage,
  value,
  whyNot,
} from './staged.ts';

const FILE = 'knowledge/surveys/digital-modenhet.yaml';
const whole = parseSurvey(FILE, readFileSync(FILE, 'utf8')).survey!;
/** One dimension of a real template, all its statements the same way round. */
const template: SurveyTemplate = {
  ...whole,
  dimensions: [
    {
      ...whole.dimensions[0]!,
      statements: whole.dimensions[0]!.statements.map((statement) => ({ ...statement, reversed: false })),
    },
  ],
  openQuestions: [],
};

describe.each(databases)('on %s', (_, open) => {
  let opening: { database: Database; close(): Promise<void> };
  let at: Stage;

  beforeAll(async () => {
    opening = await open();
  });
  afterAll(() => opening.close());
  afterEach(() => at.surveys.stop());
  beforeEach(async () => {
    const { db } = opening.database;
    for (const table of ['survey_compared', 'survey_round', 'survey_score', 'tenant'] as const)
      await db.deleteFrom(table).execute();
    at = stage(opening.database);
    at.templates.push(template);
  });

  const ids = template.dimensions[0]!.statements.map(({ id }) => id);

  /** A municipality with so many people; opted in when it says so. */
  async function municipality(
    name: string,
    number: string,
    people: number,
    compared: boolean,
  ): Promise<Who[]> {
    const tenant = key('tenant', name);
    const staff = Array.from(
      { length: people },
      (_, i): Who => ({
        ...person(`${name}-${i}`, ...(i === 0 ? (['leader', 'admin'] as const) : [])),
        tenant,
        municipality: number,
      }),
    );
    for (const who of staff) {
      const address = { tenant: name, service: 'https://x.test/', conversation: who.name, person: who.name };
      at.app.set(who.person, { person: who.person, address, lang: 'nb', tenant, emails: [] });
    }
    await opening.database.db.insertInto('tenant').values({ tenant, municipality: number }).execute();
    if (compared) value(await at.surveys.compare(staff[0]!, true));
    return staff;
  }

  /** Everyone answers the same to every statement; the round is closed. */
  async function round(staff: Who[], chosen: number, answering = staff.length): Promise<string> {
    const [leader] = staff;
    const { id } = value(await at.surveys.create(leader!, { template: template.id }));
    const closesAt = new Date(at.clock.now.getTime() + 86_400_000);
    value(await at.surveys.change(leader!, id, { audience: { kind: 'everyone' }, closesAt }));
    value(await at.surveys.send(leader!, id));
    await at.moveTo(at.clock.now);
    const answers = Object.fromEntries(ids.map((statement) => [statement, chosen]));
    for (const who of staff.slice(0, answering)) expect(await answer(at, who, id, answers)).toBe('sent');
    at.clock.now = new Date(at.clock.now.getTime() + 60_000);
    value(await at.surveys.close(leader!, id));
    return id;
  }

  const scoreOf = ({ scores }: Results) => scores[0]!;

  test('others are the latest round of each opted-in municipality, from five on, and never one’s own', async () => {
    const own = await municipality('Oss', '3205', 5, true);
    const others = [];
    for (let i = 0; i < 4; i++) others.push(await municipality(`K${i}`, `110${i}`, 5, true));
    for (const [i, staff] of others.entries()) await round(staff, 1 + i);
    // Two tenants of one municipality count once, and of each only the latest round.
    await round(await municipality('K3 igjen', '1103', 5, true), 5);
    await round(await municipality('Oss igjen', '3205', 5, true), 5);
    await round(await municipality('Ikke med', '1199', 5, false), 5);
    await round(await municipality('For få', '1198', 6, true), 5, 4);
    const mine = await round(own, 4);
    const results = async () => value(await at.surveys.results(own[0]!, mine));
    expect(scoreOf(await results())).toMatchObject({ score: 4, others: undefined });

    const fifth = await municipality('K5', '1105', 5, true);
    await round(fifth, 1);
    await round(fifth, 5);
    // 1, 2, 3, 5 and 5.
    expect(scoreOf(await results()).others).toEqual({ lower: 2, median: 3, upper: 5, count: 5 });
    value(await at.surveys.compare(fifth[0]!, false));
    expect(await at.surveys.isCompared(fifth[0]!)).toBe(false);
    expect(scoreOf(await results()).others).toBeUndefined();
  });

  test('the change is since the round before of the same template, and not of one that shows nothing', async () => {
    const staff = await municipality('Oss', '3205', 6, false);
    const first = await round(staff, 2);
    expect(scoreOf(value(await at.surveys.results(staff[0]!, first))).before).toBeUndefined();
    const second = await round(staff, 4);
    expect(scoreOf(value(await at.surveys.results(staff[0]!, second)))).toMatchObject({
      score: 4,
      before: 2,
    });
    const few = await round(staff, 5, 3);
    expect(scoreOf(value(await at.surveys.results(staff[0]!, few)))).toMatchObject({
      score: undefined,
      before: undefined,
    });
    const fourth = await round(staff, 5);
    expect(scoreOf(value(await at.surveys.results(staff[0]!, fourth))).before).toBeUndefined();
  });

  test('a template that is changed while a round is open changes nothing in it; a repeat takes it as it has become', async () => {
    const [leader, ...staff] = await municipality('Oss', '3205', 6, false);
    const { id } = value(await at.surveys.create(leader!, { template: template.id }));
    const closesAt = new Date('2026-12-10T12:00:00Z');
    const plan = { audience: { kind: 'everyone' }, closesAt, repeat: 'year' } as const;
    value(await at.surveys.change(leader!, id, plan));
    value(await at.surveys.send(leader!, id));
    await at.moveTo(at.clock.now);
    const [dimension] = template.dimensions;
    at.templates[0] = {
      ...template,
      dimensions: [{ ...dimension!, statements: dimension!.statements.slice(1) }],
    };
    const page = await at.surveys.open(staff[0]!, id);
    expect(page.kind === 'page' && page.page.questions.map((asked) => asked.id)).toEqual(ids);
    await at.moveTo(closesAt);
    await at.moveTo('2027-12-01T12:00:00Z');
    const next = (await at.surveys.mine(leader!)).find(({ previous }) => previous === id)!;
    expect(next.state).toBe('open');
    expect(next.plan.form.pages[0]!.questions.map((asked) => asked.id)).toEqual(ids.slice(1));
  });

  test('results are for whom the plan says', async () => {
    const staff = await municipality('Oss', '3205', 7, false);
    const leader = staff[0]!;
    const other = { ...staff[1]!, roles: new Set(['staff', 'leader'] as const) };
    for (const [shownTo, who, may] of [
      ['sender', other, false],
      ['leaders', other, true],
      ['leaders', staff[2]!, false],
      ['everyone', staff[2]!, true],
    ] as const) {
      const { id } = value(await at.surveys.create(leader, { template: template.id }));
      const closesAt = new Date(at.clock.now.getTime() + 86_400_000);
      value(await at.surveys.change(leader, id, { audience: { kind: 'everyone' }, closesAt, shownTo }));
      value(await at.surveys.send(leader, id));
      value(await at.surveys.close(leader, id));
      expect(whyNot(await at.surveys.results(who, id)), shownTo).toBe(may ? undefined : 'not-yours');
      expect(whyNot(await at.surveys.results({ ...who, tenant: 'another' }, id))).toBe('gone');
      expect(await at.surveys.resultsFor('another', id)).toBeUndefined();
      // A leader finds them among their own; someone who is none does not look there.
      const listed = (await at.surveys.mine(who)).some((round) => round.id === id);
      expect(listed, shownTo).toBe(shownTo === 'leaders' && who === other);
    }
  });

  test('mixing and stirring from many sides at once loses nothing', async () => {
    const { db } = opening.database;
    const asked = form([scale('a'), question('t', 'text')]);
    const responses = createResponses({ db, seal, random: (below) => Math.floor(Math.random() * below) });
    const id = crypto.randomUUID();
    const add = (i: number) =>
      db.transaction().execute((tx) => responses.add(tx, id, asked, { a: 1 + (i % 5), t: `nummer ${i}` }));
    await Promise.all([
      ...Array.from({ length: 60 }, (_, i) => add(i)),
      responses.stir(id),
      responses.stir(id),
      responses.vacuum(),
    ]);
    await db.transaction().execute(async (tx) => {
      const chosen = (await responses.takeChosen(tx, id, asked)).map(({ a }) => a);
      expect(chosen.toSorted()).toEqual(Array.from({ length: 60 }, (_, i) => 1 + Math.floor(i / 12)));
      const texts = await responses.takeTexts(tx, id, 't');
      expect(texts.toSorted()).toEqual(Array.from({ length: 60 }, (_, i) => `nummer ${i}`).toSorted());
    });
  });
});
