import type { Count } from '../../share/portfolio/rules.ts';
import { joinedBy } from '../words.ts';
import type { PortfolioTexts } from './texts.ts';

export const nb: PortfolioTexts = {
  help: 'Skriv «hvem bruker SmartVakt?» for å se hvem som bruker noe, og «hva trenger flest?» for å se vanlige behov.',
  button: { uses: 'Vi bruker denne også', needs: 'Vi trenger dette også' },
  more: {
    uses: (n) => `Brukes av ${n === 1 ? 'én kommune' : `${n} kommuner`} til`,
    needs: (n) => `${n === 1 ? 'Én kommune' : `${n} kommuner`} til trenger dette`,
  },
  seeAll: { uses: 'Vis alle som bruker løsningen', needs: 'Vis alle som trenger dette' },
  leave: 'Ta bort kommunen',
  added: {
    heading: (place) => `${place} står nå på lista`,
    line: {
      uses: (title) => `Andre kommuner ser at dere bruker «${title}».`,
      needs: (title) => `Andre kommuner ser at dere har samme behov som i «${title}».`,
    },
  },
  already: {
    heading: (place) => `${place} står der fra før`,
    line: {
      uses: (title) =>
        `Dere er satt opp som bruker av «${title}». Stemmer det ikke, kan du ta bort kommunen.`,
      needs: (title) =>
        `Dere er satt opp med samme behov som i «${title}». Stemmer det ikke, kan du ta bort kommunen.`,
    },
  },
  own: {
    heading: (place) => `${place} er allerede med`,
    line: {
      uses: (title) => `Kommunen er blant dem som står bak «${title}».`,
      needs: (title) => `Kommunen er blant dem som har meldt behovet «${title}».`,
    },
  },
  left: {
    heading: (place) => `${place} er tatt bort fra lista`,
    line: {
      uses: (title) => `Andre kommuner ser ikke lenger at dere bruker «${title}».`,
      needs: (title) => `Andre kommuner ser ikke lenger at dere har samme behov som i «${title}».`,
    },
  },
  notThere: {
    heading: (place) => `${place} står ikke på lista`,
    line: {
      uses: (title) => `Noen har tatt den bort før, eller den ble ikke satt opp som bruker av «${title}».`,
      needs: (title) => `Noen har tatt den bort før, eller den ble ikke satt opp med behovet «${title}».`,
    },
  },
  noMunicipality: 'Jeg vet ikke hvilken kommune dere hører til ennå, så jeg kan ikke sette dere på lista.',
  howToTie: 'Du kan velge den selv: Skriv for eksempel «kommunen er Lillestrøm», og trykk en gang til.',
  gone: 'Denne er ikke lenger delt. Kanskje er den trukket tilbake eller slått sammen med en annen.',
  who: {
    uses: (count, what) =>
      isNobody(count)
        ? `Ingen har sagt at de bruker ${what} ennå`
        : `${capital(counted(count))} bruker ${what}`,
    needs: (count, what) =>
      isNobody(count) ? `Hvem trenger ${what}?` : `${capital(counted(count))} trenger ${what}`,
  },
  quoted: (title) => `«${title}»`,
  all: {
    uses: 'Dette er alle som står bak løsningen, eller har sagt at de bruker den.',
    needs: 'Dette er alle som har meldt behovet eller sagt at de har det samme.',
  },
  shared: { uses: 'Står bak det som er delt', needs: 'Har meldt behovet' },
  say: { uses: 'Sier at de bruker løsningen', needs: 'Sier at de trenger det samme' },
  counted: (group, municipalities) => `${group} (${counted({ municipalities, networks: 0 })})`,
  solutions: 'Løsningene',
  read: 'Les mer',
  next: (left) => `Vis flere (${left} igjen)`,
  previous: 'Vis de forrige',
  needs: {
    title: 'Dette trenger flest kommuner',
    line: 'Her er alle behov som er delt, det flest kommuner har, først. Åpne et for å se hvem de er, og hva som kan hjelpe.',
    none: 'Ingen har delt et behov ennå.',
    how: 'Skriv «del en løsning» for å dele et. Da kan andre kommuner si at de trenger det samme.',
    row: (count, who, fits) =>
      `${isNobody(count) ? who : capital(counted(count))}${fits === 0 ? '' : ` · ${fits === 1 ? 'én delt løsning' : `${fits} delte løsninger`} kan passe`}`,
    fits: 'Delte løsninger som kan passe',
    noFits: 'Ingen delte løsninger handler om det samme ennå.',
    all: 'Vis alle behov',
  },
};

const isNobody = ({ municipalities, networks }: Count): boolean => municipalities + networks === 0;

/** "4 kommuner og ett nettverk" */
function counted({ municipalities, networks }: Count): string {
  const parts = [
    ...(municipalities > 0 ? [municipalities === 1 ? 'én kommune' : `${municipalities} kommuner`] : []),
    ...(networks > 0 ? [networks === 1 ? 'ett nettverk' : `${networks} nettverk`] : []),
  ];
  return joinedBy(parts, 'og');
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
