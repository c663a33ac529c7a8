import type { FillCard } from '../cards.ts';
import { button, formCard, plain, type Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { Also } from './deps.ts';
import type { Interest, Told } from './model.ts';
import type { Names } from './names.ts';
import type { View } from './store/told.ts';

/** The same for all who get the same: what they share is known by it. */
export const viewName = ({ change, lang, home, reasons }: View): string =>
  [change, lang, home, ...reasons].join(' ');

/** The messages of a batch about a solution, each drawn once however many batches have it. */
export function noticeMessages(
  solution: Told,
  names: Names,
  fill: FillCard,
  also: Also = () => [],
): (views: Record<string, View>) => Record<string, Outgoing> {
  const drawn = new Map<string, Outgoing>();
  const draw = (name: string, view: View): Outgoing => {
    const message = drawn.get(name) ?? outgoing(noticeCard(solution, view, names, fill, also));
    drawn.set(name, message);
    return message;
  };
  return (views) => Object.fromEntries(Object.entries(views).map(([name, view]) => [name, draw(name, view)]));
}

function noticeCard(
  solution: Told,
  { change, lang, home, reasons }: View,
  names: Names,
  fill: FillCard,
  also: Also,
): Screen {
  const { id, kind, section, withdrawn } = solution;
  const t = textsIn(lang).follow.notice;
  const title = shortened(solution.title, MAX_TITLE);
  const note = plain(t.why[home](saidNames(reasons, names, lang, solution)));
  if (withdrawn)
    return formCard(fill, lang, {
      kicker: t.withdrawn,
      heading: plain(title),
      lines: [t.withdrawnBody],
      note,
    });
  const known = reasons.includes(`solution:${id}`);
  return formCard(fill, lang, {
    kicker: t.kicker[kind][change],
    heading: plain(title),
    lines: [plain(originSaid(solution, lang)), plain(summaryOf(solution, lang))],
    note,
    buttons: [
      button(t.open, { do: 'quote', section, lang }, { style: 'positive' }),
      ...also(solution, lang),
      ...(known
        ? []
        : [button(t.follow, { do: 'follow.start', lang, interests: [`solution:${id}`] }, { verb: 'open' })]),
      button(t.stop, { do: 'follow.silence', lang, interests: reasons }, { verb: 'open' }),
    ],
    summary: plain(t.summary(title)),
  });
}

/** "velferdsteknologi og Agder"; the solution itself by its title. */
export function saidNames(
  interests: Interest[],
  names: Names,
  lang: Lang,
  solution?: Pick<Told, 'id' | 'title'>,
): string {
  const t = textsIn(lang).follow;
  return t.joined(
    interests.map((interest) =>
      solution && interest === `solution:${solution.id}`
        ? t.solution(shortened(solution.title, MAX_TITLE))
        : names.of(interest, lang),
    ),
  );
}

/** "Erfaring fra Lillestrøm og Asker, 2020" */
export const originSaid = ({ kind, by, year }: Told, lang: Lang): string =>
  textsIn(lang).origin({ kind, by, ...(year !== undefined && { year }) });

export const summaryOf = ({ summary }: Told, lang: Lang, most = MAX_SUMMARY): string =>
  shortened(summary[lang], most);

export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

export const MAX_TITLE = 120;
const MAX_SUMMARY = 500;

export const outgoing = ({ card, summary }: Screen): Outgoing => ({ kind: 'card', card, summary });
