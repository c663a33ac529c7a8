import type { Batch, Recipient } from '../delivery/delivery.ts';
import { type Lang, langs } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import { channelCode } from '../people/channels.ts';
import { alarms, isDue, readRemindKey, setClosing } from './alarms.ts';
import type { Asking, Audiences } from './audience.ts';
import type { SurveyDeps } from './deps.ts';
import { renewed } from './layout.ts';
import type { Round } from './model.ts';
import { audienceFault, fewestIn, type Refused, refusalToSend } from './rules.ts';
import type { Kept, Tx } from './store/rounds.ts';
import type { Stores } from './store/stores.ts';

export interface Sending {
  /** Opens a round that may be sent, under lock: it is open at once, and invitations follow. */
  open(tx: Tx, kept: Kept, now: Date): Promise<Kept>;
  /** A message to whoever sent the round, as part of what causes it. `owner` is looked up before. */
  tellOwner(tx: Tx, kept: Kept, what: string, owner: Asking | undefined, say: Say): Promise<string>;
  ownerOf(round: Round): Promise<Asking | undefined>;
  /** Rung at their times. */
  rings: Record<'open' | 'spread' | 'remind' | 'coming', (key: string) => Promise<void>>;
}

type Say = (lang: Lang) => Outgoing;

/**
 * What is sent unasked while a round is open. Whom it goes to is read from Teams between transactions, a page at a
 * time, and each page is planned with the rows of those who are asked; begun again, it plans nobody twice.
 */
