import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Who } from '../../src/people/who.ts';
import type { Plan, Question } from '../../src/survey/model.ts';
import { databases } from '../databases.ts';
import {
  answer,
  choice,
  DEADLINE,
  form,
  HERE,
  key,
  member,
  opened,
  person,
  question,
  type Stage,
  scale,
  stage,
  TENANT,
  value,
  whyNot,
} from './staged.ts';

describe.each(databases)('on %s', (_, open) => {
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
    staff = Array.from({ length: 7 }, (_, i) => member(at, `ansatt-${i}`, i % 2 ? 'nn' : undefined));
  });

  const plan: Partial<Plan> = { form: form([scale('trivsel'), question('fritt', 'text')]) };
  const results = async (round: string) => value(await at.surveys.results(leader, round));

  test('a round goes to everyone in the team, in their language and to their own app where they have it', async () => {
    await opened(at, leader, plan);
    const sent = at.sent('invitation');
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual(
      [leader, ...staff].map((w) => w.person).sort(),
    );
    const of = (who: Who) => [...at.batches.values()][0]!.to.get(who.person)!;
    expect(of(staff[1]!)).toMatchObject({ message: 'nn', address: { conversation: 'a:ansatt-1' } });
    expect(of(staff[0]!)).toMatchObject({ message: 'nb', address: { person: '29:ansatt-0' } });
  });

  test('sending twice, and invitations that are begun again, ask each person once', async () => {
    const { id } = await opened(at, leader, plan);
    expect(await answer(at, staff[0]!, id, { trivsel: 4 })).toBe('sent');
    expect(value(await at.surveys.send(leader, id)).state).toBe('open');
    at.alarms.set(`survey.spread ${id}`, at.clock.now);
    await at.moveTo(at.clock.now);
    expect(at.sent('invitation')).toHaveLength(8);
    expect(value(await at.surveys.progress(leader, id)).invited).toBe(8);
    expect((await at.surveys.open(staff[0]!, id)).kind).toBe('already');
  });

  test('answers are saved page by page, kept over a break, and sent once', async () => {
    const pages = {
      ...form([scale('a')]),
      pages: [scale('a'), scale('b')].map((q) => ({ ...form([q]).pages[0]!, id: q.id })),
    };
    const { id } = await opened(at, leader, { form: pages });
    const who = staff[0]!;
    expect(await at.surveys.open(who, id)).toMatchObject({ kind: 'page', number: 0, of: 2, answers: {} });
    expect(await at.surveys.save(who, id, 0, { a: '4' }, 'next')).toMatchObject({ kind: 'page', number: 1 });
    expect(await at.surveys.open(who, id)).toMatchObject({ kind: 'page', number: 1 });
    expect(await at.surveys.save(who, id, 1, {}, 'back')).toMatchObject({ number: 0, answers: { a: 4 } });
    expect(await at.surveys.save(who, id, 1, {}, 'next')).toMatchObject({
      number: 1,
      faults: { b: 'required' },
    });
    expect(await at.surveys.submit(who, id)).toMatchObject({ kind: 'ready', missing: [1] });
    expect(await at.surveys.save(who, id, 1, { b: 'dont-know' }, 'next')).toMatchObject({
      kind: 'ready',
      missing: [],
    });
    expect(await at.surveys.submit(who, id)).toMatchObject({ kind: 'sent' });
    expect(await at.surveys.submit(who, id)).toMatchObject({ kind: 'already' });
    expect(await at.surveys.save(who, id, 0, { a: '1' }, 'next')).toMatchObject({ kind: 'already' });
  });

  test('two presses at once answer once', async () => {
    const { id } = await opened(at, leader, plan);
    await Promise.all(staff.map((who) => at.surveys.save(who, id, 0, { trivsel: 3 }, 'next')));
    const presses = staff.flatMap((who) => Array.from({ length: 4 }, () => at.surveys.submit(who, id)));
    const kinds = (await Promise.all(presses)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'sent')).toHaveLength(staff.length);
    expect(kinds.filter((kind) => kind === 'already')).toHaveLength(3 * staff.length);
    value(await at.surveys.close(leader, id));
    expect(await results(id)).toMatchObject({ answered: 7, tallies: [{ counts: { 3: 7 } }] });
  });

  test('two saves at once both count', async () => {
    const questions = Array.from({ length: 12 }, (_, i) => scale(`q${i}`));
    const pages = questions.map((q) => ({ ...form([q]).pages[0]!, id: q.id }));
    const { id } = await opened(at, leader, { form: { ...form([]), pages } });
    await Promise.all(questions.map((q, i) => at.surveys.save(staff[0]!, id, i, { [q.id]: '5' }, 'stay')));
    expect((await at.surveys.submit(staff[0]!, id)).kind).toBe('sent');
  });

  test('the form is kept as it was sent, whatever becomes of the template; what is not asked is let go', async () => {
    const { id } = await opened(at, leader, plan);
    const page = await at.surveys.save(
      staff[0]!,
      id,
      0,
      { trivsel: '9', constructor: 'x', fritt: 'Bra' },
      'stay',
    );
    expect(page).toMatchObject({ kind: 'page', answers: { fritt: 'Bra' } });
    expect(whyNot(await at.surveys.change(leader, id, { form: form([scale('annet')]) }))).toBe('wrong-state');
  });

  test('a text with a fødselsnummer is not kept, and is given back to be mended', async () => {
    const { id } = await opened(at, leader, plan);
    const text = 'Ring meg på 41 23 45 67';
    const page = await at.surveys.save(staff[0]!, id, 0, { trivsel: '4', fritt: text }, 'next');
    expect(page).toMatchObject({
      kind: 'page',
      number: 0,
      faults: { fritt: 'personal-data' },
      answers: { fritt: text },
    });
    expect(await at.surveys.open(staff[0]!, id, 0)).toMatchObject({ answers: { trivsel: 4 } });
    expect(JSON.stringify(await at.surveys.open(staff[0]!, id, 0))).not.toContain('41 23');
  });

  test('who is late, not asked, of another tenant or too early is told so', async () => {
    const { id } = await opened(at, leader, plan);
    expect((await at.surveys.open(person('utenfor'), id)).kind).toBe('not-asked');
    expect((await at.surveys.open({ ...staff[0]!, tenant: 'another' }, id)).kind).toBe('gone');
    expect((await at.surveys.open(staff[0]!, 'not an id')).kind).toBe('gone');
    const draft = value(await at.surveys.create(leader, null));
    expect((await at.surveys.open(staff[0]!, draft.id)).kind).toBe('not-open');
    await at.moveTo(DEADLINE);
    expect((await at.surveys.open(staff[0]!, id)).kind).toBe('late');
    expect((await at.surveys.submit(staff[0]!, id)).kind).toBe('late');
  });

  test('only those who have not answered are reminded, at nine in the morning, and not when it is over', async () => {
    const { id } = await opened(at, leader, plan);
    await answer(at, staff[0]!, id, { trivsel: 4 });
    await answer(at, staff[1]!, id, { trivsel: 4 });
    await at.moveTo('2026-12-08T08:00:00Z');
    expect(
      at
        .sent('reminder/3')
        .map(({ recipient }) => recipient)
        .sort(),
    ).toEqual([leader, ...staff.slice(2)].map((w) => w.person).sort());
    expect(at.sent('reminder/1')).toEqual([]);
    value(await at.surveys.close(leader, id));
    await at.moveTo('2026-12-20T08:00:00Z');
    expect(at.sent('reminder')).toEqual([]);
  });

  test('the leader reminds those who have not answered when she likes, once a day', async () => {
    const { id } = await opened(at, leader, { ...plan, remindDays: [] });
    for (const who of staff.slice(0, 6)) await answer(at, who, id, { trivsel: 4 });
    value(await at.surveys.remind(leader, id));
    await at.moveTo('2026-11-30T10:00:00Z');
    const reminded = () => at.sent('reminder').map(({ recipient }) => recipient);
    expect(reminded().sort()).toEqual([leader, ...staff.slice(6)].map((w) => w.person).sort());
    expect(whyNot(await at.surveys.remind(leader, id))).toBe('reminded-today');
    await at.moveTo('2026-12-03T09:00:00Z');
    value(await at.surveys.remind(leader, id));
    await at.moveTo('2026-12-03T09:01:00Z');
    expect(reminded()).toHaveLength(4);
    expect(whyNot(await at.surveys.remind(staff[0]!, id))).toBe('not-yours');
    value(await at.surveys.close(leader, id));
    expect(whyNot(await at.surveys.remind(leader, id))).toBe('wrong-state');
  });

  test('what a leader does that others notice is on the audit log, and what those who answer do is not', async () => {
    const { id } = await opened(at, leader, plan);
    await answer(at, staff[0]!, id, { trivsel: 4 });
    value(await at.surveys.correct(leader, id, 'trivsel', 'Jeg trives godt på jobb.'));
    value(await at.surveys.extend(leader, id, new Date('2026-12-20T15:00:00Z')));
    value(await at.surveys.close(leader, id));
    value(await at.surveys.withdraw(leader, id));
    expect(at.onRecord.map(({ what, who }) => [what, who])).toEqual(
      ['sent', 'corrected', 'extended', 'closed', 'withdrawn'].map((w) => [`survey.${w}`, leader.person]),
    );
  });

  test('what has not been sent can be held back, and let go on', async () => {
    const { id } = await opened(at, leader, plan);
    value(await at.surveys.hold(leader, id, true));
    expect(at.held()).toEqual([expect.stringContaining('/invitation')]);
    expect(whyNot(await at.surveys.hold(staff[0]!, id, false))).toBe('not-yours');
    value(await at.surveys.hold(leader, id, false));
    expect(at.held()).toEqual([]);
  });

  test('a longer deadline reminds anew and closes later; a shorter one is refused', async () => {
    const { id } = await opened(at, leader, { ...plan, remindDays: [1] });
    await at.moveTo('2026-12-10T09:00:00Z');
    expect(at.sent('reminder')).toHaveLength(8);
    expect(whyNot(await at.surveys.extend(leader, id, new Date('2026-12-10T12:00:00Z')))).toBe(
      'deadline-past',
    );
    value(await at.surveys.extend(leader, id, new Date('2026-12-18T15:00:00Z')));
    await at.moveTo('2026-12-17T09:00:00Z');
    expect(value(await at.surveys.get(leader, id)).state).toBe('open');
    expect(new Set(at.sent('reminder').map(({ batch }) => batch)).size).toBe(2);
    await at.moveTo('2026-12-18T15:00:00Z');
    expect(value(await at.surveys.get(leader, id)).state).toBe('closed');
  });

  test('two who close at once close once, and nothing is counted twice', async () => {
    const { id } = await opened(at, leader, { ...plan, repeat: 'year' });
    for (const who of staff) await answer(at, who, id, { trivsel: 2 });
    const admin = person('admin', 'admin');
    const presses = [leader, admin, leader, admin].map((who) => at.surveys.close(who, id));
    for (const closed of await Promise.all(presses)) expect(value(closed).state).toBe('closed');
    expect(await results(id)).toMatchObject({ invited: 8, answered: 7, tallies: [{ counts: { 2: 7 } }] });
    expect(value(await at.surveys.results(leader, id)).round.state).toBe('closed');
    expect((await at.surveys.mine(leader)).filter(({ previous }) => previous === id)).toHaveLength(1);
    expect(at.sent('results')).toMatchObject([{ recipient: leader.person }]);
  });

  test('answers that come while a round is closed are counted, or told that they are late', async () => {
    const { id } = await opened(at, leader, plan);
    await Promise.all(staff.map((who) => at.surveys.save(who, id, 0, { trivsel: 3 }, 'next')));
    for (const who of staff.slice(0, 5)) await at.surveys.submit(who, id);
    const [closed, ...answers] = await Promise.all([
      at.surveys.close(leader, id),
      ...staff.slice(5).map((who) => at.surveys.submit(who, id)),
    ]);
    expect(value(closed).state).toBe('closed');
    const sent = answers.filter(({ kind }) => kind === 'sent').length;
    expect(answers.filter(({ kind }) => kind === 'late')).toHaveLength(2 - sent);
    expect((await results(id)).answered).toBe(5 + sent);
  });

  test('under the minimum group only the two counts are kept', async () => {
    const { id } = await opened(at, leader, plan);
    for (const who of staff.slice(0, 4)) await answer(at, who, id, { trivsel: 1, fritt: 'Noe' });
    expect(value(await at.surveys.progress(leader, id))).toMatchObject({
      invited: 8,
      answered: 0,
      few: true,
    });
    value(await at.surveys.close(leader, id));
    expect(await results(id)).toMatchObject({
      tooFew: true,
      invited: 8,
      answered: 4,
      tallies: [],
      texts: [],
      scores: [],
    });
    for (const table of [
      'survey_tally',
      'survey_text',
      'survey_response',
      'survey_asked',
      'survey_draft',
    ] as const) {
      const rows = await opening.database.db
        .selectFrom(table)
        .select('round')
        .where('round', '=', id)
        .execute();
      expect(rows, table).toEqual([]);
    }
  });

  test('free text is kept from ten answers on', async () => {
    for (let i = 0; i < 4; i++) staff.push(member(at, `til-${i}`));
    const few = await opened(at, leader, plan);
    const many = await opened(at, leader, plan);
    for (const who of staff.slice(0, 9))
      await answer(at, who, few.id, { trivsel: 3, fritt: `Fra ${who.name.length}` });
    for (const who of staff.slice(0, 10))
      await answer(at, who, many.id, { trivsel: 3, fritt: `Svar ${who.name}` });
    for (const { id } of [few, many]) value(await at.surveys.close(leader, id));
    expect((await results(few.id)).texts).toEqual([]);
    const [texts] = (await results(many.id)).texts;
    expect(texts!.texts.toSorted()).toEqual(
      staff
        .slice(0, 10)
        .map(({ name }) => `Svar ${name}`)
        .sort(),
    );
    at.clock.now = new Date('2028-01-01T00:00:00Z');
    await at.surveys.purge();
    expect(await results(many.id)).toMatchObject({ texts: [], answered: 10, tallies: [{}] });
  });

  test('a named survey says who, can be changed until the deadline, and forgets after a year', async () => {
    const { id } = await opened(at, leader, { ...plan, anonymous: false, minGroup: 1 });
    expect(await answer(at, staff[0]!, id, { trivsel: 2 })).toBe('sent');
    expect((await at.surveys.open(staff[0]!, id)).kind).toBe('already');
    expect(await at.surveys.open(staff[0]!, id, 0)).toMatchObject({ kind: 'page', answers: { trivsel: 2 } });
    expect(await answer(at, staff[0]!, id, { trivsel: 5 })).toBe('sent');
    await at.moveTo(DEADLINE);
    expect((await at.surveys.save(staff[0]!, id, 0, { trivsel: 1 }, 'next')).kind).toBe('late');
    expect((await results(id)).named).toEqual([{ name: 'ansatt-0', answers: { trivsel: 5 } }]);
    expect((await at.surveys.resultsFor(leader.tenant, id))?.named).toEqual([]);
    const rows = await opening.database.db.selectFrom('survey_named').select('sealed').execute();
    expect(JSON.stringify(rows)).not.toContain('ansatt');
    at.clock.now = new Date('2027-12-12T00:00:00Z');
    await at.surveys.purge();
    expect((await results(id)).named).toEqual([]);
  });

  test('a withdrawn round says so on its cards, and nothing of it is left', async () => {
    const { id } = await opened(at, leader, plan);
    for (const who of staff) await answer(at, who, id, { trivsel: 1 });
    value(await at.surveys.withdraw(leader, id));
    expect(new Set(at.sent('invitation').map(({ says }) => says.split(' ')[0]))).toEqual(
      new Set(['withdrawn']),
    );
    expect((await at.surveys.open(staff[0]!, id)).kind).toBe('withdrawn');
    expect(whyNot(await at.surveys.results(leader, id))).toBe('gone');
    await at.moveTo('2026-12-30T00:00:00Z');
    expect(at.sent('invitation')).toEqual([]);
  });

  test('one card in a channel is answered by those who are there, and those who come', async () => {
    const { id } = await opened(at, leader, { ...plan, audience: { kind: 'channel', name: 'Generelt' } });
    expect(at.sent('invitation')).toMatchObject([
      { recipient: key('channel', TENANT, '19:team'), says: 'channel invitation Trivsel nb' },
    ]);
    const newcomer = person('ny');
    expect(await answer(at, newcomer, id, { trivsel: 4 })).toBe('sent');
    expect(await answer(at, newcomer, id, { trivsel: 4 })).toBe('already');
    expect(value(await at.surveys.progress(leader, id)).invited).toBe(9);
    await at.moveTo('2026-12-08T08:00:00Z');
    expect(at.sent('reminder/3')).toHaveLength(8);
  });

  test('the card in a channel is in the language of who asks', async () => {
    at.app.set(leader.person, { ...at.app.get(leader.person)!, lang: 'nn' });
    await opened(at, leader, { ...plan, audience: { kind: 'channel', name: 'Generelt' } });
    expect(at.sent('invitation')).toMatchObject([{ says: 'channel invitation Trivsel nn' }]);
  });

  test('pasted e-mails: who has the app, who is in the team, and who nobody knows', async () => {
    member(at, 'borte', 'en');
    at.team.pop();
    const emails = [
      'BORTE@kommune.test',
      ' ansatt-0@kommune.test',
      'ukjent@kommune.test',
      'borte@kommune.test',
      '',
    ];
    const { id } = value(await at.surveys.create(leader, null));
    value(
      await at.surveys.change(
        leader,
        id,
        { ...plan, closesAt: DEADLINE, audience: { kind: 'emails', emails } },
        HERE,
      ),
    );
    expect(value(await at.surveys.reach(leader, id))).toEqual({
      reached: 2,
      unreachable: 0,
      unknown: ['ukjent@kommune.test'],
    });
    expect(whyNot(await at.surveys.send(leader, id))).toBe('audience-under-min-group');
    const kept = await opening.database.db
      .selectFrom('survey_round')
      .selectAll()
      .where('id', '=', id)
      .execute();
    expect(JSON.stringify(kept)).not.toMatch(/kommune\.test|kari/);
  });

  test('everyone with the app is asked, and nobody of another tenant', async () => {
    for (let i = 0; i < 6; i++) member(at, `app-${i}`, 'nb');
    at.app.set('x', { ...[...at.app.values()][0]!, person: 'x', tenant: 'another' });
    await opened(at, leader, { ...plan, audience: { kind: 'everyone' } });
    expect(at.sent('invitation').map(({ recipient }) => recipient)).not.toContain('x');
    expect(at.sent('invitation')).toHaveLength(at.app.size - 1);
  });

  test('an empty audience, too small a one, and one that is nowhere are refused', async () => {
    const { id } = value(await at.surveys.create(leader, null));
    const members = { kind: 'members', name: 'Teamet' } as const;
    const personal = {
      tenant: TENANT,
      service: 'https://x.test/',
      conversation: 'a:kari',
      person: '29:kari',
    };
    expect(whyNot(await at.surveys.change(leader, id, { audience: members }, personal))).toBe('no-audience');
    value(await at.surveys.change(leader, id, { ...plan, audience: members, closesAt: DEADLINE }, HERE));
    at.team.length = 4;
    expect(await at.surveys.send(leader, id)).toMatchObject({ why: 'audience-under-min-group', detail: '4' });
    at.team.length = 0;
    expect(whyNot(await at.surveys.send(leader, id))).toBe('empty-audience');
  });

  test('a round that was scheduled opens at its time; when it cannot, the leader is told and it is a draft again', async () => {
    const opensAt = new Date('2026-12-02T07:00:00Z');
    const make = async () => {
      const { id } = value(await at.surveys.create(leader, null));
      const audience = { kind: 'members', name: 'Teamet' } as const;
      value(await at.surveys.change(leader, id, { ...plan, audience, opensAt, closesAt: DEADLINE }, HERE));
      expect(value(await at.surveys.send(leader, id)).state).toBe('scheduled');
      return id;
    };
    const first = await make();
    expect(at.batches.size).toBe(0);
    await at.moveTo(opensAt);
    expect(value(await at.surveys.get(leader, first)).state).toBe('open');
    expect(at.sent('invitation')).toHaveLength(8);

    at.clock.now = new Date('2026-11-30T09:00:00Z');
    const second = await make();
    at.team.length = 3;
    await at.moveTo(opensAt);
    expect(value(await at.surveys.get(leader, second)).state).toBe('draft');
    expect(at.sent('not-opened')).toMatchObject([{ recipient: leader.person }]);

    at.clock.now = new Date('2026-11-30T09:00:00Z');
    const third = value(await at.surveys.create(leader, null)).id;
    expect(value(await at.surveys.discard(leader, third))).toBeUndefined();
    expect(whyNot(await at.surveys.get(leader, third))).toBe('gone');
  });

  test('a round that repeats comes half a year later with the template of that day, and the leader is told before', async () => {
    const { id } = await opened(at, leader, { ...plan, repeat: 'half-year' });
    await at.moveTo(DEADLINE);
    const [next] = (await at.surveys.mine(leader)).filter((round) => round.previous === id);
    expect(next).toMatchObject({ state: 'scheduled', plan: { audience: { kind: 'members' } } });
    // Ten in the morning by the clock, winter and summer.
    expect(next!.plan.opensAt).toEqual(new Date('2027-05-30T08:00:00Z'));
    await at.moveTo('2027-05-24T12:00:00Z');
    expect(at.sent('coming')).toMatchObject([{ recipient: leader.person }]);
    await at.moveTo('2027-05-30T08:00:00Z');
    expect(value(await at.surveys.get(leader, next!.id)).state).toBe('open');
    expect(at.sent('invitation')).toHaveLength(8);
  });

  test('only those may who may', async () => {
    expect(whyNot(await at.surveys.create(staff[0]!, null))).toBe('not-leader');
    const { id } = await opened(at, leader, plan);
    const other = person('annen', 'leader');
    for (const what of ['get', 'close', 'withdraw', 'progress', 'results'] as const)
      expect(whyNot(await at.surveys[what](other, id)), what).toBe('not-yours');
    expect(whyNot(await at.surveys.get({ ...leader, tenant: 'another' }, id))).toBe('gone');
    expect(whyNot(await at.surveys.results(leader, id))).toBe('wrong-state');
    expect(whyNot(await at.surveys.compare(leader, true))).toBe('not-admin');
    expect(whyNot(await at.surveys.compare({ ...person('a', 'admin'), municipality: undefined }, true))).toBe(
      'no-municipality',
    );
  });

  test('a mended text is shown to those who have not opened the page, and the answers stay', async () => {
    const { id } = await opened(at, leader, plan);
    await at.surveys.save(staff[0]!, id, 0, { trivsel: 4 }, 'next');
    value(await at.surveys.correct(leader, id, 'trivsel', 'Trives du?'));
    const page = await at.surveys.open(staff[0]!, id, 0);
    expect(page).toMatchObject({
      answers: { trivsel: 4 },
      page: { questions: [{ text: { nb: 'Trives du?' } }, {}] },
    });
  });

  test('who asks to be forgotten has no draft and is asked no more; who has answered cannot answer again', async () => {
    const { id } = await opened(at, leader, plan);
    await at.surveys.save(staff[0]!, id, 0, { trivsel: 4 }, 'next');
    await answer(at, staff[1]!, id, { trivsel: 4 });
    for (const who of staff.slice(0, 2)) await at.surveys.forget(who.person);
    expect((await at.surveys.open(staff[0]!, id)).kind).toBe('not-asked');
    expect((await at.surveys.open(staff[1]!, id)).kind).toBe('already');
    expect(value(await at.surveys.progress(leader, id)).invited).toBe(7);
  });

  test('every kind of answer is counted as it was given', async () => {
    for (let i = 0; i < 5; i++) staff.push(member(at, `flere-${i}`));
    const several = { ...choice('flere', ['x', 'y', 'z']), kind: 'choices' } as const;
    const kinds = [
      scale('s'),
      choice('v', ['m', 'n']),
      several,
      question('t', 'number'),
      question('d', 'date'),
    ];
    const { id } = await opened(at, leader, { form: form(kinds as Question[]) });
    const all = { s: 'dont-know', v: 'n', flere: ['x', 'z'], t: 0, d: '2026-02-28' };
    for (const who of staff.slice(0, 11)) await answer(at, who, id, all);
    await answer(at, staff[11]!, id, { s: 5, t: -1.5e-7 });
    value(await at.surveys.close(leader, id));
    const counts = (await results(id)).tallies.map((tally) => [tally.question, tally.counts]);
    expect(Object.fromEntries(counts)).toEqual({
      s: { 'dont-know': 11, 5: 1 },
      v: { n: 11, '': 1 },
      flere: { x: 11, z: 11, '': 1 },
      t: { 0: 11, '-1.5e-7': 1 },
      d: { '2026-02-28': 11, '': 1 },
    });
  });

  test('results by group keep the minimum group', async () => {
    for (let i = 0; i < 12; i++) staff.push(member(at, `mange-${i}`));
    const grouped = form([choice('hvor', ['skole', 'helse', 'teknisk']), scale('trivsel')], 'hvor');
    const { id } = await opened(at, leader, { form: grouped });
    const where = (i: number) => (i < 9 ? 'skole' : i < 15 ? 'helse' : 'teknisk');
    for (const [i, who] of staff.slice(0, 17).entries())
      await answer(at, who, id, { hvor: where(i), trivsel: 3 });
    value(await at.surveys.close(leader, id));
    const shown = await results(id);
    expect(shown.groups.map((group) => [group.id, group.answered])).toEqual([['skole', 9]]);
    expect(shown.heldBack).toBe(2);
    expect(shown.tallies.find(({ question: q, group }) => q === 'hvor' && !group)!.counts).toEqual({
      skole: 9,
    });
  });
});
