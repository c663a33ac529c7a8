import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Guides, StepPlace } from './guide.ts';
import { plainStep } from './plain.ts';

/**
 * Walks a guide where people write numbers: shows a step, reads a line, goes on from there. Ends at an outcome, or when
 * there is nothing more to read.
 */
export async function walkGuide(
  guides: Guides,
  from: StepPlace,
  lang: Lang,
  written: AsyncIterable<string>,
  print: (text: string) => Promise<void>,
): Promise<void> {
  await print(prompt(from, lang));
  if (choicesAt(from) === 0) return;
  let place = from;
  for await (const line of written) {
    const path = pathAfter(place, line);
    const next = path && guides.at(place.guide.id, path);
    if (next?.kind !== 'step') {
      await print(textsIn(lang).guide.number(choicesAt(place)));
      continue;
    }
    place = next;
    await print(`\n${prompt(place, lang)}`);
    if (choicesAt(place) === 0) return;
  }
}

/** The path a written number leads to: 1 and up is a choice, 0 is back. */
export function pathAfter({ path }: Pick<StepPlace, 'path'>, line: string): number[] | undefined {
  if (!/^\d{1,2}$/.test(line.trim())) return undefined;
  const number = Number(line);
  return number === 0 ? path.slice(0, -1) : [...path, number - 1];
}

function prompt(place: StepPlace, lang: Lang): string {
  const text = plainStep(place, lang);
  return choicesAt(place) > 0 && place.path.length > 0 ? `${text}\n0. ${textsIn(lang).guide.back}` : text;
}

const choicesAt = ({ step: { node } }: StepPlace): number =>
  node.kind === 'question' ? node.choices.length : 0;