export function createSending(deps: SurveyDeps, stores: Stores, audiences: Audiences): Sending {
  const { delivery, addresses, notices, templates, key, now, log } = deps;
  const { rounds, asked, responses } = stores;

  function batchOf(round: Round, what: string, say: Say): Batch {
    const messages = Object.fromEntries(langs.map((lang) => [lang, say(lang)]));
    return { id: batchId(round, what), tenant: round.tenant, cause: 'survey', about: round.id, messages };
  }

  /** Remembered with the round first, so that it is found again when the round is over. */
  async function begin(id: string, what: (kept: Kept) => string): Promise<Kept | undefined> {
    return rounds.transaction(async (tx) => {
      const kept = await rounds.lock(tx, id);
      if (kept?.round.state !== 'open') return undefined;
      const batch = batchId(kept.round, what(kept));
      return kept.batches.includes(batch)
        ? kept
        : rounds.write(tx, { ...kept, batches: [...kept.batches, batch] });
    });
  }

  /** undefined: the round is over. */
  function planPage(id: string, plan: (tx: Tx, kept: Kept) => Promise<void>): Promise<true | undefined> {
    return rounds.transaction(async (tx) => {
      const kept = await rounds.hold(tx, id);
      if (kept?.round.state !== 'open') return undefined;
      await plan(tx, kept);
      return true;
    });
  }

  async function open(id: string): Promise<void> {
    const kept = await rounds.get(id);
    if (kept?.round.state !== 'scheduled' || !isDue(kept.round.plan.opensAt ?? now(), now())) return;
    const form = renewed(
      kept.round.plan.form,
      templates().find((t) => t.id === kept.round.plan.form.template),
    );
    const ready = kept.renews ? withPlan(kept, { form }) : kept;
    const refused = await refusal(ready);
    const owner = await ownerOf(kept.round);
    await rounds.transaction(async (tx) => {
      const current = await rounds.lock(tx, id);
      if (current?.round.state !== 'scheduled') return;
      // It rings again, and is then opened as it has become.
      if (current.version !== kept.version)
        throw new Error('the round was changed while it was being opened');
      if (!refused) return void (await openUnder(tx, ready, now()));
      const draft = await rounds.write(tx, withState(current, 'draft'));
      await tellOwner(tx, draft, `not-opened/${draft.version}`, owner, (lang) =>
        notices.notOpened(draft.round, refused.why, lang),
      );
      log.info({ why: refused.why }, 'a survey could not be opened at its time');
    });
  }

  async function refusal(kept: Kept): Promise<Refused | undefined> {
    const { plan } = kept.round;
    // It opens now, so its opening time is not what is asked.
    const refused = refusalToSend({ ...plan, opensAt: null }, now());
    return refused ?? audienceFault(plan, await audiences.count(kept, fewestIn(plan)));
  }

  async function openUnder(tx: Tx, kept: Kept, at: Date): Promise<Kept> {
    const opened = await rounds.write(tx, withPlan(withState(kept, 'open'), { opensAt: at }));
    await delivery.setAlarm(tx, { name: alarms.spread, key: opened.round.id, at });
    await setClosing(delivery, tx, opened, at);
    return opened;
  }

  async function spread(id: string): Promise<void> {
    const begun = await begin(id, () => INVITATION);
    if (!begun) return;
    const { audience } = begun.round.plan;
    const inChannel = audience?.kind === 'channel';
    if (inChannel && begun.here) {
      const { here } = begun;
      const channel: Recipient = {
        recipient: channelCode(key, here),
        address: here,
        // One card for people of several languages: that of the one who asks them.
        message: (await ownerOf(begun.round))?.lang ?? 'nb',
      };
      const batch = batchOf(begun.round, INVITATION, (lang) => notices.channelInvitation(begun.round, lang));
      if (!(await planPage(id, async (tx) => void (await delivery.plan(tx, batch, [channel]))))) return;
    }
    const batch = batchOf(begun.round, INVITATION, (lang) => notices.invitation(begun.round, lang));
    for await (const people of audiences.of(begun)) {
      const goesOn = await planPage(id, async (tx) => {
        await asked.add(
          tx,
          id,
          people.map(({ person }) => person),
        );
        if (!inChannel) await delivery.plan(tx, batch, people.map(recipient));
      });
      if (!goesOn) return;
    }
  }

  async function remind(ring: string): Promise<void> {
    const { id, which } = readRemindKey(ring);
    const what = ({ round }: Kept) => reminderOf(round, which);
    const begun = await begin(id, what);
    if (!begun) return;
    // Who is reminded tells who has not answered. All answers until now become alike in when they were written.
    if (begun.round.plan.anonymous) await responses.stir(id);
    const batch = batchOf(begun.round, what(begun), (lang) => notices.reminder(begun.round, lang));
    for await (const people of audiences.of(begun)) {
      const outstanding = await asked.outstandingOf(
        id,
        people.map(({ person }) => person),
      );
      const reminded = people.filter(({ person }) => outstanding.has(person)).map(recipient);
      if (reminded.length === 0) continue;
      if (!(await planPage(id, async (tx) => void (await delivery.plan(tx, batch, reminded))))) return;
    }
  }

  async function coming(id: string): Promise<void> {
    const kept = await rounds.get(id);
    if (kept?.round.state !== 'scheduled') return;
    const owner = await ownerOf(kept.round);
    await rounds.transaction(async (tx) => {
      const current = await rounds.lock(tx, id);
      if (current?.round.state !== 'scheduled') return;
      const batch = await tellOwner(tx, current, 'coming', owner, (lang) =>
        notices.coming(current.round, lang),
      );
      await rounds.write(tx, { ...current, batches: [...new Set([...current.batches, batch])] });
    });
  }

  async function ownerOf(round: Round): Promise<Asking | undefined> {
    const owner = (await addresses.byPersons([round.owner])).get(round.owner);
    return owner && { ...owner, lang: owner.lang ?? 'nb' };
  }

  async function tellOwner(
    tx: Tx,
    kept: Kept,
    what: string,
    owner: Asking | undefined,
    say: Say,
  ): Promise<string> {
    const batch = batchOf(kept.round, what, say);
    if (owner) await delivery.plan(tx, batch, [recipient(owner)]);
    return batch.id;
  }

  return { open: openUnder, tellOwner, ownerOf, rings: { open, spread, remind, coming } };
}

const INVITATION = 'invitation';

/** Each deadline has its own reminders: one that was moved is reminded of anew. */
const reminderOf = ({ plan }: Round, which: string): string =>
  `reminder/${which}/${plan.closesAt?.toISOString()}`;

/** Whether a reminder has been begun, by what it was asked for with. */
export const isReminded = ({ round, batches }: Kept, which: string): boolean =>
  batches.includes(batchId(round, reminderOf(round, which)));

const batchId = (round: Round, what: string): string => `survey/${round.id}/${what}`;

const recipient = ({ person, address, lang }: Asking): Recipient => ({
  recipient: person,
  address,
  message: lang,
});

export const withState = (kept: Kept, state: Round['state']): Kept => ({
  ...kept,
  round: { ...kept.round, state },
});

export const withPlan = (kept: Kept, plan: Partial<Round['plan']>): Kept => ({
  ...kept,
  round: { ...kept.round, plan: { ...kept.round.plan, ...plan } },
});
