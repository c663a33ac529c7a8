import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channelCode } from '../../src/people/channels.ts';
import { databases } from '../databases.ts';
import { address, channel, doer, key, stage } from './staged.ts';

describe.each(databases)('on %s', (_, open) => {
  let opened: Awaited<ReturnType<typeof open>>;
  let at: ReturnType<typeof stage>;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await opened.database.db.deleteFrom('handoff').execute();
    at = stage(opened.database);
    at.app.set('kari', 'nb');
  });

  const kari = doer('kari');
  const ola = doer('ola', 'personvern');
  const per = doer('per', 'personvern');
  const rows = () => opened.database.db.selectFrom('handoff').selectAll().execute();

  describe('what is kept', () => {
    test('can be read by us only', async () => {
      const { id } = await at.send(kari, { text: 'Hemmelig spørsmål' });
      await at.handoffs.act(ola, id, { step: 'answer', text: 'Hemmelig svar', link: 'https://x.no/' });
      expect(JSON.stringify(await rows())).not.toMatch(/hemmelig|kari|ola|x\.no|x\.test/i);
      expect((await at.handoffs.get(id))?.content).toMatchObject({
        question: 'Hemmelig spørsmål',
        askerName: 'kari',
        by: 'ola',
        answer: { text: 'Hemmelig svar', link: 'https://x.no/' },
      });
    });

    test('is deleted thirty days after it ended, and who asked a week after', async () => {
      const { id } = await at.send(kari);
      await at.handoffs.act(ola, id, { step: 'answer', text: 'Ja.', link: '' });
      at.clock.now = new Date('2026-12-07T09:00:00Z');
      await at.handoffs.purge();
      expect((await at.handoffs.get(id))?.asker).toBe(kari.who.person);
      at.clock.now = new Date('2026-12-07T09:00:01Z');
      await at.handoffs.purge();
      expect(await at.handoffs.get(id)).toMatchObject({ asker: null, content: { askerName: '' } });
      // Nor do the cards know any more, or what was sent to the one who asked.
      expect(at.inChannel('personvern')[0]).toContain('besvart av ola');
      expect(at.inChannel('personvern').join()).not.toContain('kari');
      expect(at.told('kari')).toEqual([]);
      expect(await at.handoffs.act(kari, id, { step: 'confirm' })).toEqual({
        kind: 'refused',
        why: 'not-asker',
      });
      at.clock.now = new Date('2026-12-30T09:00:00Z');
      await at.handoffs.purge();
      expect(await rows()).toHaveLength(1);
      at.clock.now = new Date('2026-12-30T09:00:01Z');
      await at.handoffs.purge();
      expect(await rows()).toEqual([]);
      expect([...at.batches]).toEqual([]);
      expect([...at.alarms]).toEqual([]);
    });

    test('one that nobody answers is deleted after half a year', async () => {
      await at.send(kari);
      at.clock.now = new Date('2027-05-29T08:00:00Z');
      await at.handoffs.purge();
      expect(await rows()).toHaveLength(1);
      at.clock.now = new Date('2027-05-30T08:00:00Z');
      await at.handoffs.purge();
      expect(await rows()).toEqual([]);
      expect([...at.alarms]).toEqual([]);
    });

    test('“slett mine data” takes away what was asked, wherever it stands', async () => {
      const { id } = await at.send(kari);
      const { id: other } = await at.send(doer('liv'));
      await at.handoffs.act(ola, id, { step: 'answer', text: 'Svaret', link: '' });
      await at.handoffs.forget(kari.who.person);
      expect((await at.handoffs.get(id))?.content).toMatchObject({ question: '', answer: null, by: '' });
      expect(at.inChannel('personvern')[0]).toContain('har trukket spørsmålet');
      expect(at.inChannel('personvern').join()).not.toMatch(/Svaret|kari/);
      expect(at.told('kari')).toEqual([]);
      expect(await at.handoffs.act(ola, id, { step: 'reopen' })).toEqual({ kind: 'refused', why: 'gone' });
      expect((await at.handoffs.get(other))?.state).toBe('open');
    });

    test('and the name of who answered', async () => {
      const { id } = await at.send(kari);
      await at.handoffs.act(ola, id, { step: 'answer', text: 'Svaret', link: '' });
      await at.handoffs.forget(ola.who.person);
      expect(await at.handoffs.get(id)).toMatchObject({ actor: null, content: { by: '' } });
      expect(at.inChannel('personvern')[0]).toContain('besvart av En kollega');
      expect(at.inChannel('personvern')[0]).toContain('Svaret');
      expect(at.inChannel('personvern').join()).not.toContain('ola');
    });
  });

  describe('sending', () => {
    test('twice with one id is once; someone else’s id leads nowhere', async () => {
      const { id } = await at.send(kari);
      expect((await at.send(kari, { id, text: 'En gang til' })).sent).toMatchObject({ kind: 'sent' });
      expect((await at.handoffs.get(id))?.content.question).toBe('Hva med kameraet?');
      expect((await at.send(doer('liv'), { id })).sent).toEqual({ kind: 'refused', why: 'gone' });
      expect(at.inChannel('personvern')).toHaveLength(1);
    });

    test('at the same moment is once', async () => {
      const id = crypto.randomUUID();
      await Promise.all([at.send(kari, { id }), at.send(kari, { id }), at.send(kari, { id })]);
      expect(await rows()).toHaveLength(1);
      expect(at.inChannel('personvern')).toHaveLength(1);
    });

    test('five may wait; one that ends makes room', async () => {
      const ids = [];
      for (let n = 0; n < 5; n++) ids.push((await at.send(kari)).id);
      expect((await at.send(kari)).sent).toEqual({ kind: 'refused', why: 'many' });
      expect((await at.send(doer('liv'))).sent.kind).toBe('sent');
      await at.handoffs.act(ola, ids[0]!, { step: 'close', reason: 'Nei' });
      expect((await at.send(kari)).sent.kind).toBe('sent');
    });

    test('with no channel is not done', async () => {
      at.chosen.length = 0;
      expect((await at.send(kari)).sent).toEqual({ kind: 'refused', why: 'no-channel' });
      expect(await rows()).toEqual([]);
    });
  });

  describe('who may', () => {
    test('those in the channel, and an admin from anywhere', async () => {
      const { id } = await at.send(kari);
      expect(await at.handoffs.act(doer('siv', 'kantina'), id, { step: 'take' })).toEqual({
        kind: 'refused',
        why: 'elsewhere',
      });
      expect(await at.handoffs.act(doer('anne', '', 'admin'), id, { step: 'take' })).toMatchObject({
        kind: 'done',
      });
    });

    test('nobody of another tenant, whatever they say they are', async () => {
      const { id } = await at.send(kari);
      for (const who of [ola.who, doer('anne', 'personvern', 'admin').who, kari.who])
        for (const step of ['take', 'withdraw'] as const) {
          const stranger = { ...ola, who: { ...who, tenant: 'another' } };
          expect(await at.handoffs.act(stranger, id, { step })).toEqual({ kind: 'refused', why: 'gone' });
        }
      expect((await at.handoffs.get(id))?.state).toBe('open');
    });

    test('two at once: one has it, whatever they do', async () => {
      for (let round = 0; round < 5; round++) {
        const { id } = await at.send(doer(`asker-${round}`));
        const outcomes = await Promise.all([
          at.handoffs.act(ola, id, { step: 'close', reason: 'Nei' }),
          at.handoffs.act(per, id, { step: 'answer', text: 'Ja', link: '' }),
        ]);
        expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'late']);
        const kept = await at.handoffs.get(id);
        const late = outcomes.find(({ kind }) => kind === 'late');
        expect(late).toMatchObject({ handoff: { state: kept?.state, content: { by: kept?.content.by } } });
      }
    });
  });

  describe('the one who asked', () => {
    test('is told in their own chat and language, and not of what they did themselves', async () => {
      at.app.set('kari', 'en');
      const { id } = await at.send(kari);
      await at.handoffs.act(ola, id, { step: 'take' });
      await at.handoffs.act(ola, id, { step: 'answer', text: 'Ja', link: '' });
      await at.handoffs.act(kari, id, { step: 'not-yet', more: '' });
      expect(at.told('kari').map((said) => said.split('\n')[1])).toEqual([
        'ola has taken your question',
        'ola has answered your question',
      ]);
    });

    test('without a chat of their own is told where they asked, until that is gone', async () => {
      const liv = doer('liv', 'teamet');
      const { id, sent } = await at.send(liv);
      expect(sent).toMatchObject({ reach: 'here' });
      await at.handoffs.act(ola, id, { step: 'take' });
      expect(at.inChannel('teamet')[0]).toContain('ola har tatt spørsmålet ditt');
      await at.handoffs.lost(liv.who.tenant, (place) => place.team === 'another');
      expect((await at.handoffs.get(id))?.place).not.toBeNull();
      await at.handoffs.lost(liv.who.tenant, (place) => place.team === 'team');
      expect(await at.handoffs.get(id)).toMatchObject({ place: null, content: { place: null } });
      expect(at.forgotten).toEqual([channelCode(key, address('teamet'))]);
      await at.handoffs.act(ola, id, { step: 'answer', text: 'Ja', link: '' });
      expect(at.inChannel('teamet')).toHaveLength(1);
    });

    test('who has left breaks nothing', async () => {
      const { id } = await at.send(kari);
      at.app.delete('kari');
      expect(await at.handoffs.act(ola, id, { step: 'answer', text: 'Ja', link: '' })).toMatchObject({
        kind: 'done',
      });
      expect(at.told('kari')).toEqual([]);
    });

    test('withdraws: nothing of it is left, and it is not brought up', async () => {
      const { id } = await at.send(kari);
      await at.handoffs.act(ola, id, { step: 'take' });
      await at.handoffs.act(kari, id, { step: 'withdraw' });
      expect(at.told('kari')).toEqual([]);
      expect([...at.alarms]).toEqual([]);
      expect(await at.handoffs.get(id)).toMatchObject({ asker: null, actor: null, state: 'withdrawn' });
    });
  });

  describe('none waits unseen', () => {
    /** 2 December is a holiday on this stage, so two working days after Monday is Thursday. */
    test('it is brought up every second working day at nine, five times, and then listed first', async () => {
      const { id } = await at.send(kari);
      await at.moveTo('2026-12-03T07:59:00Z');
      expect(at.inChannel('personvern')).toHaveLength(1);
      await at.moveTo('2026-12-03T08:00:00Z');
      expect(at.inChannel('personvern')).toHaveLength(2);
      expect(at.inChannel('personvern')[1]).toContain('Dette spørsmålet venter fortsatt');
      await at.moveTo('2026-12-07T07:59:00Z');
      expect(at.inChannel('personvern')).toHaveLength(2);
      await at.moveTo('2027-03-01T09:00:00Z');
      expect(at.inChannel('personvern')).toHaveLength(6);
      const { id: young } = await at.send(kari);
      const { found, total } = await at.handoffs.page(kari.who.tenant, 'waiting', 0, 10);
      expect([total, found.map((one) => [one.id, one.reminded])]).toEqual([
        2,
        [
          [id, 5],
          [young, 0],
        ],
      ]);
    });

    test('taking it gives two more days, and an answer ends it; opened again it begins anew', async () => {
      const { id } = await at.send(kari);
      await at.moveTo('2026-12-03T07:00:00Z');
      await at.handoffs.act(ola, id, { step: 'take' });
      await at.moveTo('2026-12-07T07:00:00Z');
      expect(at.inChannel('personvern')).toHaveLength(1);
      await at.moveTo('2026-12-07T09:00:00Z');
      expect(at.inChannel('personvern')).toHaveLength(2);
      await at.handoffs.act(ola, id, { step: 'answer', text: 'Ja', link: '' });
      expect([...at.alarms]).toEqual([]);
      for (const said of at.inChannel('personvern')) expect(said).toContain('besvart av ola');
      await at.handoffs.act(kari, id, { step: 'not-yet', more: 'Hvorfor?' });
      expect((await at.handoffs.get(id))?.reminded).toBe(0);
      expect([...at.alarms.values()]).toEqual([new Date('2026-12-09T08:00:00Z')]);
    });

    test('is brought up in the channel that is chosen now, in its language', async () => {
      const { id } = await at.send(kari);
      at.chosen[0] = channel('nytt', 'personvern', 'nn');
      await at.moveTo('2026-12-03T09:00:00Z');
      expect(at.inChannel('nytt')[0]).toContain('Dette spørsmålet ventar framleis');
      expect(await at.handoffs.act(ola, id, { step: 'take' })).toEqual({
        kind: 'refused',
        why: 'elsewhere',
      });
      expect(await at.handoffs.act(doer('siv', 'nytt'), id, { step: 'take' })).toMatchObject({
        kind: 'done',
      });
    });

    test('with no channel left is only listed, until another is chosen', async () => {
      const { id } = await at.send(kari);
      at.chosen.length = 0;
      await at.moveTo('2027-03-01T09:00:00Z');
      expect(at.inChannel('personvern')).toHaveLength(1);
      expect((await at.handoffs.get(id))?.reminded).toBe(0);
      at.chosen.push(channel('nytt'));
      await at.moveTo('2027-03-03T09:00:00Z');
      expect(at.inChannel('nytt')[0]).toContain('Dette spørsmålet venter fortsatt');
      expect(await at.handoffs.act(doer('siv', 'nytt'), id, { step: 'take' })).toMatchObject({
        kind: 'done',
      });
    });
  });

  test('a list is one tenant’s, without what was withdrawn, in pages', async () => {
    const ids = [];
    for (let n = 0; n < 12; n++) {
      at.clock.now = new Date(at.clock.now.getTime() + 60_000);
      ids.push((await at.send(doer(`p${n}`))).id);
    }
    await at.handoffs.act(doer('p11'), ids[11]!, { step: 'withdraw' });
    const page = await at.handoffs.page(kari.who.tenant, 'all', 8, 8);
    expect([page.total, page.found.map(({ id }) => id)]).toEqual([11, [ids[2], ids[1], ids[0]]]);
    expect((await at.handoffs.page('another', 'all', 0, 8)).total).toBe(0);
  });
});
