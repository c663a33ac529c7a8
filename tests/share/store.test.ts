import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/ask/language.ts';
import type { Database } from '../../src/db/database.ts';
import type { Batch, Recipient } from '../../src/delivery/delivery.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { type Municipalities, openMunicipalities } from '../../src/knowledge/municipalities.ts';
import type { Outgoing } from '../../src/messages.ts';
import type { News } from '../../src/news.ts';
import type { Deed } from '../../src/people/audit.ts';
import type { Chosen } from '../../src/people/channels.ts';
import { createKey } from '../../src/people/key.ts';
import { createSeal } from '../../src/people/seal.ts';
import type { Role, Who } from '../../src/people/who.ts';
import type { Outcome, Shared, Shares } from '../../src/share/share.ts';
import { createShares } from '../../src/share/shares.ts';
import type { Entry } from '../../src/share/store/entries.ts';
import type { Written } from '../../src/share/written.ts';
import { databases } from '../databases.ts';

/** Sharing on real databases; the queue stands in at the fence, and the clock is moved by hand. */
const SECRET = 'a secret for tests, long enough to be one';
const key = createKey(SECRET);
const seal = createSeal(SECRET);
const DAY = 24 * 60 * 60_000;

let knowledge: Knowledge;
let norway: Municipalities;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
  norway = openMunicipalities(knowledge.municipalities);
});

const someone = (name: string, tenant = 'lillestrom', ...roles: Role[]): Who => ({
  tenant: key('tenant', tenant),
  person: key('person', tenant, name),
  name,
  roles: new Set<Role>(['staff', ...roles]),
  municipality: '3205',
});
const ola = someone('Ola');
const eva = someone('Eva', 'lillestrom', 'editor');
const per = someone('Per', 'lillestrom', 'editor');
const elsewhere = someone('Siri', 'bergen', 'editor');

const PROBLEM =
  'Vi trengte en felles vaktordning for hjemmetjenesten, fordi hver sone hadde sin egen og ingen kunne hjelpe.';
const DONE =
  'Vi kjøpte ett system sammen med nabokommunene, lærte opp alle i løpet av høsten og flyttet en sone om gangen.';
const WRITTEN: Written = {
  kind: 'experience',
  title: 'Felles vaktordning',
  problem: PROBLEM,
  done: DONE,
  place: 'Lillestrøm',
  topic: 'digitalisering',
  tags: 'velferdsteknologi',
};

