import type { Change } from '../ask/places.ts';
import type { Authority, Lang, Origin, Topic } from '../knowledge/model.ts';
import type { PersonalData } from '../personal-data.ts';
import type { DeliveryTexts } from './delivery/texts.ts';
import { en } from './en.ts';
import type { FaultsTexts } from './faults/texts.ts';
import type { FollowTexts } from './follow/texts.ts';
import type { HandoffTexts } from './handoff/texts.ts';
import type { ListTexts } from './lists/texts.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import type { PeopleTexts } from './people/texts.ts';
import type { PortfolioTexts } from './portfolio/texts.ts';
import type { ReportTexts } from './report/texts.ts';
import type { ShareTexts } from './share/texts.ts';
import type { SurveyTexts } from './survey/texts.ts';

/** Every sentence the bot says, in one language. A sentence missing in one language does not compile. */
export interface Texts {
  /** The language's own name, as people write it in "språk nynorsk". */
  languageName: string;
  /** "21. november 2026" from "2026-11-21". */
  date(iso: string): string;
  topic: Record<Topic, string>;
  authority: Record<Authority, string>;
  /** "Erfaring fra Asker og Bærum, 2015": who is behind a shared solution. */
  origin(origin: Origin): string;
  personalData: Record<PersonalData, string>;

  answer: {
    question: string;
    quoted(language: Lang): string;
    sources: string;
    checked(date: string): string;
    validFrom(date: string): string;
    stale(date: string): string;
    /** "Viser svar for konkurranse." */
    readAs(words: string[]): string;
    more: string;
    related: string;
    open(title: string): string;
    general: string;
    /** What the notification and a screen reader say of the card before it is opened. */
    summary(title: string): string;
  };
  more: { title(article: string): string };
  list: { title(count: number, of: string): string; next(left: number): string };
  lists: ListTexts;
  /** Why a name or number of before leads to a municipality of today. */
  change(change: Change): string;
  unsure: { title: string; choose: string };
  nothing: { title: string; body: string; topics: string };
  blocked: { title: string; body(kinds: string): string; again: string };

  guide: {
    /** How to find the guides, in one line. */
    how: string;
    title: string;
    choose: string;
    summary(title: string): string;
    /** On the card of an answer. */
    open(title: string): string;
    back: string;
    restart: string;
    /** The guide does not decide this; `whom` is an office. */
    ask(whom: string): string;
    why: string;
    answered: string;
    read: string;
    reviewed(date: string): string;
    note: string;
    soFar: string;
    /** In the terminal, where choices are numbered. */
    number(max: number): string;
    /** A button from before the guide was changed. */
    lost: { title: string; body: string };
    gone: { title: string; body: string };
  };

  /** What a client says of a field filled in wrongly, and what stands where a card cannot be shown. */
  form: { fallback: string; required: string; text: string; number: string; date: string; time: string };
  delivery: DeliveryTexts;
  faults: FaultsTexts;
  follow: FollowTexts;
  handoff: HandoffTexts;
  people: PeopleTexts;
  portfolio: PortfolioTexts;
  report: ReportTexts;
  share: ShareTexts;
  survey: SurveyTexts;

  welcome: { title: string; what: string; who: string; stored: string; start: string; examples: string[] };
  help: { title: string; ask: string; follow: string; compose: string; language: string; privacy: string };
  hello: string;
  thanks: string;
  noText: string;
  emoji: string;
  tooLong(max: number): string;
  languageSet: string;
  languageFollowed: string;
  languageUnknown: string;
  privacy: { title: string; lines: string[] };
  terms: { title: string; lines: string[] };
  forgotten: string;
  feedback: { like: string; dislike: string };
  compose: { placeholder: string; none: string; blocked: string };
  pressed: string;
  stalePress: string;
  notUnderstood: string;
  /** When something broke: what the person can do, and the number that finds it in the log. */
  failed(reference: string): string;
}

const all: Record<Lang, Texts> = { nb, nn, en };
export const textsIn = (lang: Lang): Texts => all[lang];
