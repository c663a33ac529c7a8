import { actionSchema } from '../../actions.ts';
import type { FillCard } from '../../cards.ts';
import type { Desk } from '../../desk.ts';
import { asMessage, inPlace, type Screen } from '../../form-card.ts';
import { slugOf } from '../../knowledge/article.ts';
import type { Lang } from '../../knowledge/model.ts';
import type { Municipalities } from '../../knowledge/municipalities.ts';
import type { Solution } from '../../knowledge/solution.ts';
import type { From, Reply } from '../../messages.ts';
import type { Refuse } from '../../people/refusal.ts';
import { may } from '../../people/rules.ts';
import type { WhoIs } from '../../people/who.ts';
import { textsIn } from '../../texts/texts.ts';
import { type PortfolioAction, type PortfolioActionData, portfolioActionSchema } from './actions.ts';
import { needsCard } from './needs-card.ts';
import { readAsked } from './reading.ts';
import { everyoneOf, needsOf } from './rules.ts';
import { type Outcome, saidCard } from './said-card.ts';
import type { PortfolioStore } from './store.ts';
import { type About, whoCard } from './who-card.ts';

/** What a text names and nothing besides: a system by its slug, or a shared solution by its id. */
export type ReadName = (text: string) => { system: string } | { solution: string } | undefined;

export interface PortfolioDeskDeps {
  store: PortfolioStore;
  /** All that is shared, as it is now. */
  solutions(): Solution[];
  norway: () => Municipalities;
  named: ReadName;
  who: WhoIs;
  refuse: Refuse;
  languageFor(from: From, text?: string): Promise<Lang>;
  fill: FillCard;
}

type Of = Extract<PortfolioActionData, { do: 'portfolio.who' }>['of'];
type Saying = Extract<PortfolioAction, { do: 'portfolio.use' | 'portfolio.leave' }>;

/** Who uses and needs what is shared: asked about, and said with a button. */
export function createPortfolioDesk(deps: PortfolioDeskDeps): Desk {
  const { store, solutions, norway, named, who, refuse, languageFor, fill } = deps;

  const nameOf = (number: string): string => norway().byNumber(number)?.municipality.name ?? number;

  /** Undefined when nothing that is shared is meant, or no longer is. */
  function aboutOf(of: Of): About | undefined {
    if ('solution' in of) {
      const found = solutions().filter(({ id }) => id === of.solution);
      return found.length > 0 ? { of, solutions: found } : undefined;
    }
    const found = solutions().filter(
      ({ kind, systems }) => kind !== 'need' && systems.some((name) => slugOf(name) === of.system),
    );
    const system = found[0]?.systems.find((name) => slugOf(name) === of.system);
    return system === undefined ? undefined : { of, system, solutions: found };
  }

  async function showWho(about: About, from: number, lang: Lang): Promise<Screen> {
    const said = await store.of(about.solutions.map(({ id }) => id));
    const everyone = everyoneOf(about.solutions, said);
    return whoCard({ about, everyone, all: solutions(), nameOf, from }, lang, fill);
  }

  async function showNeeds(from: number, lang: Lang): Promise<Screen> {
    const all = solutions();
    return needsCard({ needs: needsOf(all, await store.of()), all, from }, lang, fill);
  }

  async function say(from: From, action: Saying): Promise<Reply> {
    const { lang } = action;
    const t = textsIn(lang).portfolio;
    const solution = solutions().find(({ id }) => id === action.solution);
    if (!solution) return sayText(t.gone);
    const presser = await who(from);
    if (presser.municipality === undefined) {
      const how = may(presser, 'municipality.choose')
        ? t.howToTie
        : await refuse(presser, 'municipality.choose', lang);
      return sayText(`${t.noMunicipality} ${how}`);
    }
    // Nobody uses a need, whatever a button says.
    const kind = solution.kind === 'need' ? 'needs' : action.kind;
    const word = { solution: solution.id, municipality: presser.municipality, kind };
    async function outcomeOf(): Promise<Outcome> {
      if (action.do === 'portfolio.leave') return (await store.remove(word)) ? 'left' : 'notThere';
      if (solution!.municipalities.includes(word.municipality)) return 'own';
      return (await store.add(presser, word)) ? 'added' : 'already';
    }
    const screen = saidCard(
      { outcome: await outcomeOf(), solution, kind, place: nameOf(word.municipality) },
      lang,
      fill,
    );
    return action.do === 'portfolio.leave' || action.here ? inPlace(from, screen) : asMessage(screen);
  }

  async function answerTo(from: From, text: string): Promise<Reply[] | undefined> {
    const asked = readAsked(text);
    if (!asked) return undefined;
    if (asked.kind === 'needs') return [asMessage(await showNeeds(0, await languageFor(from, text)))];
    const of = named(asked.about);
    const about = of && aboutOf(of);
    return about && [asMessage(await showWho(about, 0, await languageFor(from, text)))];
  }

  return {
    said: ({ from, text }) => answerTo(from, text),
    async pressed(from, data) {
      // "Hvem bruker SmartVakt?" is what others ask too, and is a button on the cards of answers.
      const asked = actionSchema.safeParse(data).data;
      if (asked?.do === 'ask') return answerTo(from, asked.question);
      const { data: action } = portfolioActionSchema.safeParse(data);
      switch (action?.do) {
        case undefined:
          return undefined;
        case 'portfolio.use':
        case 'portfolio.leave':
          return [await say(from, action)];
        case 'portfolio.who': {
          const about = aboutOf(action.of);
          if (!about) return [sayText(textsIn(action.lang).portfolio.gone)];
          const screen = await showWho(about, action.from, action.lang);
          return [action.here ? inPlace(from, screen) : asMessage(screen)];
        }
        case 'portfolio.needs': {
          const screen = await showNeeds(action.from, action.lang);
          return [action.here ? inPlace(from, screen) : asMessage(screen)];
        }
      }
    },
  };
}

const sayText = (text: string): Reply => ({ kind: 'text', text });
