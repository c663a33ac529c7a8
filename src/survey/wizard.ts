import type { Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import type { From } from '../messages.ts';
import type { Who } from '../people/who.ts';
import { textsIn } from '../texts/texts.ts';
import type { Pressed, Step } from './actions.ts';
import type { SurveyDeskDeps } from './desk-deps.ts';
import { FIELD, type Filled, readStep, textIn } from './filled.ts';
import {
  freeId,
  groupQuestion,
  moved,
  optionsFrom,
  ownQuestions,
  put,
  reworded,
  sameWords,
  withGroups,
  withOwn,
} from './form.ts';
import type { Form, Plan, Question, Round } from './model.ts';
import { previewCard } from './preview-card.ts';
import { type Draft, groupsCard, questionCard, questionsCard } from './question-card.ts';
import { inAll } from './said.ts';
import { type StepView, stepCard } from './wizard-card.ts';

/** The steps of "Ny undersøkelse": what is filled in is saved at each, and what is refused is shown again as it was. */

type Deps = Pick<SurveyDeskDeps, 'surveys' | 'fill' | 'placeName'>;

const MOST_OPTIONS = 30;

export interface Here {
  who: Who;
  from: From;
  lang: Lang;
}

/** Saves a step and shows another; when it is refused, the step again with the reason. */
export async function takeStep(
  deps: Deps,
  here: Here,
  round: Round,
  action: Pressed<'survey.step'>,
): Promise<Screen> {
  const { at, go, back } = action;
  if (!at) return showStep(deps, here, round, go);
  const change = await named(deps, here, readStep(at, action, round.plan, here.lang));
  if (Object.keys(change).length === 0) return showStep(deps, here, round, go);
  const saved = await deps.surveys.change(here.who, round.id, change, here.from.address);
  if (saved.kind === 'ok') return showStep(deps, here, saved.value, go);
  if (back) return showStep(deps, here, round, go);
  const filled = { ...round, plan: { ...round.plan, ...change } };
  return showStep(deps, here, filled, at, textsIn(here.lang).survey.refusal[saved.why]);
}

/** An audience of a place, with what the place is called. */
async function named(deps: Deps, { from }: Here, change: Partial<Plan>): Promise<Partial<Plan>> {
  const { audience } = change;
  if (audience?.kind !== 'members' && audience?.kind !== 'channel') return change;
  return { ...change, audience: { ...audience, name: await deps.placeName(from.address) } };
}

export async function showStep(
  deps: Deps,
  here: Here,
  round: Round,
  step: Step,
  warning = '',
): Promise<Screen> {
  const { lang } = here;
  const view = { round, plan: round.plan, scope: here.from.scope, warning };
  switch (step) {
    case 'questions':
      return questionsCard(view, lang, deps.fill);
    case 'preview': {
      const reach = round.plan.audience ? await deps.surveys.reach(here.who, round.id) : undefined;
      const refused = reach?.kind === 'refused' ? textsIn(lang).survey.refusal[reach.why] : '';
      const reached = reach?.kind === 'ok' ? reach.value : undefined;
      return previewCard(round, reached, warning || refused, lang, deps.fill);
    }
    case 'about':
    case 'audience':
    case 'time':
      return stepCard(step, view, lang, deps.fill);
  }
}

/** One of the leader's own questions: shown, saved, moved or removed. */
export async function editQuestion(
  deps: Deps,
  here: Here,
  round: Round,
  action: Pressed<'survey.question'>,
): Promise<Screen> {
  const { form } = round.plan;
  const own = ownQuestions(form);
  const before = own.find(({ id }) => id === action.question);
  switch (action.act) {
    case 'edit':
      return questionCard(
        viewOf(here, round),
        before ? draftOf(before, here.lang) : newDraft(action.kind),
        here.lang,
        deps.fill,
      );
    case 'up':
    case 'down':
      return saveOwn(deps, here, round, before ? moved(own, before.id, action.act === 'up' ? -1 : 1) : own);
    case 'remove':
      return saveOwn(
        deps,
        here,
        round,
        own.filter(({ id }) => id !== action.question),
      );
    case 'save': {
      const draft = filledDraft(action, before);
      const warning = faultIn(draft, here.lang);
      if (warning) return questionCard(viewOf(here, round, warning), draft, here.lang, deps.fill);
      const next = put(own, questionFrom(draft, before, form, here.lang));
      const saved = await saveQuestions(deps, here, round, next);
      if (saved.kind === 'ok') return showStep(deps, here, saved.value, 'questions');
      const refused = textsIn(here.lang).survey.refusal[saved.why];
      return questionCard(viewOf(here, round, refused), draft, here.lang, deps.fill);
    }
  }
}

async function saveOwn(deps: Deps, here: Here, round: Round, own: Question[]): Promise<Screen> {
  const saved = await saveQuestions(deps, here, round, own);
  if (saved.kind === 'ok') return showStep(deps, here, saved.value, 'questions');
  return showStep(deps, here, round, 'questions', textsIn(here.lang).survey.refusal[saved.why]);
}

function saveQuestions(deps: Deps, { who }: Here, round: Round, own: Question[]) {
  const title = inAll((lang) => textsIn(lang).survey.step.question.page);
  return deps.surveys.change(who, round.id, { form: withOwn(round.plan.form, own, title) });
}

/** "Hvor jobber du?": shown, saved or taken away. */
export async function editGroups(
  deps: Deps,
  here: Here,
  round: Round,
  action: Pressed<'survey.groups'>,
): Promise<Screen> {
  const { lang } = here;
  const before = groupQuestion(round.plan.form);
  const asked = {
    text: before?.text[lang] ?? '',
    options: before?.options.map((o) => o.text[lang]).join('\n') ?? '',
  };
  if (action.act === 'edit') return groupsCard(viewOf(here, round), asked, lang, deps.fill);
  const filled = { text: textIn(action, FIELD.text), options: textIn(action, FIELD.options, 3_000) };
  const t = textsIn(lang).survey;
  const title = inAll((each) => textsIn(each).survey.step.groups.page);
  const again = (warning: string) => groupsCard(viewOf(here, round, warning), filled, lang, deps.fill);
  let form: Form;
  if (action.act === 'remove') form = withGroups(round.plan.form, title);
  else {
    const options = optionsFrom(filled.options);
    const fault = optionsFault(options.length, lang) || (filled.text ? '' : t.step.question.noText);
    if (fault) return again(fault);
    const standard = filled.text === t.step.groups.standard;
    const text = standard
      ? inAll((each) => textsIn(each).survey.step.groups.standard)
      : sameWords(filled.text);
    form = withGroups(round.plan.form, title, { text, options });
  }
  const saved = await deps.surveys.change(here.who, round.id, { form });
  return saved.kind === 'ok' ? showStep(deps, here, saved.value, 'questions') : again(t.refusal[saved.why]);
}

const viewOf = (here: Here, round: Round, warning = ''): StepView => ({
  round,
  plan: round.plan,
  scope: here.from.scope,
  warning,
});

const newDraft = (kind: Question['kind']): Draft => ({
  kind,
  id: undefined,
  text: '',
  options: '',
  required: kind !== 'text',
});

function draftOf(question: Question, lang: Lang): Draft {
  const { kind, id, text, required } = question;
  const options = 'options' in question ? question.options.map((o) => o.text[lang]).join('\n') : '';
  return { kind, id, text: text[lang], options, required };
}

const filledDraft = (action: Pressed<'survey.question'> & Filled, before: Question | undefined): Draft => ({
  kind: before?.kind ?? action.kind,
  id: before?.id,
  text: textIn(action, FIELD.text, 300),
  options: textIn(action, FIELD.options, 3_000),
  required: textIn(action, FIELD.required) === 'yes',
});

function faultIn({ kind, text, options }: Draft, lang: Lang): string {
  if (text === '') return textsIn(lang).survey.step.question.noText;
  return kind === 'choice' || kind === 'choices' ? optionsFault(optionsFrom(options).length, lang) : '';
}

function optionsFault(count: number, lang: Lang): string {
  const t = textsIn(lang).survey.step.question;
  return count < 2 ? t.fewOptions : count > MOST_OPTIONS ? t.manyOptions : '';
}

function questionFrom(draft: Draft, before: Question | undefined, form: Form, lang: Lang): Question {
  const { kind, required } = draft;
  const asked = {
    id: before?.id ?? freeId(form),
    text: before ? reworded(before.text, lang, draft.text) : sameWords(draft.text),
    required,
  };
  switch (kind) {
    case 'scale': {
      const labels = [0, 1, 2, 3, 4].map((step) => inAll((each) => textsIn(each).survey.scale[step] ?? ''));
      return { ...asked, kind, labels, dimension: null, reversed: false };
    }
    case 'choice':
    case 'choices':
      return { ...asked, kind, options: optionsFrom(draft.options) };
    case 'number':
    case 'date':
    case 'text':
      return { ...asked, kind };
  }
}
