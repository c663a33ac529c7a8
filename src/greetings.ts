import type { CardData, FillCard } from './cards.ts';
import type { Lang } from './knowledge/model.ts';
import type { Reply } from './messages.ts';
import type { May } from './people/rules.ts';
import { type Texts, textsIn } from './texts/texts.ts';

/** What Samvit says of itself: the card on install, help, and what is stored. */
export const welcomeCard = (lang: Lang, fill: FillCard): Reply =>
  info(lang, fill, ({ welcome, guide, follow }) => ({
    title: welcome.title,
    lines: [welcome.what, guide.how, follow.welcome, welcome.who, welcome.stored],
    subtitle: welcome.start,
    examples: welcome.examples,
  }));

/** What only some may do is said only to those. */
export const helpCard = (lang: Lang, fill: FillCard, may: (what: May) => boolean = () => false): Reply =>
  info(lang, fill, ({ help, guide, follow, share, portfolio, handoff, welcome, people }) => ({
    title: help.title,
    lines: [
      help.ask,
      help.follow,
      guide.how,
      help.compose,
      share.help,
      portfolio.help,
      follow.how,
      ...(may('survey.send') ? [people.help.surveys] : []),
      ...(may('share.approve') ? [share.helpEditors] : []),
      ...(may('gaps.read') ? [handoff.help] : []),
      ...(may('roles.give') ? [people.help.roles] : []),
      help.language,
      help.privacy,
    ],
    subtitle: welcome.start,
    examples: welcome.examples,
  }));

export const privacyCard = (lang: Lang, fill: FillCard): Reply =>
  info(lang, fill, ({ privacy }) => ({
    title: privacy.title,
    lines: privacy.lines,
    subtitle: '',
    examples: [],
  }));

function info(
  lang: Lang,
  fill: FillCard,
  say: (t: Texts) => Pick<CardData['info'], 'title' | 'lines' | 'subtitle'> & { examples: string[] },
): Reply {
  const { examples, ...said } = say(textsIn(lang));
  const choices = examples.map((question) => ({
    label: question,
    text: '',
    data: { do: 'ask', question } as const,
  }));
  const card = fill('info', { lang, fallback: said.lines.join('\n\n'), ...said, choices });
  return { kind: 'card', card, summary: said.title, feedback: false };
}
