import type { Who } from '../people/who.ts';
import { missingOn, missingPages, readAnswers } from './answers.ts';
import type { SurveyDeps } from './deps.ts';
import type { Answers, Round } from './model.ts';
import { mayChange, type Standing, standing } from './rules.ts';
import type { Draft, Participation } from './store/asked.ts';
import type { Kept, Tx } from './store/rounds.ts';
import type { Stores } from './store/stores.ts';
import type { Asked, Surveys } from './survey.ts';

type Respondents = Pick<Surveys, 'open' | 'save' | 'submit'>;

interface RespondentsDeps extends Pick<SurveyDeps, 'now'> {
  /** An anonymous answer has come. */
  onAnswered: (round: string) => void;
}

/** Someone who may answer, or change what they have answered. */
interface Answering {
  kept: Kept;
  draft: Draft | undefined;
  /** They have answered with their name, and change it. */
  changes: boolean;
}

const NEW: Draft = { answers: {}, page: 0 };
const CACHE_MAX = 200;

/** What those who are asked can do. */
export function createRespondents({ now, onAnswered }: RespondentsDeps, stores: Stores): Respondents {
  const { rounds, asked, responses, named } = stores;
  // A round is read with each page, and is the same until its version is another.
  const cache = new Map<string, Kept>();

  async function keptOf(id: string, version: number): Promise<Kept | undefined> {
    const known = cache.get(id);
    if (known?.version === version) return known;
    const kept = await rounds.get(id);
    if (cache.size >= CACHE_MAX) cache.clear();
    if (kept) cache.set(id, kept);
    return kept;
  }

  /** What they may do, or what is said instead. */
  async function admit(who: Who, id: string): Promise<Answering | Asked> {
    const known = await asked.participation(id, who.person);
    const kept = known && (await keptOf(id, known.version));
    if (!kept || !known) return { kind: 'gone' };
    const stands = standingOf(who, kept, known);
    const answer = standing(stands, now());
    switch (answer) {
      case 'answers':
        return { kept, draft: known.draft, changes: false };
      case 'newcomer':
        return (await join(id, who.person))
          ? { kept, draft: undefined, changes: false }
          : { kind: 'late', round: kept.round };
      case 'already':
        if (!mayChange(stands, now())) return { kind: answer, round: kept.round };
        return { kept, draft: known.draft ?? (await namedDraft(id, who.person)), changes: true };
      case 'gone':
      case 'withdrawn':
        return { kind: answer };
      default:
        return { kind: answer, round: kept.round };
    }
  }

  const join = (id: string, person: string): Promise<boolean> =>
    rounds.transaction(async (tx) => {
      const kept = await rounds.hold(tx, id);
      if (kept?.round.state !== 'open') return false;
      await asked.addNewcomer(tx, id, person);
      return true;
    });

  async function namedDraft(id: string, person: string): Promise<Draft | undefined> {
    const given = await named.get(id, person);
    return given && { answers: given.answers, page: 0 };
  }

  /** Under lock on what answering deletes; undefined when they have answered meanwhile, or the round is over. */
  async function hold(tx: Tx, who: Who, { kept, draft, changes }: Answering) {
    const { id } = kept.round;
    if (!changes) return asked.holdDraft(tx, id, who.person);
    return (await asked.holdAsked(tx, id, who.person)) ? { draft } : undefined;
  }

  async function save(
    who: Who,
    id: string,
    number: number,
    given: Answers,
    go: 'next' | 'back' | 'stay',
  ): Promise<Asked> {
    const admitted = await admit(who, id);
    if ('kind' in admitted) return admitted;
    const { round } = admitted.kept;
    const page = round.plan.form.pages[number];
    if (!page) return pageOf(round, admitted.draft ?? NEW, number);
    const read = readAnswers(page, given);
    const saved = await rounds.transaction(async (tx) => {
      const held = await hold(tx, who, admitted);
      if (!held) return undefined;
      const answers = merged(held.draft?.answers ?? {}, read.answers);
      const missing = go === 'next' ? missingOn(page, answers) : [];
      const stays = go === 'stay' || Object.keys(read.faults).length > 0 || missing.length > 0;
      const draft = { answers, page: stays ? number : Math.max(0, number + (go === 'next' ? 1 : -1)) };
      await asked.writeDraft(tx, id, who.person, draft);
      const faults = Object.fromEntries(missing.map((question) => [question, 'required' as const]));
      return { draft, faults: { ...faults, ...read.faults } };
    });
    if (!saved) return again(who, id);
    return pageOf(round, saved.draft, saved.draft.page, saved.faults, read.unread);
  }

  async function submit(who: Who, id: string): Promise<Asked> {
    const admitted = await admit(who, id);
    if ('kind' in admitted) return admitted;
    const { round } = admitted.kept;
    const { form, anonymous } = round.plan;
    const outcome = await rounds.transaction(async (tx): Promise<'missing' | 'sent' | undefined> => {
      const held = await hold(tx, who, admitted);
      if (!held) return undefined;
      const answers = held.draft?.answers ?? {};
      if (missingPages(form, answers).length > 0) return 'missing';
      await asked.settle(tx, id, who.person);
      await asked.dropDraft(tx, id, who.person);
      if (anonymous) await responses.add(tx, id, form, answers);
      else await named.put(tx, id, who.person, { name: who.name, answers });
      return 'sent';
    });
    if (outcome === 'missing') return pageOf(round, admitted.draft ?? NEW, form.pages.length);
    if (!outcome) return again(who, id);
    if (anonymous) onAnswered(id);
    return { kind: 'sent', round };
  }

  /** What is so now that someone was quicker. */
  async function again(who: Who, id: string): Promise<Asked> {
    const admitted = await admit(who, id);
    return 'kind' in admitted ? admitted : { kind: 'already', round: admitted.kept.round };
  }

  return {
    async open(who, id, number) {
      const admitted = await admit(who, id);
      if ('kind' in admitted) return admitted;
      const { kept, draft = NEW, changes } = admitted;
      if (changes && number === undefined) return { kind: 'already', round: kept.round };
      return pageOf(kept.round, draft, Math.max(0, number ?? draft.page));
    },
    save,
    submit,
  };
}

const standingOf = (who: Who, { round }: Kept, known: Participation): Standing => ({
  state: known.state,
  sameTenant: round.tenant === who.tenant,
  anonymous: round.plan.anonymous,
  inChannel: round.plan.audience?.kind === 'channel',
  closesAt: round.plan.closesAt,
  asked: known.asked,
  outstanding: known.outstanding,
});

/** After the last page comes what is ready to be sent. */
function pageOf(
  round: Round,
  { answers }: Draft,
  number: number,
  faults: Extract<Asked, { kind: 'page' }>['faults'] = {},
  unread: Answers = {},
): Asked {
  const { pages } = round.plan.form;
  const page = pages[number];
  if (!page) return { kind: 'ready', round, missing: missingPages(round.plan.form, answers) };
  const onPage = page.questions.flatMap(({ id }) => {
    const answer = unread[id] ?? answers[id];
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return { kind: 'page', round, page, number, of: pages.length, answers: Object.fromEntries(onPage), faults };
}

/** Answers that were taken away are taken out. */
function merged(before: Answers, change: Record<string, Answers[string] | undefined>): Answers {
  const all = Object.entries({ ...before, ...change });
  return Object.fromEntries(all.flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]])));
}
