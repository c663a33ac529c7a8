import type { Lang } from '../../knowledge/model.ts';
import type { Texts } from '../../texts/texts.ts';
import { type Answers, DONT_KNOW, type Question, type Results, type Tally } from '../model.ts';

/** What the report says beside the numbers it is given. Nothing here makes a number that Results does not show already. */

/** Whole percent. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((100 * part) / whole);

/** As it is shown. */
export const rounded = (score: number): number => Math.round(score * 10) / 10;

/** Between the scores as they are shown, so that what people subtract on paper agrees. */
export const changeOf = (score: number | undefined, before: number | undefined): number | undefined =>
  score === undefined || before === undefined ? undefined : rounded(rounded(score) - rounded(before));

/** Whether it is known how many were asked: in a channel anyone may answer. */
export const isCounted = ({ plan }: Results['round']): boolean => plan.audience?.kind !== 'channel';

type Scored = Results['scores'][number] & { score: number };

export interface Standing {
  /** Undefined when only one dimension has a score, or all have the same. */
  best: Scored | undefined;
  weakest: Scored | undefined;
  /** Undefined when nothing has changed since the round before. */
  mostChanged: { dimension: string; change: number } | undefined;
}

export function standingOf(scores: Results['scores']): Standing {
  const known = scores
    .filter((s): s is Scored => s.score !== undefined)
    .sort((a, b) => rounded(a.score) - rounded(b.score));
  const [weakest, best] = [known[0], known.at(-1)];
  const differ = weakest && best && rounded(weakest.score) !== rounded(best.score);
  const changes = known
    .map(({ dimension, score, before }) => ({ dimension, change: changeOf(score, before) ?? 0 }))
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return { best: differ ? best : undefined, weakest, mostChanged: changes[0] };
}

/** One possible answer and how many gave it. */
export interface Given {
  id: string;
  label: string;
  count: number;
  /** Of those who answered the question; undefined for "ikke svart". */
  percent: number | undefined;
}

/**
 * The answers to a question in the order they are shown: as they stood, or by size for numbers and dates.
 * `answered`: how many answered the survey, or are in the group.
 */
export function givenTo(question: Question, tally: Tally, answered: number, lang: Lang, t: Texts): Given[] {
  const silent = tally.counts[''] ?? 0;
  const whole = answered - silent;
  const choices = choicesOf(question, tally, lang, t);
  const given = choices.map(({ id, label }) => {
    const count = tally.counts[id] ?? 0;
    return { id, label, count, percent: percentOf(count, whole) };
  });
  return [...given, { id: '', label: t.report.answers.notAnswered, count: silent, percent: undefined }];
}

/** One person's answer, as it was chosen or written. */
export function answerText(
  question: Question,
  answer: Answers[string],
  lang: Lang,
  t: Texts,
): string | number {
  if (question.kind === 'number' || question.kind === 'text') return Array.isArray(answer) ? '' : answer;
  if (question.kind === 'date') return t.date(String(answer));
  const chosen = (Array.isArray(answer) ? answer : [answer]).map(String);
  const choices = choicesOf(question, { counts: {} }, lang, t);
  return choices.flatMap(({ id, label }) => (chosen.includes(id) ? [label] : [])).join(', ');
}

function choicesOf(
  question: Question,
  tally: Pick<Tally, 'counts'>,
  lang: Lang,
  t: Texts,
): { id: string; label: string }[] {
  const keys = Object.keys(tally.counts).filter((key) => key !== '');
  switch (question.kind) {
    case 'scale':
      return [
        ...[1, 2, 3, 4, 5].map((step) => ({ id: String(step), label: stepLabel(question, step, lang) })),
        { id: DONT_KNOW, label: t.report.answers.dontKnow },
      ];
    case 'choice':
    case 'choices':
      return question.options.map(({ id, text }) => ({ id, label: text[lang] }));
    case 'number':
      return keys
        .sort((a, b) => Number(a) - Number(b))
        .map((id) => ({ id, label: t.report.number(Number(id), id.split('.')[1]?.length ?? 0) }));
    case 'date':
      return keys.sort().map((id) => ({ id, label: t.date(id) }));
    case 'text':
      return [];
  }
}

/** "2 Stemmer i liten grad"; the number alone where only the ends have words. */
function stepLabel({ labels }: Extract<Question, { kind: 'scale' }>, step: number, lang: Lang): string {
  const words =
    labels.length === 5 ? labels[step - 1] : step === 1 ? labels[0] : step === 5 ? labels.at(-1) : undefined;
  return words?.[lang] ? `${step}\u00a0${words[lang]}` : String(step);
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });

/** "2026-11-20", as the day is in Norway. */
export const dayOf = (time: Date): string => DAY.format(time);
