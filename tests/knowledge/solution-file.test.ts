import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSolution, type Solution } from '../../src/knowledge/solution.ts';
import { isUntouched, withMark, writeSolution } from '../../src/knowledge/solution-file.ts';

const folder = 'knowledge/solutions';
const files = readdirSync(folder).map((name) => `${folder}/${name}`);
const solutions = files.map((file) => parseSolution(file, readFileSync(file, 'utf8')).solution!);
const back = (solution: Solution, text = writeSolution(solution)) =>
  parseSolution(`${folder}/${solution.id}.md`, text);

describe('a solution written to a file', () => {
  test.each(solutions.map((solution) => [solution.id, solution] as const))(
    '%s is read back as it was',
    (_, solution) => {
      expect(back(solution)).toEqual({ solution, faults: [] });
      expect(back(solution, withMark(writeSolution(solution)))).toEqual({ solution, faults: [] });
    },
  );

  test('is read back as it was, whatever is written in it', () => {
    const random = seeded(20261130);
    for (let n = 0; n < 500; n++) {
      const solution = scrambled(solutions[n % solutions.length]!, random);
      const { solution: read, faults } = back(solution);
      expect(faults, JSON.stringify(solution)).toEqual([]);
      expect(read).toEqual(solution);
    }
  });
});

describe('the mark of a file that was exported', () => {
  const text = withMark(writeSolution(solutions[0]!));

  test('holds as long as nobody changes it, whatever the line endings become', () => {
    expect(isUntouched(text)).toBe(true);
    expect(isUntouched(text.replaceAll('\n', '\r\n'))).toBe(true);
  });

  test('does not hold when a word, the mark itself or a comma is changed', () => {
    expect(isUntouched(text.replace('kommune', 'Kommune'))).toBe(false);
    expect(isUntouched(text.replace(/: [0-9a-f]{16}/, ': 0123456789abcdef'))).toBe(false);
    expect(isUntouched(text.replace(/,(?=[^,]*$)/, ''))).toBe(false);
  });

  test('is not on what people have written', () => {
    expect(files.filter((file) => isUntouched(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

/** Texts that YAML and Markdown might take for something else. */
const HARD = [
  '«Hva?» – sa de',
  "it's 'quoted' and \"quoted\"",
  'nei',
  'null',
  '2020-01-01 var dagen',
  '# ikke en kommentar',
  '- ikke en liste',
  '{a} [b] & *c* !d %e @f `g`',
  'a: b',
  'slutt på kolon:',
  '0x1F er et tall',
  '~ er ingenting',
  '| og > er ikke noe her',
  'æøå ÆØÅ čđŋšŧž',
  '--- er bare streker',
  'æ\u00a0b',
];

function scrambled(solution: Solution, random: () => number): Solution {
  const hard = () => HARD[Math.floor(random() * HARD.length)]!;
  const longer = (text: string) => `${hard()} ${text}`.slice(0, 300);
  return {
    ...solution,
    summary: {
      nb: longer(solution.summary.nb),
      nn: longer(solution.summary.nn),
      en: longer(solution.summary.en),
    },
    networks: [hard(), ...solution.networks],
    systems: [hard(), `${hard()}, ${hard()}`],
    owner: hard(),
    thin: `${hard()} er alt kilden sier om saken`,
    questions: [...solution.questions, `${hard()} og så?`],
    told: solution.told.map((told) => ({
      ...told,
      questions: [...told.questions, `Hva med ${hard()}?`],
      text: told.text.replace(/^(\S+ )/, `$1${hard()} `),
    })),
  };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
