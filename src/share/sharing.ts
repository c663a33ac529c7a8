import type { Lang } from '../knowledge/model.ts';
import { may } from '../people/rules.ts';
import type { Who } from '../people/who.ts';
import type { ShareDeps } from './deps.ts';
import type { NameOf } from './model.ts';
import { readWritten, type World } from './reading.ts';
import { writtenOf } from './rewritten.ts';
import { correcting, isEditorOf, maySee, type Party } from './rules.ts';
import type { Sending } from './sending.ts';
import type { Outcome, Shares } from './shares.ts';
import { titleOf } from './solution.ts';
import type { Draft, Drafts } from './store/drafts.ts';
import type { Entries, Entry } from './store/entries.ts';

export const partyOf = (who: Who): Party => ({ who, editor: may(who, 'share.approve') });

export const nameOf =
  ({ norway }: Pick<ShareDeps, 'norway'>): NameOf =>
  (number) =>
    norway().byNumber(number)?.municipality.name ?? number;

/** What sharers do: drafts, and sending in. */
export function createSharing(
  deps: ShareDeps,
  { entries, drafts, sending }: { entries: Entries; drafts: Drafts; sending: Sending },
): Pick<Shares, 'draft' | 'save' | 'discard' | 'read' | 'correct' | 'submit' | 'get' | 'mine' | 'waiting'> {
  const { now, audit } = deps;

  function world(keptTags: readonly string[]): World {
    const { tags, facets } = deps.knowledge();
    const year = now().getUTCFullYear();
    return { norway: deps.norway(), tags, facets, year, keptTags, languageOf: deps.languageOf };
  }

  async function read(draft: Draft, lang: Lang) {
    const before = draft.base > 0 ? await entries.get(draft.id) : undefined;
    return readWritten(draft.written, world(before?.content.tags ?? []), lang);
  }

  async function get(who: Who, id: string): Promise<Outcome<Entry>> {
    const entry = await entries.get(id);
    if (!entry) return { kind: 'refused', why: 'gone' };
    return maySee(partyOf(who), entry) ? { kind: 'ok', value: entry } : { kind: 'refused', why: 'not-yours' };
  }

  return {
    get,
    draft: (who, id) => drafts.get(who.person, id),
    async save(who, id, written) {
      const before = await drafts.get(who.person, id);
      const draft: Draft = {
        id,
        base: before?.base ?? 0,
        written: { ...before?.written, ...written },
        at: now(),
      };
      await drafts.put(who, draft);
      return draft;
    },
    discard: (who, id) => drafts.remove(deps.db, who.person, id),
    read,

    async correct(who, id, lang) {
      const found = await get(who, id);
      if (found.kind === 'refused') return found;
      const entry = found.value;
      const why = correcting(partyOf(who), entry);
      if (why) return { kind: 'refused', why, entry };
      const begun = await drafts.get(who.person, id);
      if (begun && begun.base === entry.version) return { kind: 'ok', value: begun };
      const { tags } = deps.knowledge();
      const written = writtenOf(entry.content, { nameOf: nameOf(deps), tags }, lang);
      const draft = { id, base: entry.version, written, at: now() };
      await drafts.put(who, draft);
      return { kind: 'ok', value: draft };
    },

    async submit(who, id, lang) {
      const draft = await drafts.get(who.person, id);
      if (!draft) {
        const sent = await get(who, id);
        return sent.kind === 'ok' ? { kind: 'refused', why: 'decided', entry: sent.value } : sent;
      }
      const { content, faults } = await read(draft, lang);
      if (faults.length > 0) return { kind: 'refused', why: 'incomplete', faults };
      const editors = await sending.editorsOf(who.tenant);
      const outcome = await entries.transaction(async (tx): ReturnType<Shares['submit']> => {
        const sentIn = draft.base === 0 ? await sendNew() : await sendCorrected();
        if (sentIn.kind === 'refused') return sentIn;
        await drafts.remove(tx, who.person, id);
        const entry = await sending.askEditors(tx, sentIn.value, editors);
        await entries.write(tx, entry);
        return { kind: 'ok', value: { entry, asked: editors.through } };

        async function sendNew(): Promise<Outcome<Entry>> {
          const { tenant, person } = who;
          const entry: Entry = {
            id,
            tenant,
            person,
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
          const isNew = await entries.insert(tx, entry, person);
          return isNew ? { kind: 'ok', value: entry } : { kind: 'refused', why: 'decided' };
        }

        async function sendCorrected(): Promise<Outcome<Entry>> {
          const before = await entries.lock(tx, id);
          if (!before) return { kind: 'refused', why: 'gone' };
          const why = correcting(partyOf(who), before);
          if (why) return { kind: 'refused', why, entry: before };
          if (before.version !== draft!.base) return { kind: 'refused', why: 'newer', entry: before };
          const version = before.version + 1;
          // While it waits the editors have a card already; else they are asked anew.
          const asked = before.state === 'waiting' ? before.asked : version;
          const entry: Entry = {
            ...before,
            content,
            version,
            asked,
            state: 'waiting',
            decision: undefined,
            changedAt: now(),
          };
          await entries.addVersion(tx, entry, 'corrected', who.person);
          if (isEditorOf(partyOf(who), entry))
            await audit.write(tx, who, { what: 'share.corrected', title: titleOf(content) });
          return { kind: 'ok', value: entry };
        }
      });
      // They have been told that it was changed; sent in once more, theirs goes in front of that.
      if (outcome.kind === 'refused' && outcome.why === 'newer' && outcome.entry)
        await drafts.put(who, { ...draft, base: outcome.entry.version });
      return outcome;
    },

    async mine(who) {
      const [own, shared] = await Promise.all([drafts.ofPerson(who.person), entries.ofPerson(who.person)]);
      return { drafts: own, entries: shared };
    },
    async waiting(who) {
      if (!partyOf(who).editor) return { kind: 'refused', why: 'not-editor' };
      return { kind: 'ok', value: await entries.waiting(who.tenant) };
    },
  };
}
