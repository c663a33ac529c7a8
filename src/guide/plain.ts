import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { StepPlace } from './guide.ts';

/** A step as plain text: for the terminal, and for clients that cannot show a card. Choices are numbered from 1. */
export function plainStep(place: StepPlace, lang: Lang): string {
  const { guide, path, step } = place;
  const { node } = step;
  const t = textsIn(lang);
  if (node.kind === 'question') {
    return paragraphs(
      ...(path.length === 0 ? [guide.title[lang], guide.intro[lang]] : []),
      node.question[lang],
      node.help?.[lang],
      lines(...node.choices.map(({ text }, i) => `${i + 1}. ${text[lang]}`)),
    );
  }
  return paragraphs(
    node.outcome[lang],
    node.whom && t.guide.ask(node.whom[lang]),
    place.stale ? t.answer.stale(guide.reviewed) : undefined,
    node.rationale[lang],
    node.refs.join(' · '),
    lines(
      `${t.guide.answered}:`,
      ...step.answered.map(({ question, answer }) => `- ${question[lang]} ${answer[lang]}`),
    ),
    lines(`${t.guide.read}:`, ...place.articles.map(({ title }) => `- ${title}`)),
    lines(
      `${t.answer.sources}:`,
      ...guide.sources.map(
        ({ title, ref, checked, url }) =>
          `- ${title}${ref ? `, ${ref}` : ''} (${t.answer.checked(checked)}): ${url}`,
      ),
    ),
    `${t.guide.reviewed(guide.reviewed)} ${t.guide.note}`,
  );
}

/** A step as one object, for programs. */
export function stepLine({ guide, path, step, articles, stale }: StepPlace, lang: Lang) {
  const { node } = step;
  const shared = {
    guide: guide.id,
    lang,
    path,
    answered: step.answered.map(({ question, answer }) => ({
      question: question[lang],
      answer: answer[lang],
    })),
  };
  if (node.kind === 'question') {
    return {
      ...shared,
      kind: node.kind,
      question: node.question[lang],
      help: node.help?.[lang] ?? '',
      choices: node.choices.map(({ text }) => text[lang]),
    };
  }
  return {
    ...shared,
    kind: node.kind,
    outcome: node.outcome[lang],
    rationale: node.rationale[lang],
    refs: node.refs,
    certainty: node.certainty,
    whom: node.whom?.[lang] ?? '',
    articles: articles.map(({ id, title }) => ({ id, title })),
    reviewed: guide.reviewed,
    stale,
    sources: guide.sources.map(({ title, url, ref }) => ({ title, url, ref })),
  };
}

const lines = (...parts: string[]): string => parts.join('\n');
const paragraphs = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n\n');