describe.each(databases)('on %s', (_, open) => {
  let opening: { database: Database; close(): Promise<void> };
  beforeAll(async () => {
    opening = await open();
  });
  afterAll(() => opening.close());

  let shares: Shares & Shared;
  let clock: Date;
  let news: News[];
  let onRecord: (Deed & { by: string })[];
  let batches: Map<string, Batch & { to: Map<string, Recipient> }>;
  let channel: Chosen | undefined;
  let reachable: Set<string>;
  let failing: boolean;

  beforeEach(async () => {
    const { db } = opening.database;
    for (const table of ['share_draft', 'share_version', 'share_entry'] as const)
      await db.deleteFrom(table).execute();
    clock = new Date('2026-11-30T09:00:00Z');
    [news, onRecord, batches] = [[], [], new Map()];
    channel = undefined;
    reachable = new Set([ola.person, eva.person]);
    failing = false;
    const say =
      (what: string) =>
      (entry: Entry): Outgoing => ({
        kind: 'text',
        text: [what, entry.state, entry.decision?.by, entry.decision?.reason].filter(Boolean).join(' '),
      });
    shares = createShares({
      db,
      seal,
      now: () => clock,
      knowledge: () => knowledge,
      norway: () => norway,
      languageOf: (text) => detectLanguage(text),
      audit: { write: async (_tx, who, deed) => void onRecord.push({ by: who.name, ...deed }) },
      channels: { of: async () => channel },
      roles: {
        all: async () => [
          { person: eva.person, role: 'editor', name: 'Eva' },
          { person: per.person, role: 'editor', name: 'Per' },
          { person: key('leader'), role: 'leader', name: 'Leder' },
        ],
      },
      addresses: {
        byPersons: async (persons) =>
          new Map(
            persons
              .filter((person) => reachable.has(person))
              .map((person) => [
                person,
                { person, address: { tenant: 't', service: 's', conversation: person }, lang: 'nn' as const },
              ]),
          ),
      },
      delivery: {
        async plan(_tx, batch, recipients) {
          const known = batches.get(batch.id) ?? { ...batch, to: new Map() };
          batches.set(batch.id, known);
          for await (const one of recipients) known.to.set(one.recipient, one);
          return known.to.size;
        },
        async replace(_tx, id, messages) {
          const batch = batches.get(id);
          if (batch) batch.messages = messages;
        },
        async forgetBatch(_tx, id) {
          batches.delete(id);
        },
      },
      notices: { toEditors: say('editors'), toSharer: say('sharer') },
      tell: async (_tx, told) => {
        if (failing) throw new Error('the queue is gone');
        news.push(told);
      },
    });
  });

  const value = <T>(outcome: Outcome<T>): T => {
    if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.why}`);
    return outcome.value;
  };
  const whyNot = (outcome: Outcome<unknown>) => (outcome.kind === 'refused' ? outcome.why : undefined);
  const says = (end: string) =>
    [...batches.values()]
      .filter(({ id }) => id.endsWith(end))
      .map(({ messages, to }) => ({ says: (messages.nn as { text: string }).text, to: [...to.keys()] }));

  async function submitted(who = ola, change: Written = {}): Promise<Entry> {
    const id = randomUUID();
    await shares.save(who, id, { ...WRITTEN, ...change });
    return value(await shares.submit(who, id, 'nb')).entry;
  }
  const approve = (who: Who, { id, version }: Entry, tell = true) =>
    shares.decide(who, id, { what: 'approve', seen: version, tell });
  async function approved(change: Written = {}): Promise<Entry> {
    return value(await approve(eva, await submitted(ola, change)));
  }
  async function corrected(who: Who, { id }: Entry, change: Written): Promise<Entry> {
    value(await shares.correct(who, id, 'nb'));
    await shares.save(who, id, change);
    return value(await shares.submit(who, id, 'nb')).entry;
  }

  test('what is sent in waits, its draft is gone, and sent in twice it is one', async () => {
    const entry = await submitted();
    expect(entry).toMatchObject({ state: 'waiting', version: 1, published: null });
    expect(await shares.draft(ola, entry.id)).toBeUndefined();
    const again = await shares.submit(ola, entry.id, 'nb');
    expect(again).toMatchObject({ kind: 'refused', why: 'decided', entry: { state: 'waiting' } });
    expect((await shares.published()).solutions).toEqual([]);
  });

  test('sent in twice at once it is one', async () => {
    const id = randomUUID();
    await shares.save(ola, id, WRITTEN);
    const both = await Promise.all([shares.submit(ola, id, 'nb'), shares.submit(ola, id, 'nb')]);
    expect(both.filter(({ kind }) => kind === 'ok')).toHaveLength(1);
    expect((await shares.mine(ola)).entries).toHaveLength(1);
  });

  test('a draft is sealed, of one person, kept 30 days, and deleted when they ask', async () => {
    const id = randomUUID();
    await shares.save(ola, id, { title: 'Hemmelig tittel' });
    await shares.save(ola, id, { problem: PROBLEM });
    expect((await shares.draft(ola, id))?.written).toEqual({ title: 'Hemmelig tittel', problem: PROBLEM });
    expect(await shares.draft(eva, id)).toBeUndefined();
    const rows = await opening.database.db.selectFrom('share_draft').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('Hemmelig');
    clock = new Date(clock.getTime() + 29 * DAY);
    await shares.purge();
    expect(await shares.draft(ola, id)).toBeDefined();
    clock = new Date(clock.getTime() + 2 * DAY);
    await shares.purge();
    expect(await shares.draft(ola, id)).toBeUndefined();
    await shares.save(ola, id, WRITTEN);
    await shares.forget(ola.person);
    expect((await shares.mine(ola)).drafts).toEqual([]);
  });

  test('what is incomplete is not sent in, and says all that is wrong', async () => {
    const id = randomUUID();
    await shares.save(ola, id, { kind: 'solution', title: 'Noe', place: 'Atlantis' });
    const outcome = await shares.submit(ola, id, 'nb');
    expect(outcome).toMatchObject({ kind: 'refused', why: 'incomplete' });
    const fields = outcome.kind === 'refused' ? outcome.faults?.map(({ field }) => field) : [];
    expect(fields).toEqual(['title', 'problem', 'done', 'place', 'topic']);
    expect(await shares.draft(ola, id)).toBeDefined();
  });

  test('approved, it is a solution everyone sees, told once, with the revision moved in the same transaction', async () => {
    const before = await shares.revision();
    const entry = await approved();
    expect(entry).toMatchObject({ state: 'approved', published: 1, slug: 'delt-felles-vaktordning' });
    expect(await shares.revision()).toBe(before + 1);
    const { solutions } = await shares.published();
    expect(solutions).toEqual([
      expect.objectContaining({
        id: 'delt-felles-vaktordning',
        title: 'Felles vaktordning',
        municipalities: ['3205'],
        tags: ['velferdsteknologi'],
        reviewed: '2026-11-30',
      }),
    ]);
    expect(news).toEqual([
      { id: 'delt-felles-vaktordning:1', change: 'new', tell: true, solution: solutions[0] },
    ]);
    expect(onRecord).toEqual([{ by: 'Eva', what: 'share.approved', title: 'Felles vaktordning' }]);
    expect(says('/editors')).toEqual([{ says: 'editors approved Eva', to: [eva.person] }]);
    expect(says('/approve')).toEqual([{ says: 'sharer approved Eva', to: [ola.person] }]);
  });

  test('when telling fails nothing is approved', async () => {
    const entry = await submitted();
    const before = await shares.revision();
    failing = true;
    await expect(approve(eva, entry)).rejects.toThrow('the queue is gone');
    expect(value(await shares.get(ola, entry.id)).state).toBe('waiting');
    expect(await shares.revision()).toBe(before);
  });

  test('of two editors at once one decides, and the other gets what was decided', async () => {
    const entry = await submitted();
    const [first, second] = await Promise.all([
      approve(eva, entry),
      shares.decide(per, entry.id, { what: 'reject', seen: 1, reason: 'Passer ikke' }),
    ]);
    const lost = first.kind === 'ok' ? second : first;
    const won = first.kind === 'ok' ? first : second;
    expect(lost).toMatchObject({ kind: 'refused', why: 'decided' });
    expect(lost.kind === 'refused' && lost.entry?.decision).toEqual(won.kind === 'ok' && won.value.decision);
    expect(onRecord).toHaveLength(1);
    expect(news.length).toBe(first.kind === 'ok' ? 1 : 0);
  });

  test('two of the same title approved at once get ids of their own, and of no article', async () => {
    const both = await Promise.all([submitted(), submitted()]);
    const done = await Promise.all(both.map((entry) => approve(eva, entry)));
    expect(done.map((outcome) => value(outcome).slug).sort()).toEqual([
      'delt-felles-vaktordning',
      'delt-felles-vaktordning-2',
    ]);
  });

  test('changes are asked for with a word, mended, and asked about anew', async () => {
    const entry = await submitted();
    value(await shares.decide(eva, entry.id, { what: 'changes', seen: 1, reason: 'Si litt om pris.' }));
    expect(says('/changes')).toEqual([{ says: 'sharer changes Eva Si litt om pris.', to: [ola.person] }]);
    const again = await corrected(ola, entry, { title: 'Felles vaktordning med pris' });
    expect(again).toMatchObject({ state: 'waiting', version: 2, asked: 2, decision: undefined });
    expect([...batches.keys()]).toContain(`share/${entry.id}/2/editors`);
    // The first card stays as it was decided.
    expect(batches.get(`share/${entry.id}/1/editors`)?.messages.nb).toMatchObject({
      text: 'editors changes Eva Si litt om pris.',
    });
  });

  test('corrected while it waits, the same card says it, and who looked at the old one must look again', async () => {
    const entry = await submitted();
    const newer = await corrected(eva, entry, { title: 'Felles vaktordning, rettet' });
    expect(newer).toMatchObject({ version: 2, asked: 1 });
    expect([...batches.keys()]).toEqual([`share/${entry.id}/1/editors`]);
    expect(whyNot(await approve(per, entry))).toBe('newer');
    expect(value(await approve(per, newer)).published).toBe(2);
    expect(onRecord.map(({ what }) => what)).toEqual(['share.corrected', 'share.approved']);
  });

  test('what someone else has corrected meanwhile is not written over unseen', async () => {
    const entry = await submitted();
    value(await shares.correct(ola, entry.id, 'nb'));
    await shares.save(ola, entry.id, { title: 'Mitt nye navn' });
    await corrected(eva, entry, { title: 'Redaktørens navn' });
    expect(whyNot(await shares.submit(ola, entry.id, 'nb'))).toBe('newer');
    // Once more, now that they know.
    const mine = value(await shares.submit(ola, entry.id, 'nb')).entry;
    expect(mine).toMatchObject({ version: 3, content: { title: 'Mitt nye navn' } });
  });

  test('a correction of what is approved is seen by others once it is approved, told or silent', async () => {
    const entry = await approved();
    const newer = await corrected(ola, entry, { title: 'Felles vaktordning i tre soner' });
    expect(newer).toMatchObject({ state: 'waiting', published: 1 });
    expect((await shares.published()).solutions[0]?.title).toBe('Felles vaktordning');
    value(await approve(eva, newer, false));
    expect((await shares.published()).solutions[0]).toMatchObject({
      id: 'delt-felles-vaktordning',
      title: 'Felles vaktordning i tre soner',
    });
    expect(news.at(-1)).toMatchObject({ id: 'delt-felles-vaktordning:2', change: 'changed', tell: false });
  });

  test('a correction that is rejected leaves what others see', async () => {
    const newer = await corrected(ola, await approved(), { title: 'Noe helt annet her' });
    const after = value(await shares.decide(eva, newer.id, { what: 'reject', seen: 2, reason: 'Nei' }));
    expect(after).toMatchObject({ state: 'approved', published: 1 });
    expect((await shares.published()).solutions[0]?.title).toBe('Felles vaktordning');
  });

  test('what was turned down can be mended and sent in again', async () => {
    const entry = await submitted();
    value(await shares.decide(eva, entry.id, { what: 'reject', seen: 1, reason: 'Gjelder ikke kommuner' }));
    expect(value(await shares.get(ola, entry.id)).state).toBe('rejected');
    const again = await corrected(ola, entry, { title: 'Felles vaktordning i kommunen' });
    expect(again).toMatchObject({ state: 'waiting', version: 2, asked: 2 });
    expect(value(await approve(eva, again)).slug).toBe('delt-felles-vaktordning-i-kommunen');
  });

  test('withdrawn it is seen no more, and is told as it was; restored it is back as a new version', async () => {
    const entry = await approved();
    const before = await shares.revision();
    const gone = value(await shares.withdraw(ola, entry.id, 'Leverandøren er borte'));
    expect(gone).toMatchObject({ state: 'withdrawn', version: 2, published: null });
    expect((await shares.published()).solutions).toEqual([]);
    expect(await shares.revision()).toBe(before + 1);
    expect(news.at(-1)).toMatchObject({ id: 'delt-felles-vaktordning:2', change: 'withdrawn', tell: false });
    expect(whyNot(await shares.withdraw(ola, entry.id, 'igjen'))).toBe('decided');
    const first = { number: 1, seen: 2, tell: true };
    expect(whyNot(await shares.restore(ola, entry.id, first))).toBe('not-editor');
    expect((await shares.published()).withdrawn).toEqual([entry.slug]);
    const back = value(await shares.restore(eva, entry.id, first));
    expect((await shares.published()).withdrawn).toEqual([]);
    expect(back).toMatchObject({ state: 'approved', version: 3, published: 3, slug: entry.slug });
    expect(news.at(-1)).toMatchObject({ id: 'delt-felles-vaktordning:3', change: 'changed', tell: true });
    const { versions } = value(await shares.versions(eva, entry.id));
    expect(versions.map(({ number, made }) => `${number} ${made}`)).toEqual([
      '3 restored',
      '2 withdrawn',
      '1 shared',
    ]);
    expect(onRecord.map(({ what }) => what)).toEqual(['share.approved', 'share.withdrawn', 'share.restored']);
    expect(await shares.revision()).toBe(before + 2);
  });

  test('a version restored by two presses, or by two editors at once, is restored and told once', async () => {
    const entry = await approved();
    value(await approve(eva, await corrected(ola, entry, { title: 'Felles vaktordning, rettet' })));
    const told = news.length;
    const again = { number: 1, seen: 2, tell: true };
    const both = await Promise.all([eva, per].map((who) => shares.restore(who, entry.id, again)));
    expect(both.map(whyNot).sort()).toEqual(['newer', undefined]);
    expect(whyNot(await shares.restore(eva, entry.id, again))).toBe('newer');
    expect(news).toHaveLength(told + 1);
    expect(value(await shares.get(eva, entry.id)).version).toBe(3);
  });

  test('a form of last year turns down nothing that is new', async () => {
    const entry = await submitted();
    const no = { what: 'reject', seen: 1, reason: 'Passer ikke' } as const;
    value(await shares.decide(eva, entry.id, no));
    value(
      await shares.decide(eva, (await corrected(ola, entry, { title: 'Noe bedre' })).id, { ...no, seen: 2 }),
    );
    const newest = await corrected(ola, entry, { title: 'Det beste' });
    clock = new Date(clock.getTime() + 366 * DAY);
    expect(whyNot(await shares.decide(per, entry.id, no))).toBe('newer');
    expect(whyNot(await shares.decide(per, entry.id, { ...no, what: 'changes', seen: 2 }))).toBe('newer');
    expect(value(await shares.get(ola, entry.id))).toMatchObject({
      state: 'waiting',
      version: newest.version,
    });
  });

  test('a correction sent in twice at once is sent in once, and its draft does not come back', async () => {
    const entry = await approved();
    value(await shares.correct(ola, entry.id, 'nb'));
    await shares.save(ola, entry.id, { title: 'Felles vaktordning, rettet' });
    const both = await Promise.all([shares.submit(ola, entry.id, 'nb'), shares.submit(ola, entry.id, 'nb')]);
    expect(both.filter(({ kind }) => kind === 'ok')).toHaveLength(1);
    expect(both.find(({ kind }) => kind === 'refused')).toMatchObject({
      why: 'decided',
      entry: { version: 2 },
    });
    expect((await shares.mine(ola)).drafts).toEqual([]);
    expect(value(await shares.get(ola, entry.id)).version).toBe(2);
  });

  test('a draft that outlives what was sent in of it becomes a correction, and nothing is stuck', async () => {
    const entry = await submitted();
    // As when a step is kept at the very moment it is sent in.
    await shares.save(ola, entry.id, { ...WRITTEN, title: 'Felles vaktordning, rettet' });
    const outcome = await shares.submit(ola, entry.id, 'nb');
    expect(outcome).toMatchObject({ kind: 'refused', why: 'newer', entry: { version: 1 } });
    expect(value(await shares.submit(ola, entry.id, 'nb')).entry).toMatchObject({
      version: 2,
      content: { title: 'Felles vaktordning, rettet' },
    });
  });

  test('the id of what someone else sent in is no way in', async () => {
    const entry = await submitted();
    const thief = someone('Tyv');
    await shares.save(thief, entry.id, WRITTEN);
    expect(await shares.submit(thief, entry.id, 'nb')).toEqual({ kind: 'refused', why: 'not-yours' });
    expect(await shares.submit(elsewhere, entry.id, 'nb')).toEqual({ kind: 'refused', why: 'not-yours' });
    expect(value(await shares.get(ola, entry.id)).content.title).toBe(WRITTEN.title);
  });

  test('who wants to be forgotten is not named for what they withdrew; an editor’s decision stays', async () => {
    const [mine, theirs] = [await submitted(), await submitted()];
    value(await shares.withdraw(ola, mine.id, 'For tidlig'));
    value(await shares.decide(eva, theirs.id, { what: 'changes', seen: 1, reason: 'Si mer' }));
    await shares.forget(ola.person);
    expect(value(await shares.get(eva, mine.id)).decision).toMatchObject({ by: '', reason: 'For tidlig' });
    expect(value(await shares.get(eva, theirs.id)).decision).toMatchObject({ by: 'Eva' });
  });

  test('what waits can be taken back by who shared it, and nobody else hears of it', async () => {
    const entry = await submitted();
    value(await shares.withdraw(ola, entry.id, 'For tidlig'));
    expect(news).toEqual([]);
    expect(says('/editors')[0]?.says).toBe('editors withdrawn Ola For tidlig');
  });

  test('the editors’ channel goes before editors; with nobody, that is said and it waits', async () => {
    channel = {
      purpose: 'editors',
      channel: 'kanal',
      address: { tenant: 't', service: 's', conversation: 'kanal' },
      name: 'Redaktører',
      lang: 'nb',
    };
    const { id } = await submitted();
    expect([...(batches.get(`share/${id}/1/editors`)?.to.values() ?? [])]).toMatchObject([
      { recipient: 'kanal', message: 'nb' },
    ]);
    channel = undefined;
    reachable.clear();
    const other = randomUUID();
    await shares.save(ola, other, WRITTEN);
    expect(value(await shares.submit(ola, other, 'nb')).asked).toBe('nobody');
    expect(value(await shares.waiting(eva))).toHaveLength(2);
    expect(whyNot(await shares.waiting(ola))).toBe('not-editor');
    expect(value(await shares.waiting(elsewhere))).toEqual([]);
  });

  test('editors of another municipality see nothing and decide nothing', async () => {
    const entry = await submitted();
    expect(whyNot(await shares.get(elsewhere, entry.id))).toBe('not-yours');
    expect(await approve(elsewhere, entry)).toEqual({ kind: 'refused', why: 'not-editor' });
    expect(await shares.withdraw(elsewhere, entry.id, 'x')).toEqual({ kind: 'refused', why: 'not-yours' });
    expect(whyNot(await shares.versions(elsewhere, entry.id))).toBe('not-editor');
    expect(whyNot(await shares.correct(elsewhere, entry.id, 'nb'))).toBe('not-yours');
    expect(whyNot(await approve(ola, entry))).toBe('not-editor');
  });

  test('a sharer who has left, or wants to be forgotten, breaks nothing', async () => {
    const [left, forgotten] = [await submitted(), await submitted()];
    reachable.delete(ola.person);
    expect(value(await approve(eva, left)).state).toBe('approved');
    expect(says('/approve')).toEqual([]);
    reachable.add(ola.person);
    await shares.forget(ola.person);
    expect(value(await approve(eva, forgotten)).person).toBeNull();
    expect(says('/approve')).toEqual([]);
    expect((await shares.published()).solutions).toHaveLength(2);
    const rows = await opening.database.db.selectFrom('share_version').select('by').execute();
    expect(rows.map(({ by }) => by)).not.toContain(ola.person);
  });

  test('a tag that is renamed stays on what has it, and on corrections of it', async () => {
    const entry = await approved();
    const before = knowledge;
    const tags = new Map(knowledge.tags);
    tags.delete('velferdsteknologi');
    knowledge = { ...knowledge, tags };
    try {
      expect((await shares.published()).solutions[0]?.tags).toEqual(['velferdsteknologi']);
      const newer = await corrected(ola, entry, { title: 'Felles vaktordning, ny' });
      expect(newer.content.tags).toEqual(['velferdsteknologi']);
    } finally {
      knowledge = before;
    }
  });

  test('a municipality that has got another number is still found', async () => {
    const entry = await approved({ place: 'Skedsmo' });
    expect(entry.content.municipalities).toEqual(['3205']);
  });

  test('what was sent is forgotten three months after the last change, while what waits is not', async () => {
    await approved();
    const waits = await submitted();
    clock = new Date(clock.getTime() + 91 * DAY);
    await shares.purge();
    expect([...batches.keys()]).toEqual([`share/${waits.id}/1/editors`]);
  });

  test('ids that are none are not there', async () => {
    for (const id of ['', 'x', "'; drop table share_entry", randomUUID()]) {
      expect(whyNot(await shares.get(eva, id))).toBe('gone');
      expect(whyNot(await shares.decide(eva, id, { what: 'approve', seen: 1, tell: true }))).toBe('gone');
      expect(whyNot(await shares.restore(eva, id, { number: 1, seen: 1, tell: true }))).toBe('gone');
    }
  });
});
