import type { Count } from '../../share/portfolio/rules.ts';
import { joinedBy } from '../words.ts';
import type { PortfolioTexts } from './texts.ts';

export const nn: PortfolioTexts = {
  help: 'Skriv «kven bruker SmartVakt?» for å sjå kven som bruker noko, og «kva treng flest?» for å sjå vanlege behov.',
  button: { uses: 'Vi bruker denne òg', needs: 'Vi treng dette òg' },
  more: {
    uses: (n) => `Blir brukt av ${n === 1 ? 'éin kommune' : `${n} kommunar`} til`,
    needs: (n) => `${n === 1 ? 'Éin kommune' : `${n} kommunar`} til treng dette`,
  },
  seeAll: { uses: 'Vis alle som bruker løysinga', needs: 'Vis alle som treng dette' },
  leave: 'Ta bort kommunen',
  added: {
    heading: (place) => `${place} står no på lista`,
    line: {
      uses: (title) => `Andre kommunar ser at de bruker «${title}».`,
      needs: (title) => `Andre kommunar ser at de har same behov som i «${title}».`,
    },
  },
  already: {
    heading: (place) => `${place} står der frå før`,
    line: {
      uses: (title) =>
        `De er sette opp som brukar av «${title}». Stemmer det ikkje, kan du ta bort kommunen.`,
      needs: (title) =>
        `De er sette opp med same behov som i «${title}». Stemmer det ikkje, kan du ta bort kommunen.`,
    },
  },
  own: {
    heading: (place) => `${place} er alt med`,
    line: {
      uses: (title) => `Kommunen er blant dei som står bak «${title}».`,
      needs: (title) => `Kommunen er blant dei som har meldt behovet «${title}».`,
    },
  },
  left: {
    heading: (place) => `${place} er teken bort frå lista`,
    line: {
      uses: (title) => `Andre kommunar ser ikkje lenger at de bruker «${title}».`,
      needs: (title) => `Andre kommunar ser ikkje lenger at de har same behov som i «${title}».`,
    },
  },
  notThere: {
    heading: (place) => `${place} står ikkje på lista`,
    line: {
      uses: (title) => `Nokon har teke han bort før, eller han vart ikkje sett opp som brukar av «${title}».`,
      needs: (title) => `Nokon har teke han bort før, eller han vart ikkje sett opp med behovet «${title}».`,
    },
  },
  noMunicipality: 'Eg veit ikkje kva kommune de høyrer til enno, så eg kan ikkje setje dykk på lista.',
  howToTie: 'Du kan velje han sjølv: Skriv til dømes «kommunen er Lillestrøm», og trykk éin gong til.',
  gone: 'Denne er ikkje lenger delt. Kanskje er ho trekt tilbake eller slått saman med ei anna.',
  who: {
    uses: (count, what) =>
      isNobody(count)
        ? `Ingen har sagt at dei bruker ${what} enno`
        : `${capital(counted(count))} bruker ${what}`,
    needs: (count, what) =>
      isNobody(count) ? `Kven treng ${what}?` : `${capital(counted(count))} treng ${what}`,
  },
  quoted: (title) => `«${title}»`,
  all: {
    uses: 'Dette er alle som står bak løysinga, eller har sagt at dei bruker henne.',
    needs: 'Dette er alle som har meldt behovet eller sagt at dei har det same.',
  },
  shared: { uses: 'Står bak det som er delt', needs: 'Har meldt behovet' },
  say: { uses: 'Seier at dei bruker løysinga', needs: 'Seier at dei treng det same' },
  counted: (group, municipalities) => `${group} (${counted({ municipalities, networks: 0 })})`,
  solutions: 'Løysingane',
  read: 'Les meir',
  next: (left) => `Vis fleire (${left} att)`,
  previous: 'Vis dei førre',
  needs: {
    title: 'Dette treng flest kommunar',
    line: 'Her er alle behov som er delte, det flest kommunar har, først. Opne eitt for å sjå kven dei er, og kva som kan hjelpe.',
    none: 'Ingen har delt eit behov enno.',
    how: 'Skriv «del ei løysing» for å dele eitt. Då kan andre kommunar seie at dei treng det same.',
    row: (count, who, fits) =>
      `${isNobody(count) ? who : capital(counted(count))}${fits === 0 ? '' : ` · ${fits === 1 ? 'éi delt løysing' : `${fits} delte løysingar`} kan passe`}`,
    fits: 'Delte løysingar som kan passe',
    noFits: 'Ingen delte løysingar handlar om det same enno.',
    all: 'Vis alle behov',
  },
};

const isNobody = ({ municipalities, networks }: Count): boolean => municipalities + networks === 0;

/** "4 kommunar og eitt nettverk" */
function counted({ municipalities, networks }: Count): string {
  const parts = [
    ...(municipalities > 0 ? [municipalities === 1 ? 'éin kommune' : `${municipalities} kommunar`] : []),
    ...(networks > 0 ? [networks === 1 ? 'eitt nettverk' : `${networks} nettverk`] : []),
  ];
  return joinedBy(parts, 'og');
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
