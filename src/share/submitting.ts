import type { Tx } from '../db/schema.ts';
import type { Who } from '../people/who.ts';
import type { ShareDeps } from './deps.ts';
import type { Content } from './model.ts';
import { correcting, isEditorOf, maySee } from './rules.ts';
import type { Sending } from './sending.ts';
import type { Outcome, Shares } from './share.ts';
import { partyOf } from './sharing.ts';
import { titleOf } from './solution.ts';
import type { Draft, Drafts } from './store/drafts.ts';
import type { Entries, Entry } from './store/entries.ts';

/** Sending in: the entry, its version and what the editors are sent come of one transaction, and the draft goes. */
export function createSubmitting(
  { now, audit }: ShareDeps,
  { entries, drafts, sending }: { entries: Entries; drafts: Drafts; sending: Sending },
  { get, read }: Pick<Shares, 'get' | 'read'>,
): Pick<Shares, 'submit'> {
  async function sendNew(tx: Tx, who: Who, { id }: Draft, content: Content): Promise<Outcome<Entry>> {
    const entry: Entry = {
      id,
      tenant: who.tenant,
      person: who.person,
      content,
      state: 'waiting',
      version: 1,
      published: null,
      publishedOn: null,
      slug: null,
      asked: 1,
      decision: undefined,
      batches: [],
      changedAt: now(),
    };
    if (await entries.insert(tx, entry, who.person)) return { kind: 'ok', value: entry };
    const sent = await entries.lock(tx, id);
    return sent && maySee(partyOf(who), sent)
      ? { kind: 'refused', why: 'newer', entry: sent }
      : { kind: 'refused', why: 'not-yours' };
  }

  async function sendCorrected(tx: Tx, who: Who, draft: Draft, content: Content): Promise<Outcome<Entry>> {
    const before = await entries.lock(tx, draft.id);
    if (!before) return { kind: 'refused', why: 'gone' };
    const why = correcting(partyOf(who), before);
    if (why) return { kind: 'refused', why, entry: before };
    if (before.version !== draft.base) return { kind: 'refused', why: 'newer', entry: before };
    const version = before.version + 1;
    const entry: Entry = {
      ...before,
      content,
      version,
      // While it waits the editors have a card already; else they are asked anew.
      asked: before.state === 'waiting' ? before.asked : version,
      state: 'waiting',
      decision: undefined,
      changedAt: now(),
    };
    await entries.addVersion(tx, entry, 'corrected', who.person);
    if (isEditorOf(partyOf(who), entry))
      await audit.write(tx, who, { what: 'share.corrected', title: titleOf(content) });
    return { kind: 'ok', value: entry };
  }

  return {
    async submit(who, id, lang) {
      const draft = await drafts.get(who.person, id);
      if (!draft) {
        const sent = await get(who, id);
        return sent.kind === 'ok' ? { kind: 'refused', why: 'decided', entry: sent.value } : sent;
      }
      const { content, faults } = await read(draft, lang);
      if (faults.length > 0) return { kind: 'refused', why: 'incomplete', faults };
      const editors = await sending.editorsOf(who.tenant);
      const send = draft.base === 0 ? sendNew : sendCorrected;
      const outcome = await entries.transaction(async (tx): ReturnType<Shares['submit']> => {
        const sent = await send(tx, who, draft, content);
        if (sent.kind === 'refused') return sent;
        await drafts.remove(tx, who.person, id);
        const entry = await sending.askEditors(tx, sent.value, editors);
        await entries.write(tx, entry);
        return { kind: 'ok', value: { entry, asked: editors.through } };
      });
      if (outcome.kind === 'ok' || outcome.why !== 'newer' || !outcome.entry) return outcome;
      // They are told that it was changed; sent in once more, theirs goes in front of that. Without a draft it was this
      // very one that was sent in meanwhile, by a second press.
      const kept = await drafts.rebase(who.person, id, outcome.entry.version);
      return kept ? outcome : { kind: 'refused', why: 'decided', entry: outcome.entry };
    },
  };
}
