import type { ActionData } from '../actions.ts';
import { type CardData, type Choice, type FillCard, keepTogether } from '../cards.ts';
import type { Guide } from '../knowledge/guide.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Card } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { Guides, Place, StepPlace } from './guide.ts';
import { plainStep } from './plain.ts';

export interface GuideCard {
  card: Card;
  /** What a notification and a screen reader say. */
  summary: string;
}

/** Says where someone stands in a guide; when the guide is not as it was, says so and offers a start. */
export function guideCard(place: Place, guides: Guides, lang: Lang, fill: FillCard): GuideCard {
  switch (place.kind) {
    case 'step': {
      const summary = textsIn(lang).guide.summary(place.guide.title[lang]);
      return { card: fill('guide', stepData(place, lang)), summary };
    }
    case 'lost': {
      const { lost, restart } = textsIn(lang).guide;
      const again = { label: restart, text: '', data: step(place.guide, [], lang) };
      return {
        card: fill('info', {
          lang,
          fallback: lost.body,
          title: lost.title,
          lines: [lost.body],
          subtitle: place.guide.title[lang],
          choices: [again],
        }),
        summary: lost.title,
      };
    }
    case 'gone': {
      const { gone } = textsIn(lang).guide;
      return listCard(gone.title, gone.body, guides, lang, fill);
    }
  }
}

/** Every guide, to choose from. */
export function guidesCard(guides: Guides, lang: Lang, fill: FillCard): GuideCard {
  const { title, choose } = textsIn(lang).guide;
  return listCard(title, choose, guides, lang, fill);
}

/** "Gå gjennom steg for steg: Trenger vi en DPIA?", for the card of an answer. */
export function guideButton(guide: Guide, lang: Lang): Choice {
  return { ...begin(guide, lang), label: textsIn(lang).guide.open(guide.title[lang]) };
}

function listCard(title: string, body: string, guides: Guides, lang: Lang, fill: FillCard): GuideCard {
  const choices = guides.all.map((guide) => begin(guide, lang));
  const fallback = [body, ...choices.map(({ label }) => `- ${label}`)].join('\n');
  return { card: fill('choices', { lang, fallback, title, body, subtitle: '', choices }), summary: title };
}

const begin = (guide: Guide, lang: Lang): Choice => ({
  label: guide.title[lang],
  text: '',
  data: { do: 'guide', guide: guide.id, lang },
});

const step = (guide: Guide, path: readonly number[], lang: Lang): ActionData => ({
  do: 'step',
  guide: guide.id,
  path: [...path],
  lang,
});

function stepData(place: StepPlace, lang: Lang): CardData['guide'] {
  const { guide, path, step: at } = place;
  const { node, answered } = at;
  const t = textsIn(lang);
  const shared = {
    lang,
    // For clients that cannot show the card; short beside the card itself.
    fallback: plainStep(place, lang).slice(0, 1_500),
    name: t.guide.summary(guide.title[lang]),
    stale: place.stale ? t.answer.stale(guide.reviewed) : '',
    navigation: navigation(guide, path, lang),
    ...labels(lang),
  };
  if (node.kind === 'question') {
    const answers = answered.map(({ answer }) => answer[lang]).join(' › ');
    return {
      ...shared,
      ...noOutcome,
      intro: path.length === 0 ? keepTogether(guide.intro[lang]) : '',
      trail: answered.length > 0 ? keepTogether(`${t.guide.soFar}: ${answers}`) : '',
      heading: keepTogether(node.question[lang]),
      help: keepTogether(node.help?.[lang] ?? ''),
      choices: node.choices.map(({ text }, i) => ({
        label: keepTogether(text[lang]),
        text: '',
        data: step(guide, [...path, i], lang),
      })),
    };
  }
  return {
    ...shared,
    intro: '',
    trail: '',
    help: '',
    choices: [],
    heading: keepTogether(node.outcome[lang]),
    ask: node.whom ? t.guide.ask(node.whom[lang]) : '',
    why: keepTogether(node.rationale[lang]),
    refs: keepTogether(node.refs.join(' · ')),
    answered: answered.map(({ question, answer }) => keepTogether(`${question[lang]} **${answer[lang]}**`)),
    read: place.articles.flatMap((article) => {
      const section = article.sections[0];
      return section
        ? [{ label: article.title, text: '', data: { do: 'quote', section: section.id, lang } as const }]
        : [];
    }),
    sources: guide.sources.map(
      (s) =>
        `[${s.title}](${s.url})${keepTogether(`${s.ref ? `, ${s.ref}` : ''}, ${t.answer.checked(s.checked)}`)}`,
    ),
    note: keepTogether(`${t.guide.reviewed(guide.reviewed)} ${t.guide.note}`),
  };
}

const noOutcome = { ask: '', why: '', refs: '', answered: [], read: [], sources: [], note: '' };

function labels(lang: Lang) {
  const { guide, answer } = textsIn(lang);
  return {
    whyTitle: guide.why,
    answeredTitle: guide.answered,
    readTitle: guide.read,
    sourcesTitle: answer.sources,
  };
}

/** After the first choice, back is the start. */
function navigation(guide: Guide, path: readonly number[], lang: Lang) {
  const t = textsIn(lang).guide;
  return [
    ...(path.length > 0 ? [{ label: t.back, data: step(guide, path.slice(0, -1), lang) }] : []),
    ...(path.length > 1 ? [{ label: t.restart, data: step(guide, [], lang) }] : []),
  ];
}
