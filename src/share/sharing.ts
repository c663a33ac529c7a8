import type { Lang } from '../knowledge/model.ts';
import { may } from '../people/rules.ts';
import type { Who } from '../people/who.ts';
import type { ShareDeps } from './deps.ts';
import type { NameOf } from './model.ts';
import { readWritten, type World } from './reading.ts';
import { writtenOf } from './rewritten.ts';
import { correcting, maySee, type Party } from './rules.ts';
import type { Outcome, Shares } from './share.ts';
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
  { entries, drafts }: { entries: Entries; drafts: Drafts },
): Pick<Shares, 'draft' | 'save' | 'discard' | 'read' | 'correct' | 'get' | 'mine' | 'waiting'> {
  const { now } = deps;

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
      // One that is sent in or discarded meanwhile does not come back.
      if (before) await drafts.change(who.person, draft);
      else await drafts.put(who, draft);
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
