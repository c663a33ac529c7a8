import type { Screen } from '../form-card.ts';
import type { PersonalData } from '../personal-data.ts';
import { textsIn } from '../texts/texts.ts';
import { joinedBy } from '../texts/words.ts';
import type { Pressed, Step } from './actions.ts';
import type { Here, ShareDeskDeps } from './desk-deps.ts';
import { refusedCard, showEntry } from './entry.ts';
import { mineCard } from './list-cards.ts';
import type { Kind } from './model.ts';
import { discardCard, previewCard } from './preview-card.ts';
import { type Fault, kindsIn, MAX_TITLE, personalIn } from './reading.ts';
import { partyOf } from './sharing.ts';
import { isEntryId } from './store/entries.ts';
import { stepCard, stepsFor } from './wizard-card.ts';
import { FIELDS, type FieldName, kept, type Written, writtenIn } from './written.ts';

/** "Del en løsning", step by step: each keeps what was filled in, and what is wrong is shown again as it was written. */

/**
 * The first step of something new, kept nowhere until it comes back filled in. What a message said is an experience, and
 * is kept at once: it belongs on the next step, and would be lost on the way.
 */
export async function begin(
  deps: ShareDeskDeps,
  here: Here,
  { text: said, kind: chosen }: { text: string; kind?: Kind | undefined },
): Promise<Screen> {
  const text = said.trim();
  const kind = chosen ?? (text === '' ? 'solution' : 'experience');
  const found = kindsIn(text);
  const warning = found.length > 0 ? textsIn(here.lang).share.personalMessage(kindsOf(found, here)) : '';
  const id = deps.newId();
  if (text === '' || found.length > 0)
    return showStep(deps, here, { id, written: { kind } }, 'about', { warning });
  const draft = await deps.shares.save(here.who, id, { kind, ...fromMessage(text) });
  return showStep(deps, here, draft, 'about');
}

/** The message is what was done; its first sentence, or as much as there is room for, is the title. */
export function fromMessage(message: string): Pick<Written, 'title' | 'done'> {
  const first = /^[^\n.!?]*/.exec(message.trim())?.[0].trim() ?? '';
  const title = first.length > MAX_TITLE ? first.slice(0, MAX_TITLE).replace(/\s+\S*$/, '') : first;
  return { title, done: message.trim().slice(0, kept('done')) };
}

/** Saves a step and shows another; when something is wrong, the step again with all of it. */
export async function takeStep(
  deps: ShareDeskDeps,
  here: Here,
  action: Pressed<'share.step'>,
): Promise<Screen> {
  const { entry: id, at, go, back } = action;
  const begun = await deps.shares.draft(here.who, id);
  if (!begun && !(at === 'about' && (await isNew(deps, here, id)))) return alreadySent(deps, here, id);
  const draft = begun ?? { id, written: {} };
  if (!at) return goTo(deps, here, draft, go);
  const written = mayFill(here, at) ? writtenIn(at, action) : {};
  const stopped = personalIn(written);
  if (stopped.length > 0) return showStopped(deps, here, { draft, written, at, stopped });
  const saved = await deps.shares.save(here.who, id, written);
  const { faults } = await deps.shares.read(saved, here.lang);
  const wrong = faults.filter(({ field }) => FIELDS[at].includes(field));
  return wrong.length > 0 && !back
    ? showStep(deps, here, saved, at, { faults: wrong })
    : goTo(deps, here, saved, go);
}

/** Nothing is sent in by this id, by them or by others. */
async function isNew(deps: ShareDeskDeps, { who }: Here, id: string): Promise<boolean> {
  if (!isEntryId(id)) return false;
  const sent = await deps.shares.get(who, id);
  return sent.kind === 'refused' && sent.why === 'gone';
}

const mayFill = ({ who }: Here, step: Step): boolean => stepsFor(partyOf(who).editor).includes(step);

const goTo = async (deps: ShareDeskDeps, here: Here, draft: Filled, step: Step): Promise<Screen> =>
  step === 'preview' ? preview(deps, here, draft.id) : showStep(deps, here, draft, step);

/** Nothing of the step is kept; it is shown again with all but what was stopped. */
function showStopped(
  deps: ShareDeskDeps,
  here: Here,
  { draft, written, at, stopped }: { draft: Filled; written: Written; at: Step; stopped: FieldName[] },
): Screen {
  const blank = Object.fromEntries(stopped.map((name) => [name, '']));
  const kinds = [...new Set(stopped.flatMap((name) => kindsIn(written[name] ?? '')))];
  const shown = { id: draft.id, written: { ...draft.written, ...written, ...blank } };
  const warning = textsIn(here.lang).share.personal(kindsOf(kinds, here));
  return showStep(deps, here, shown, at, { warning, stopped });
}

