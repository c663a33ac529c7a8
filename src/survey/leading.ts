import { formCard, type Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Pressed } from './actions.ts';
import type { SurveyDeskDeps } from './desk-deps.ts';
import { deadlineIn, FIELD, textIn } from './filled.ts';
import type { Results, Round } from './model.ts';
import { standingOf } from './report/rules.ts';
import { type ResultExtras, resultsCard } from './results-card.ts';
import { saidMoment } from './said.ts';
import { manageCard, mineCard, statusCard } from './status-card.ts';
import type { Outcome, Refusal } from './survey.ts';
import { type Here, showStep } from './wizard.ts';
import { discardCard } from './wizard-card.ts';

/** What a leader does with a round besides filling it in. */

type Said = { done?: string; warning?: string };

export function refusedCard(deps: Pick<SurveyDeskDeps, 'fill'>, why: Refusal, lang: Lang): Screen {
  const t = textsIn(lang).survey;
  return formCard(deps.fill, lang, { heading: t.mine.title, lines: [t.refusal[why]] });
}

export async function showMine(deps: SurveyDeskDeps, { who, lang }: Here, from: number): Promise<Screen> {
  return mineCard(await deps.surveys.mine(who), who.person, from, lang, deps.fill);
}

export async function showStatus(
  deps: SurveyDeskDeps,
  here: Here,
  round: Round,
  said: Said = {},
): Promise<Screen> {
  const { who, lang } = here;
  const sent = round.state === 'open' || round.state === 'closed';
  const progress = sent ? await deps.surveys.progress(who, round.id) : undefined;
  return statusCard(round, progress?.kind === 'ok' ? progress.value : undefined, said, lang, deps.fill);
}

export async function send(deps: SurveyDeskDeps, here: Here, round: Round): Promise<Screen> {
  const t = textsIn(here.lang).survey;
  const sent = await deps.surveys.send(here.who, round.id);
  if (sent.kind === 'refused') return notDone(deps, here, round, sent.why);
  const { state, plan } = sent.value;
  const done = state === 'scheduled' ? t.status.sent(saidMoment(plan.opensAt, here.lang)) : t.status.sentNow;
  return showStatus(deps, here, sent.value, { done });
}

/** A draft that is not ready is shown again with what is missing; what is no longer a draft is shown as it stands. */
async function notDone(deps: SurveyDeskDeps, here: Here, round: Round, why: Refusal): Promise<Screen> {
  const warning = textsIn(here.lang).survey.refusal[why];
  if (why !== 'wrong-state') return showStep(deps, here, round, 'preview', warning);
  const now = await deps.surveys.get(here.who, round.id);
  return now.kind === 'ok'
    ? showStatus(deps, here, now.value, { warning })
    : refusedCard(deps, now.why, here.lang);
}

export async function discard(
  deps: SurveyDeskDeps,
  here: Here,
  round: Round,
  sure: boolean,
): Promise<Screen> {
  const { lang } = here;
  if (!sure) return discardCard(round, lang, deps.fill);
  const gone = await deps.surveys.discard(here.who, round.id);
  if (gone.kind === 'refused') return notDone(deps, here, round, gone.why);
  const t = textsIn(lang).survey;
  const mine = await deps.surveys.mine(here.who);
  return mineCard(mine, here.who.person, 0, lang, deps.fill, t.step.preview.discarded);
}

/** Asks first; then does it, and shows the round as it stands after. */
export async function manage(
  deps: SurveyDeskDeps,
  here: Here,
  round: Round,
  action: Pressed<'survey.manage'>,
): Promise<Screen> {
  const { lang } = here;
  const t = textsIn(lang).survey;
  if (!action.sure && action.what !== 'release') return manageCard(action.what, round, '', lang, deps.fill);
  const { done, outcome } = await carryOut(deps, here, round, action);
  if (outcome === undefined)
    return manageCard(action.what, round, missing(action.what, lang), lang, deps.fill);
  if (outcome.kind === 'ok') return showStatus(deps, here, outcome.value, { done });
  if (outcome.why === 'wrong-state') return notDone(deps, here, round, outcome.why);
  return manageCard(action.what, round, t.refusal[outcome.why], lang, deps.fill);
}

/** No outcome: something had to be filled in first. */
async function carryOut(
  { surveys }: SurveyDeskDeps,
  { who, lang }: Here,
  { id }: Round,
  action: Pressed<'survey.manage'>,
): Promise<{ done: string; outcome: Outcome<Round> | undefined }> {
  const { done } = textsIn(lang).survey.status;
  switch (action.what) {
    case 'close':
      return { done: done.closed, outcome: await surveys.close(who, id) };
    case 'withdraw':
      return { done: done.withdrawn, outcome: await surveys.withdraw(who, id) };
    case 'remind':
      return { done: done.reminded, outcome: await surveys.remind(who, id) };
    case 'hold':
      return { done: done.held, outcome: await surveys.hold(who, id, true) };
    case 'release':
      return { done: done.released, outcome: await surveys.hold(who, id, false) };
    case 'extend': {
      const until = deadlineIn(action);
      return { done: done.extended, outcome: until && (await surveys.extend(who, id, until)) };
    }
    case 'correct': {
      const [question, text] = [textIn(action, FIELD.question), textIn(action, FIELD.text, 300)];
      const outcome = question && text ? await surveys.correct(who, id, question, text) : undefined;
      return { done: done.corrected, outcome };
    }
  }
}

function missing(what: Pressed<'survey.manage'>['what'], lang: Lang): string {
  const t = textsIn(lang).survey;
  return what === 'extend' ? t.refusal['no-deadline'] : t.status.correctNone;
}

export async function showResults(
  deps: SurveyDeskDeps,
  { who, lang }: Here,
  action: Pressed<'survey.results'>,
): Promise<Screen> {
  const outcome = await deps.surveys.results(who, action.round);
  if (outcome.kind === 'refused') {
    const t = textsIn(lang).survey;
    const body = outcome.why === 'wrong-state' ? t.status.waiting : t.refusal[outcome.why];
    return formCard(deps.fill, lang, { heading: t.results.kicker, lines: [body] });
  }
  const results = outcome.value;
  const own = results.round.owner === who.person;
  return resultsCard(results, action, extrasOf(deps, results, own, lang), lang, deps.fill);
}

function extrasOf(deps: SurveyDeskDeps, results: Results, own: boolean, lang: Lang): ResultExtras {
  const { round, scores, tooFew } = results;
  const t = textsIn(lang).survey.results;
  const weakest = standingOf(scores).weakest;
  const dimension = round.plan.form.dimensions.find(({ id }) => id === weakest?.dimension);
  const link = (kind: 'report' | 'csv' | 'xlsx') => deps.documentLink(round, kind, lang);
  return {
    own,
    read: dimension ? deps.suggest(dimension.tags, dimension.articles, lang) : [],
    // A link opens for whoever has it: only the one who sent the round is handed any.
    links:
      own && !tooFew
        ? [
            { label: t.report, url: link('report') },
            { label: t.xlsx, url: link('xlsx') },
            { label: t.csv, url: link('csv') },
          ]
        : [],
  };
}
