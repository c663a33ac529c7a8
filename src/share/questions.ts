import { type Lang, langs } from '../knowledge/model.ts';
import type { Kind } from './model.ts';

/** As `articleHeadSchema` has it. */
const LONGEST = 160;
const MOST_SYSTEMS = 3;

interface About {
  kind: Kind;
  title: string;
  places: string[];
  systems: string[];
}

/** Questions it answers, in each language, so that search finds it by what people ask. Pure. */
export const questionsOf = ({ kind, title, places, systems }: About): string[] =>
  langs
    .flatMap((lang) => {
      const ask = ASKED[lang];
      return [
        kind === 'need' ? ask.whoNeeds(title) : ask.whoHas(title),
        ...places
          .slice(0, 1)
          .map((place) => (kind === 'need' ? ask.whatNeeds(place, title) : ask.what(place, title))),
        // Who needs something has not used what it is to work with.
        ...(kind === 'need' ? [] : systems).slice(0, MOST_SYSTEMS).map((system) => ask.whoUses(system)),
      ];
    })
    .map((question) =>
      question.length > LONGEST ? `${question.slice(0, LONGEST - 2).trimEnd()}…?` : question,
    );

interface Asked {
  whoHas(title: string): string;
  whoNeeds(title: string): string;
  what(place: string, title: string): string;
  whatNeeds(place: string, title: string): string;
  whoUses(system: string): string;
}

const ASKED: Record<Lang, Asked> = {
  nb: {
    whoHas: (title) => `Hvem har erfaring med «${title}»?`,
    whoNeeds: (title) => `Hvem trenger «${title}»?`,
    what: (place, title) => `Hva gjorde ${place} med «${title}»?`,
    whatNeeds: (place, title) => `Hva trenger ${place} når det gjelder «${title}»?`,
    whoUses: (system) => `Hvilke kommuner har brukt ${system}?`,
  },
  nn: {
    whoHas: (title) => `Kven har erfaring med «${title}»?`,
    whoNeeds: (title) => `Kven treng «${title}»?`,
    what: (place, title) => `Kva gjorde ${place} med «${title}»?`,
    whatNeeds: (place, title) => `Kva treng ${place} når det gjeld «${title}»?`,
    whoUses: (system) => `Kva kommunar har brukt ${system}?`,
  },
  en: {
    whoHas: (title) => `Which municipality has experience with “${title}”?`,
    whoNeeds: (title) => `Which municipality needs “${title}”?`,
    what: (place, title) => `What did ${place} do about “${title}”?`,
    whatNeeds: (place, title) => `What does ${place} need for “${title}”?`,
    whoUses: (system) => `Which municipalities have used ${system}?`,
  },
};
