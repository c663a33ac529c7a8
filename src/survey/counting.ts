import { questionsOf } from './form.ts';
import { type Answers, DONT_KNOW, type Form, type Question, type Tally } from './model.ts';

/** What is counted of a question that was left open. */
export const NO_ANSWER = '';

/** Everything as it was counted, before anything is held back: never stored, never shown. */
export interface Counted {
  answered: number;
  /** How many answered in each group, by option. Who did not say where they work is in none. */
  groups: Map<string, number>;
  /** Whole round and each group. Numbers and dates are counted for the whole round only: they point out people. */
  tallies: Tally[];
}

export interface Counter {
  add(answers: Answers): void;
  counted(): Counted;
}

export function createCounter(form: Form): Counter {
  const questions = questionsOf(form).filter(({ kind }) => kind !== 'text');
  const whole = new Map<string, Counts>(questions.map(({ id }) => [id, new Map()]));
  const cut = questions.filter(({ id, kind }) => kind !== 'number' && kind !== 'date' && id !== form.groupBy);
  const groups = new Map<string, { answered: number; counts: Map<string, Counts> }>();
  let answered = 0;

  function groupOf(answers: Answers) {
    const id = form.groupBy === null ? undefined : answers[form.groupBy];
    if (typeof id !== 'string') return undefined;
    const group = groups.get(id) ?? { answered: 0, counts: new Map(cut.map((q) => [q.id, new Map()])) };
    groups.set(id, group);
    return group;
  }

  return {
    add(answers) {
      answered++;
      const group = groupOf(answers);
      if (group) group.answered++;
      for (const { id } of questions) {
        for (const value of valuesOf(answers[id])) {
          count(whole.get(id), value);
          count(group?.counts.get(id), value);
        }
      }
    },
    counted: () => ({
      answered,
      groups: new Map([...groups].map(([id, group]) => [id, group.answered])),
      tallies: [
        ...talliesOf(whole, null),
        ...[...groups].flatMap(([id, group]) => talliesOf(group.counts, id)),
      ],
    }),
  };
}

/** How many gave an answer to a question, of so many who answered the survey. */
export const answeredIn = (tally: Tally, answered: number): number =>
  answered - (tally.counts[NO_ANSWER] ?? 0);

/** 1 to 5, the good end always 5. undefined for "vet ikke" and no answer. */
export function pointsOf(question: Extract<Question, { kind: 'scale' }>, value: string): number | undefined {
  if (value === NO_ANSWER || value === DONT_KNOW) return undefined;
  return question.reversed ? 6 - Number(value) : Number(value);
}

type Counts = Map<string, number>;

function valuesOf(answer: Answers[string] | undefined): string[] {
  if (answer === undefined) return [NO_ANSWER];
  return Array.isArray(answer) ? answer : [String(answer)];
}

function count(counts: Counts | undefined, value: string): void {
  counts?.set(value, (counts.get(value) ?? 0) + 1);
}

const talliesOf = (counts: Map<string, Counts>, group: string | null): Tally[] =>
  [...counts].map(([question, of]) => ({ question, group, counts: Object.fromEntries(of) }));
