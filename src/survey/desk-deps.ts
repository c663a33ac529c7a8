import type { Choice, FillCard } from '../cards.ts';
import type { Lang } from '../knowledge/model.ts';
import type { SurveyTemplate } from '../knowledge/survey.ts';
import type { Address, From } from '../messages.ts';
import type { Refuse } from '../people/refusal.ts';
import type { WhoIs } from '../people/who.ts';
import type { Round } from './model.ts';
import type { Surveys } from './survey.ts';

/** What the desk of surveys is given; what another job has is handed in as a function. */
export interface SurveyDeskDeps {
  surveys: Surveys;
  who: WhoIs;
  /** Why someone may not, and whom they can ask. */
  refuse: Refuse;
  languageFor(from: From, text?: string): Promise<Lang>;
  fill: FillCard;
  /** Of now: knowledge is taken in while Samvit runs. */
  templates: () => SurveyTemplate[];
  /** What a team, channel or chat is called; '' when that is not known. */
  placeName(address: Address): Promise<string>;
  /** Articles, and shared solutions with these tags, as rows that lead to them. */
  suggest(tags: string[], articles: string[], lang: Lang): Choice[];
  /** The report page of a round or a file of its results, for whoever has the link, for a while. */
  documentLink(round: Round, kind: 'report' | 'csv' | 'xlsx', lang: Lang): string;
}
