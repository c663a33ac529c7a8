import { formCard, type Screen } from '../form-card.ts';
import { textsIn } from '../texts/texts.ts';
import type { Pressed } from './actions.ts';
import type { Here, ShareDeskDeps } from './desk-deps.ts';
import { entryCard, MAX_REASON, REASON, type Said, sureCard, TELL } from './entry-card.ts';
import { versionCard, versionsCard, waitingCard } from './list-cards.ts';
import { kindsIn } from './reading.ts';
import { isEditorOf, type Refusal } from './rules.ts';
import type { Outcome } from './share.ts';
import { partyOf } from './sharing.ts';
import type { Entry } from './store/entries.ts';

/** What editors and sharers do with what was shared. */

export function refusedCard(deps: Pick<ShareDeskDeps, 'fill'>, { lang }: Here, why: Refusal): Screen {
  const t = textsIn(lang).share;
  return formCard(deps.fill, lang, { heading: t.title, lines: [t.refusal[why]] });
}

export function showEntry(deps: ShareDeskDeps, { who, lang }: Here, entry: Entry, said: Said = {}): Screen {
  const viewer = { editor: isEditorOf(partyOf(who), entry), owner: entry.person === who.person };
  return entryCard(entry, viewer, said, lang, deps.names(), deps.fill);
}

export async function open(deps: ShareDeskDeps, here: Here, id: string): Promise<Screen> {
  return shown(deps, here, await deps.shares.get(here.who, id), '');
}

/** As it stands after: what was done, or why it was not. */
function shown(deps: ShareDeskDeps, here: Here, outcome: Outcome<Entry>, done: string): Screen {
  if (outcome.kind === 'ok') return showEntry(deps, here, outcome.value, { done });
  if (!outcome.entry) return refusedCard(deps, here, outcome.why);
  const warning = textsIn(here.lang).share.refusal[outcome.why];
  return showEntry(deps, here, outcome.entry, { warning });
}

/** Asks first, for a reason or whether those who follow are told; then does it. */
export async function decide(
  deps: ShareDeskDeps,
  here: Here,
  action: Pressed<'share.decide'>,
): Promise<Screen> {
  const { what, seen, entry: id, sure } = action;
  const found = await deps.shares.get(here.who, id);
  if (found.kind === 'refused') return refusedCard(deps, here, found.why);
  const t = textsIn(here.lang).share;
  const ask = (warning: string, reason = '') =>
    sureCard(
      what,
      found.value,
      { do: 'share.decide', lang: here.lang, entry: id, what, seen, sure: true },
      { warning, reason },
      here.lang,
      deps.fill,
    );
  if (!sure) return ask('');
  if (what === 'approve') {
    const tell = action[TELL] !== 'no';
    return shown(deps, here, await deps.shares.decide(here.who, id, { what, seen, tell }), t.done.approve);
  }
  const reason = reasonIn(action);
  if (!reason) return ask(t.ask.reasonMissing);
  if (kindsIn(reason).length > 0) return ask(t.ask.reasonPersonal);
  const outcome =
    what === 'withdraw'
      ? await deps.shares.withdraw(here.who, id, reason)
      : await deps.shares.decide(here.who, id, { what, seen, reason });
  return shown(deps, here, outcome, t.done[what]);
}

export async function waiting(deps: ShareDeskDeps, here: Here, from: number): Promise<Screen> {
  const found = await deps.shares.waiting(here.who);
  return found.kind === 'ok'
    ? waitingCard(found.value, from, here.lang, deps.fill)
    : refusedCard(deps, here, found.why);
}

export async function versions(deps: ShareDeskDeps, here: Here, id: string, from: number): Promise<Screen> {
  const found = await deps.shares.versions(here.who, id);
  return found.kind === 'ok'
    ? versionsCard(found.value, from, here.lang, deps.fill)
    : refusedCard(deps, here, found.why);
}

export async function version(
  deps: ShareDeskDeps,
  here: Here,
  { entry: id, number }: Pressed<'share.version'>,
): Promise<Screen> {
  const found = await deps.shares.versions(here.who, id);
  if (found.kind === 'refused') return refusedCard(deps, here, found.why);
  const { entry, versions } = found.value;
  const chosen = versions.find((one) => one.number === number);
  return chosen
    ? versionCard(entry, chosen, here.lang, deps.names(), deps.fill)
    : refusedCard(deps, here, 'gone');
}

export async function restore(
  deps: ShareDeskDeps,
  here: Here,
  action: Pressed<'share.restore'>,
): Promise<Screen> {
  const { entry: id, number, seen, sure } = action;
  const found = await deps.shares.get(here.who, id);
  if (found.kind === 'refused') return refusedCard(deps, here, found.why);
  if (!sure) {
    const data = { do: 'share.restore', lang: here.lang, entry: id, number, seen, sure: true } as const;
    return sureCard('restore', found.value, data, { warning: '', reason: '' }, here.lang, deps.fill);
  }
  const outcome = await deps.shares.restore(here.who, id, { number, seen, tell: action[TELL] !== 'no' });
  return shown(deps, here, outcome, textsIn(here.lang).share.done.restore);
}

/** A field left out of the card, or not of its kind, reads as empty. */
function reasonIn(pressed: Record<string, unknown>): string {
  const value = pressed[REASON];
  return typeof value === 'string' ? value.trim().slice(0, MAX_REASON) : '';
}
