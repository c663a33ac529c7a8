import type { Count, PortfolioTexts } from './texts.ts';

export const nb: PortfolioTexts = {
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
      count.municipalities + count.others === 0
        ? `Ingen har sagt at de bruker ${what} ennå`
        : `${capital(who(count))} bruker ${what}`,
    needs: (count, what) => `${capital(who(count))} trenger ${what}`,
  },
  quoted: (title) => `«${title}»`,
  all: {
    uses: 'Dette er alle som står bak løsningen, eller har sagt at de bruker den.',
    needs: 'Dette er alle som har meldt behovet eller sagt at de har det samme.',
  },
  shared: {
    uses: (count) => `Står bak det som er delt (${who(count)})`,
    needs: (count) => `Har meldt behovet (${who(count)})`,
  },
  say: {
    uses: (n) => `Sier at de bruker løsningen (${who({ municipalities: n, others: 0 })})`,
    needs: (n) => `Sier at de trenger det samme (${who({ municipalities: n, others: 0 })})`,
  },
  solutions: 'Løsningene',
  read: 'Les mer',
  next: (left) => `Vis flere (${left} igjen)`,
  previous: 'Vis de forrige',
  needs: {
    title: 'Dette trenger flest kommuner',
    line: 'Her er alle behov som er delt, det flest kommuner har, først. Åpne et for å se hvem de er, og hva som kan hjelpe.',
    none: 'Ingen har delt et behov ennå.',
    how: 'Skriv «del en løsning» for å dele et. Da kan andre kommuner si at de trenger det samme.',
    row: (count, fits) =>
      `${capital(who(count))}${fits === 0 ? '' : ` · ${fits === 1 ? 'én delt løsning' : `${fits} delte løsninger`} kan passe`}`,
    fits: 'Delte løsninger som kan passe',
    noFits: 'Ingen delte løsninger handler om det samme ennå.',
    all: 'Vis alle behov',
  },
};

/** "fire kommuner og én annen", as in the lists of shared solutions. */
function who({ municipalities, others }: Count): string {
  const more = others === 1 ? 'én annen' : `${others} andre`;
  if (municipalities === 0) return others === 0 ? 'ingen' : `ingen kommuner, men ${more}`;
  const count = municipalities === 1 ? 'én kommune' : `${municipalities} kommuner`;
  return others === 0 ? count : `${count} og ${more}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