/** As it will be read; while anything is missing, the first step that lacks it. */
async function preview(deps: ShareDeskDeps, here: Here, id: string, warning = ''): Promise<Screen> {
  const draft = await deps.shares.draft(here.who, id);
  if (!draft) return alreadySent(deps, here, id);
  const { content, faults } = await deps.shares.read(draft, here.lang);
  if (faults.length > 0) return showFaults(deps, here, draft, faults);
  const similar = draft.base === 0 ? deps.similar(`${content.title} ${content.problem}`, here.lang) : [];
  const { editor } = partyOf(here.who);
  const look = { entry: id, editor, content, similar, warning };
  return previewCard(look, here.lang, deps.names(), deps.fill);
}

export async function submit(deps: ShareDeskDeps, here: Here, id: string): Promise<Screen> {
  const outcome = await deps.shares.submit(here.who, id, here.lang);
  const t = textsIn(here.lang).share;
  if (outcome.kind === 'ok') {
    const { entry, asked } = outcome.value;
    const whom = asked === 'nobody' ? await deps.refuse(here.who, 'share.approve', here.lang) : '';
    return showEntry(deps, here, entry, { done: [t.sent[asked], whom].filter(Boolean).join(' ') });
  }
  if (outcome.why === 'newer') return preview(deps, here, id, t.refusal.newer);
  if (outcome.why === 'incomplete') return preview(deps, here, id);
  if (!outcome.entry) return refusedCard(deps, here, outcome.why);
  // Pressed twice, it waits: that nothing more was done needs no word.
  const warning = outcome.entry.state === 'waiting' ? '' : t.refusal[outcome.why];
  return showEntry(deps, here, outcome.entry, { warning });
}

/** A draft of one's own of what was shared, at its first step. */
export async function correct(deps: ShareDeskDeps, here: Here, id: string): Promise<Screen> {
  const begun = await deps.shares.correct(here.who, id, here.lang);
  if (begun.kind === 'ok') return showStep(deps, here, begun.value, 'about');
  const warning = textsIn(here.lang).share.refusal[begun.why];
  return begun.entry ? showEntry(deps, here, begun.entry, { warning }) : refusedCard(deps, here, begun.why);
}

export async function discard(deps: ShareDeskDeps, here: Here, id: string, sure: boolean): Promise<Screen> {
  if (!sure) return discardCard(id, here.lang, deps.fill);
  await deps.shares.discard(here.who, id);
  const { discarded } = textsIn(here.lang).share.preview;
  return mineCard(await deps.shares.mine(here.who), 0, here.lang, deps.fill, discarded);
}

/** A draft, or what would become one. */
interface Filled {
  id: string;
  written: Written;
}

interface Wrong {
  warning?: string;
  faults?: Fault[];
  stopped?: FieldName[];
}

function showStep(
  deps: ShareDeskDeps,
  { who, lang }: Here,
  { id, written }: Filled,
  step: Step,
  { warning, faults = [], stopped = [] }: Wrong = {},
): Screen {
  const { municipality } = who;
  const names = deps.names();
  const shown = {
    ...(municipality ? { place: names.nameOf(municipality) } : {}),
    ...written,
  };
  const view = {
    entry: id,
    written: shown,
    editor: partyOf(who).editor,
    warning: warning ?? (faults.length > 0 ? textsIn(lang).share.faults : ''),
    faults,
    stopped,
  };
  return stepCard(step, view, lang, names, deps.fill);
}

function showFaults(deps: ShareDeskDeps, here: Here, draft: Filled, faults: Fault[]): Screen {
  const all = stepsFor(true);
  const step = all.find((one) => faults.some(({ field }) => FIELDS[one].includes(field))) ?? 'about';
  return showStep(deps, here, draft, step, {
    faults: faults.filter(({ field }) => FIELDS[step].includes(field)),
  });
}

/** No draft: it has been sent in, or is gone. */
async function alreadySent(deps: ShareDeskDeps, here: Here, id: string): Promise<Screen> {
  const sent = await deps.shares.get(here.who, id);
  if (sent.kind === 'refused') return refusedCard(deps, here, sent.why === 'not-yours' ? sent.why : 'gone');
  return showEntry(deps, here, sent.value);
}

const kindsOf = (kinds: PersonalData[], { lang }: Here): string => {
  const t = textsIn(lang);
  return joinedBy(
    kinds.map((kind) => t.personalData[kind]),
    t.share.and,
  );
};
