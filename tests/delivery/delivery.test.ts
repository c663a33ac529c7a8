import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { createDelivery, type Recipient } from '../../src/delivery/delivery.ts';
import { createLog } from '../../src/log.ts';
import { createSeal } from '../../src/people/seal.ts';
import { databases } from '../databases.ts';
import { batch, later, recipient, type Sending, startSending } from './sending.ts';

const WAIT = { timeout: 30_000, interval: 50 };

describe.each(databases)('the queue on %s', (_, open) => {
  let database: Database;
  let close: () => Promise<void>;
  let sending: Sending;
  beforeAll(async () => {
    ({ database, close } = await open());
    sending = startSending(database);
    await sending.delivery.start();
  }, 60_000);
  afterAll(async () => {
    await sending.stop();
    await close();
  });
  beforeEach(() => {
    sending.sent.length = 0;
    sending.gone.length = 0;
    sending.answers.clear();
  });

  const plan = (what: ReturnType<typeof batch>, recipients: Recipient[]) =>
    database.db.transaction().execute((tx) => sending.delivery.plan(tx, what, recipients));
  const rowsOf = (id: string) =>
    database.db.selectFrom('delivery').selectAll().where('batch', '=', id).orderBy('recipient').execute();
  const progress = (about: string) => sending.delivery.progress('survey', about);
  const done = (about: string, sent: number) =>
    vi.waitFor(async () => expect(await progress(about)).toMatchObject({ sent }), WAIT);

  test('sends to each once, with the message of each', async () => {
    const what = batch({
      messages: { nb: { kind: 'text', text: 'Hei' }, nn: { kind: 'card', card: {}, summary: 'Hei på deg' } },
    });
    expect(await plan(what, [recipient('Kari'), recipient('Per', { message: 'nn' })])).toBe(2);
    await done(what.about, 2);
    expect(sending.sent.sort((a, b) => a.to.localeCompare(b.to))).toEqual([
      { to: 'Kari', text: 'Hei' },
      { to: 'Per', text: 'Hei på deg' },
    ]);
  });

  test('sends nothing when what caused it did not happen', async () => {
    const undone = batch();
    await expect(
      database.db.transaction().execute(async (tx) => {
        await sending.delivery.plan(tx, undone, [recipient('Kari')]);
        throw new Error('not after all');
      }),
    ).rejects.toThrow('not after all');
    const after = batch();
    await plan(after, [recipient('Per')]);
    await done(after.about, 1);
    expect(sending.sent).toEqual([{ to: 'Per', text: 'Hei' }]);
    expect(await rowsOf(undone.id)).toEqual([]);
  });

  test('planned twice is sent once, and someone added is sent to', async () => {
    const what = batch();
    expect(await plan(what, [recipient('Kari'), recipient('Kari')])).toBe(1);
    expect(await plan(what, [recipient('Kari'), recipient('Per')])).toBe(1);
    await done(what.about, 2);
    expect(sending.sent.map(({ to }) => to).sort()).toEqual(['Kari', 'Per']);
  });

  test('many batches planned at once are sent as each by itself, and none twice', async () => {
    const [first, second] = [batch(), batch({ messages: { nn: { kind: 'text', text: 'Hei på deg' } } })];
    const plans = [
      { batch: first, recipients: [recipient('Kari'), recipient('Kari'), recipient('Per')] },
      { batch: second, recipients: [recipient('Kari', { message: 'nn' })] },
    ];
    await database.db.transaction().execute((tx) => sending.delivery.planAll(tx, plans));
    const more = [{ batch: second, recipients: [recipient('Kari'), recipient('Ola', { message: 'nn' })] }];
    await database.db.transaction().execute((tx) => sending.delivery.planAll(tx, more));
    await database.db.transaction().execute((tx) => sending.delivery.planAll(tx, []));
    await done(first.about, 2);
    await done(second.about, 2);
    expect(sending.sent.map(({ to, text }) => `${to}: ${text}`).sort()).toEqual([
      'Kari: Hei',
      'Kari: Hei på deg',
      'Ola: Hei på deg',
      'Per: Hei',
    ]);
  });

  test('what is planned before the queue has started is sent once it has', async () => {
    const early = startSending(database);
    const what = batch();
    await database.db
      .transaction()
      .execute((tx) => early.delivery.plan(tx, what, [recipient('Kari'), recipient('Per')]));
    await early.delivery.start();
    await done(what.about, 2);
    expect([...early.sent, ...sending.sent].map(({ to }) => to).sort()).toEqual(['Kari', 'Per']);
    await early.stop();
  });

  test('two processes share the work, one stops in the middle of it, and no one is sent to twice', async () => {
    const other = startSending(database);
    const people = Array.from({ length: 80 }, (_, n) => `person ${n}`);
    const what = batch();
    const all = () => [...sending.sent, ...other.sent].map(({ to }) => to);
    try {
      await other.delivery.start();
      await plan(
        what,
        people.map((person) => recipient(person)),
      );
      await vi.waitFor(() => expect(all().length).toBeGreaterThan(10), WAIT);
    } finally {
      await other.stop();
    }
    await done(what.about, 80);
    expect(all().sort()).toEqual(people.sort());
  });

  test('one message does not wait behind the many of another tenant', async () => {
    const large = batch();
    await plan(
      large,
      Array.from({ length: 150 }, (_, n) => recipient(`of many ${n}`)),
    );
    const small = batch();
    await plan(small, [recipient('Kari')]);
    await done(small.about, 1);
    expect((await progress(large.about)).sent).toBeLessThan(150);
    await done(large.about, 150);
  });

  test('someone who is gone is recorded, forgotten and told of, and not tried again', async () => {
    sending.answers.set('Kari', [{ kind: 'gone', reason: '403 BotDisabledByAdmin' }]);
    const what = batch();
    await plan(what, [recipient('Kari'), recipient('Per')]);
    await done(what.about, 1);
    await vi.waitFor(() => expect(sending.gone).toEqual(['hash of Kari']), WAIT);
    expect(await progress(what.about)).toMatchObject({ planned: 2, gone: 1, failed: 0 });
    expect(await rowsOf(what.id)).toMatchObject([
      { state: 'gone', attempt: 1, address: null, reason: '403 BotDisabledByAdmin' },
      { state: 'sent' },
    ]);
  });

  test('what is refused becomes a dead letter with its reason, for that tenant only', async () => {
    for (const person of ['Kari', 'Per'])
      sending.answers.set(person, [{ kind: 'refused', reason: '413 MessageSizeTooBig' }]);
    const what = batch();
    await plan(what, [recipient('Kari'), recipient('Per')]);
    await vi.waitFor(async () => expect(await progress(what.about)).toMatchObject({ failed: 2 }), WAIT);
    expect(await sending.delivery.deadLetters(what.tenant)).toEqual([
      { batch: what.id, cause: 'survey', about: what.about, reason: '413 MessageSizeTooBig', count: 2 },
    ]);
    expect(await sending.delivery.deadLetters('another')).toEqual([]);
  });

  test('told to wait, it is tried again, and that is no failure', async () => {
    sending.answers.set('Kari', [
      later(300),
      later(300),
      { kind: 'sent', message: '', address: {} as never },
    ]);
    const what = batch();
    await plan(what, [recipient('Kari')]);
    await done(what.about, 1);
    expect(await rowsOf(what.id)).toMatchObject([{ attempt: 3, failures: 0, reason: null }]);
    expect(sending.sent).toHaveLength(1);
  });

  test('something passing broke: it is tried again, and counted', async () => {
    sending.answers.set('Kari', [later(), { kind: 'sent', message: '', address: {} as never }]);
    const what = batch();
    await plan(what, [recipient('Kari')]);
    await done(what.about, 1);
    expect(await rowsOf(what.id)).toMatchObject([{ attempt: 2, failures: 1 }]);
  });

  test('a tenant whose conversations are all told to wait is left alone meanwhile, and all are sent in the end', async () => {
    const people = Array.from({ length: 30 }, (_, n) => `throttled ${n}`);
    for (const person of people)
      sending.answers.set(person, [later(3_000), { kind: 'sent', message: '', address: {} as never }]);
    const what = batch();
    await plan(
      what,
      people.map((person) => recipient(person)),
    );
    await done(what.about, 30);
    const told = (await rowsOf(what.id)).filter(({ attempt }) => attempt > 1);
    expect(told.length).toBeGreaterThanOrEqual(5);
    expect(sending.sent).toHaveLength(30);
  });

  test('what a killed process left behind is sent by another', async () => {
    const what = batch();
    await sending.delivery.pause(what.id);
    await plan(what, [recipient('Kari')]);
    await done(what.about, 1);
    // As it stood in the moment of the kill: claimed, and the lease has run out.
    await sql`
      update delivery set state = 'waiting', leased_until = now() - interval '1 second', sent = null,
        address = ${createSeal('a secret').close(recipient('Kari').address, JSON.stringify(['address', what.id, 'hash of Kari']))}
      where batch = ${what.id}
    `.execute(database.db);
    await sending.delivery.sweep();
    await vi.waitFor(() => expect(sending.sent).toHaveLength(2), WAIT);
    await done(what.about, 1);
  });

  test('a paused batch waits, and goes on where it was', async () => {
    const what = batch();
    await database.db.transaction().execute(async (tx) => {
      await sending.delivery.plan(tx, what, [recipient('Kari'), recipient('Per')]);
      await tx.updateTable('delivery_batch').set({ paused: true }).where('id', '=', what.id).execute();
    });
    const after = batch();
    await plan(after, [recipient('Ola')]);
    await done(after.about, 1);
    expect(await progress(what.about)).toMatchObject({ planned: 2, sent: 0, paused: true });
    await sending.delivery.resume(what.id);
    await done(what.about, 2);
    await sending.delivery.pause(what.id);
    expect(await progress(what.about)).toMatchObject({ sent: 2, paused: true });
  });

  test('what is cancelled is not sent', async () => {
    const what = batch();
    await database.db.transaction().execute(async (tx) => {
      await sending.delivery.plan(tx, what, [recipient('Kari')]);
      await sending.delivery.cancel(tx, what.id);
    });
    const after = batch();
    await plan(after, [recipient('Per')]);
    await done(after.about, 1);
    expect(sending.sent).toEqual([{ to: 'Per', text: 'Hei' }]);
    expect(await progress(what.about)).toMatchObject({ planned: 1, sent: 0, cancelled: 1 });
    expect(await rowsOf(what.id)).toMatchObject([{ address: null }]);
  });

  test('what one recipient no longer wants is not sent to them, and the others get it', async () => {
    const [unwanted, wanted] = [batch(), batch()];
    await database.db.transaction().execute(async (tx) => {
      await sending.delivery.plan(tx, unwanted, [recipient('Kari'), recipient('Per')]);
      await sending.delivery.plan(tx, wanted, [recipient('Kari')]);
      await sending.delivery.cancelTo(tx, 'hash of Kari', [unwanted.id]);
    });
    await done(unwanted.about, 1);
    await done(wanted.about, 1);
    expect(sending.sent.map(({ to }) => to).sort()).toEqual(['Kari', 'Per']);
    expect(await progress(unwanted.about)).toMatchObject({ planned: 2, cancelled: 1 });
  });

  test('a changed message is changed where it was sent, and sent as it is now where it was not', async () => {
    const what = batch();
    await plan(what, [recipient('Kari')]);
    await done(what.about, 1);
    const renewed = { nb: { kind: 'text' as const, text: 'Hei igjen' } };
    await database.db.transaction().execute(async (tx) => {
      await sending.delivery.plan(tx, what, [recipient('Per')]);
      await sending.delivery.replace(tx, what.id, renewed);
    });
    await vi.waitFor(() => expect(sending.sent).toHaveLength(3), WAIT);
    expect(sending.sent).toContainEqual({ to: 'Kari', text: 'Hei igjen', changed: 'm-Kari' });
    expect(sending.sent).toContainEqual({ to: 'Per', text: 'Hei igjen' });
    expect(await progress(what.about)).toMatchObject({ planned: 2, sent: 2 });
    sending.sent.length = 0;
    await database.db
      .transaction()
      .execute((tx) =>
        sending.delivery.replace(tx, what.id, { nb: { kind: 'text', text: 'Hei for siste gang' } }),
      );
    await vi.waitFor(() => expect(sending.sent).toHaveLength(2), WAIT);
    expect(sending.sent.every(({ changed, text }) => changed && text === 'Hei for siste gang')).toBe(true);
  });

  test('a message that is changed while it is on its way is changed after it has arrived', async () => {
    const what = batch();
    const renewed = { nb: { kind: 'text' as const, text: 'Hei igjen' } };
    const slow = startSlow(database);
    await sending.delivery.stop();
    await slow.delivery.start();
    await plan(what, [recipient('Kari')]);
    await slow.onItsWay;
    await database.db.transaction().execute((tx) => slow.delivery.replace(tx, what.id, renewed));
    slow.arrive();
    await vi.waitFor(() => expect(slow.said).toEqual(['send Hei', 'update Hei igjen']), WAIT);
    await slow.delivery.stop();
    sending = startSending(database);
    await sending.delivery.start();
  });

  test('a batch and a recipient can be forgotten, with everything that was kept of them', async () => {
    const [kept, over] = [batch(), batch()];
    await plan(kept, [recipient('Kari'), recipient('Per')]);
    await plan(over, [recipient('Kari')]);
    await done(kept.about, 2);
    await done(over.about, 1);
    await database.db.transaction().execute((tx) => sending.delivery.forgetBatch(tx, over.id));
    expect(await rowsOf(over.id)).toEqual([]);
    await sending.delivery.forgetRecipient('hash of Kari');
    expect(await rowsOf(kept.id)).toMatchObject([{ recipient: 'hash of Per' }]);
    const slots = await database.db.selectFrom('delivery_slot').select('key').execute();
    expect(slots.map(({ key }) => key)).not.toContain('c:hash of Kari');
  });

  test('everything that was sent to the channels of a team can be forgotten, also what is on its way', async () => {
    const what = batch();
    const inTeam = (name: string, team: string): Recipient => {
      const { address, ...rest } = recipient(name);
      return { ...rest, address: { ...address, conversation: `19:${name}`, team } };
    };
    await plan(what, [inTeam('A', 'ours'), inTeam('B', 'ours'), inTeam('C', 'another'), recipient('Kari')]);
    await done(what.about, 4);
    const waiting = batch({ tenant: what.tenant });
    await plan(waiting, [inTeam('D', 'ours'), inTeam('E', 'another')]);
    await sending.delivery.pause(waiting.id);
    await sending.delivery.forgetTeam('another tenant', 'ours');
    expect(await rowsOf(what.id)).toHaveLength(4);
    await sending.delivery.forgetTeam(what.tenant, 'ours');
    const left = [...(await rowsOf(what.id)), ...(await rowsOf(waiting.id))];
    expect(left.map((row) => row.recipient)).toEqual(['hash of C', 'hash of Kari', 'hash of E']);
  });

  test('the database tells neither who is written to nor what', async () => {
    const what = batch({ messages: { nb: { kind: 'text', text: 'Kari Nordmann spør' } } });
    const person = '29:personlig-adresse';
    await plan(what, [recipient(person, { recipient: 'hash' })]);
    await done(what.about, 1);
    const tables = await sql<{ row: string }>`
      select d::text as row from delivery d union all select m::text from delivery_message m
      union all select s::text from delivery_slot s union all select j::text from pgboss.job j
    `.execute(database.db);
    const everything = tables.rows.map(({ row }) => row).join('\n');
    expect(everything).toContain(what.id);
    expect(everything).not.toContain(person);
    expect(everything).not.toContain('Kari Nordmann');
  });

  describe('an alarm', () => {
    let rung: string[];
    let broken = 0;
    beforeAll(async () => {
      await sending.stop();
      sending = startSending(database);
      sending.delivery.onAlarm('test', async (key) => {
        rung.push(key);
        if (broken-- > 0) throw new Error('broken');
      });
      await sending.delivery.start();
    });
    beforeEach(() => {
      rung = [];
    });
    const set = (key: string, inMs: number) =>
      database.db.transaction().execute((tx) =>
        sending.delivery.setAlarm(tx, {
          name: 'test',
          key,
          at: new Date(sending.clock.now.getTime() + inMs),
        }),
      );
    const left = () => database.db.selectFrom('delivery_alarm').select('key').execute();
    const HOUR = 3_600_000;

    test('rings once when it is time', async () => {
      await set('now', 0);
      await vi.waitFor(async () => expect(await left()).toEqual([]), WAIT);
      await sending.delivery.sweep();
      await set('then', 0);
      await vi.waitFor(() => expect(rung).toEqual(['now', 'then']), WAIT);
    });

    test('does not ring before, and rings when the clock has come so far', async () => {
      await set('in an hour', HOUR);
      await set('now', 0);
      await vi.waitFor(() => expect(rung).toEqual(['now']), WAIT);
      sending.clock.now = new Date(sending.clock.now.getTime() + HOUR);
      await sending.delivery.sweep();
      await vi.waitFor(() => expect(rung).toEqual(['now', 'in an hour']), WAIT);
    });

    test('that is moved rings at its new time only, and one that is cleared not at all', async () => {
      await set('moved', 0);
      await set('moved', HOUR);
      await set('cleared', 0);
      await database.db
        .transaction()
        .execute((tx) => sending.delivery.clearAlarm(tx, { name: 'test', key: 'cleared' }));
      await set('after', 0);
      await vi.waitFor(() => expect(rung).toContain('after'), WAIT);
      await sending.delivery.clearAlarm(database.db as never, { name: 'test', key: 'moved' });
      // One set in the same moment may have rung before it was moved.
      expect(rung.filter((key) => key === 'moved').length).toBeLessThanOrEqual(1);
      await vi.waitFor(async () => expect(await left()).toEqual([]), WAIT);
    });

    test('rings again when it failed', async () => {
      broken = 1;
      await set('breaks', 0);
      await vi.waitFor(() => expect(rung).toEqual(['breaks']), WAIT);
      await vi.waitFor(async () => {
        await sql`update delivery_alarm set leased_until = null where leased_until > now() + interval '50 seconds'
          and leased_until < now() + interval '61 seconds'`.execute(database.db);
        await sending.delivery.sweep();
        expect(rung).toEqual(['breaks', 'breaks']);
      }, WAIT);
      await vi.waitFor(async () => expect(await left()).toEqual([]), WAIT);
    });
  });
});

/** A Teams that takes its time over a message, until it is let. */
function startSlow(database: Database) {
  const said: string[] = [];
  const { promise: onItsWay, resolve: leave } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const delivery = createDelivery({
    database,
    seal: createSeal('a secret'),
    log: createLog('silent'),
    onGone: async () => {},
    post: {
      async send(address, message) {
        leave();
        await arrived;
        said.push(`send ${message.kind === 'text' ? message.text : ''}`);
        return { kind: 'sent', message: 'm', address };
      },
      async update(address, message, changed) {
        said.push(`update ${changed.kind === 'text' ? changed.text : ''}`);
        return { kind: 'sent', message, address };
      },
    },
  });
  return { delivery, said, onItsWay, arrive };
}
