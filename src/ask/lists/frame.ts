/** What a word does in a question that asks for a list. What is listed by is none of these. */
export type Role =
  /** "hvilke" */
  | 'which'
  /** "hva": with a place or a network after it, what has been done there. */
  | 'what'
  /** "hvordan": asks for more than a list, but of a place alone. */
  | 'how'
  | 'many'
  | 'all'
  | 'who'
  /** "noen": someone, or no more than "any". */
  | 'some'
  | 'municipality'
  | 'solution'
  | 'experience'
  /** Solutions and experiences alike. */
  | 'entry'
  | 'need'
  | 'only'
  | 'have'
  /** Done by someone: bought, built, used. */
  | 'did'
  /** Told by someone: whatever it is, it is here. */
  | 'shared'
  /** Made: by a place, for "hvem har laget SmartVakt" asks for who sells it. */
  | 'made'
  /** "gjort": done by a place, or with what is named. */
  | 'was'
  /** "gjør": says what a place does, and not what it has shared. */
  | 'does'
  /** Says little alone, and is understood of whoever has it: "hvilke kommuner har fått gebyr". */
  | 'got'
  | 'use'
  | 'exist'
  | 'is'
  /** Says that what comes is what the list is about, and not how it was done. */
  | 'about'
  | 'article'
  | 'joint'
  /** Before what it binds to, and so never last. */
  | 'of'
  | 'and'
  | 'fill';

const WORDS: Record<Role, string> = {
  which: 'hvilke hvilken hvilket kva_for which hva_slags kva_slags what_kind_of',
  what: 'hva kva what whether',
  how: 'hvordan korleis how',
  many: 'hvor_mange kor_mange how_many antall antal mange many number count tell tal',
  all: `alle alt samtlige all every everything vis list liste lista listen oversikt oversikta oversikten finn finne show
    give overview gi gje gimme fullstendig komplett complete hele heile full se sjå see vise`,
  who: 'hvem kven who whom',
  some: 'noen nokon nokre anyone anybody someone somebody any some nogen',
  municipality: `kommuner kommunar kommunene kommunane municipalities municipality councils council kommune kommuna
    kommunen authorities`,
  solution: `løsninger løsningene løysingar løysingane solutions løsningar løysinger`,
  experience: `erfaring erfaringer erfaringene erfaringar erfaringane røynsle røynsler røynslene experience experiences
    lessons lærdommer lærdom lærdommar`,
  entry: 'saker sakene saka cases prosjekt prosjekter prosjektene prosjekta projects bidrag innlegg entries',
  need: 'behov behovene behova needs ønsker ønskene ønske ønskje ønska wishes',
  only: 'bare kun berre only',
  have: 'har have has had did does hadde',
  did: `brukt brukte nytta benyttet benytta prøvd prøvde prøvt testet testa utprøvd kjøpt kjøpte anskaffet anskaffa
    skaffet skaffa innført innførte gjennomført gjennomførte løst løyst tatt_i_bruk teke_i_bruk tok_i_bruk kjørt køyrt
    holdt halde samarbeidet samarbeidd samarbeida satset satsa arbeidet arbeidd arbeida jobbet jobba lært lærte erfart
    erfarte used tried tested bought procured purchased introduced implemented adopted run held conducted piloted worked
    learned learnt`,
  shared: `delt delte deler delar publisert publiserte lagt_inn lagt_ut meldt melde meldte meldt_inn registrert fortalt
    shared share published reported told posted bidratt bidrege contributed`,
  made: 'laget laga lagd utviklet utvikla bygd bygget made built developed',
  was: 'gjort gjorde done do',
  does: 'gjør gjer',
  got: 'hatt fått vært vore inngått valgt valt vald chosen got gotten been received entered_into',
  use: 'bruker brukar brukes nyttar benytter use uses using',
  exist: 'finnes finst finns fins exist exists there eksisterer',
  is: 'er are is var was were ble vart blitt blei being',
  about:
    'om about on omkring rundt vedrørende angående regarding concerning gjelder gjeld tema temaet topic innen innan innenfor',
  article: 'en ei et ein eit a an',
  joint: 'felles',
  of: 'fra frå i hos av med på for til over mot from in of by with at to for through using via',
  and: 'og eller samt and or',
  fill: `noe noko anything something å_bruke å_nytte to_use ved som that det dette den de dei the it this these those egentlig eigentleg allerede allereie faktisk noensinne
    noen_gang nokon_gong ever already actually her her_inne here hittil så_langt so_far andre other others nye nytt new
    nyeste nyaste siste seneste newest latest recent ulike various offentlige offentlege norske norwegian i_norge i_noreg
    in_norway i_landet i_basen i_kunnskapsbasen i_samvit sammen saman together i_bruk bruk_av use_of the_use_of inn ut opp
    du dere de you me meg oss us seg please takk thanks nå no now både også òg also tilgjengelige tilgjengelege available
    konkrete konkret gode good slags type typer kind kinds sort`,
};

/** A word, or words joined by "_", to what it does. The first that names it holds. */
const ROLES = new Map<string, Role>();
for (const [role, words] of Object.entries(WORDS) as [Role, string][])
  for (const word of words.split(/\s+/)) if (!ROLES.has(word)) ROLES.set(word, role);

/** The words of the frame, for those who misspell them. */
export const frameWords: readonly string[] = [...ROLES.keys()].filter((word) => !word.includes('_'));

/** What the words from position `at` do, the longest first; `length` counts words. */
export function roleAt(words: { text: string }[], at: number): { role: Role; length: number } | undefined {
  for (let length = MOST; length > 0; length--) {
    const role = ROLES.get(
      words
        .slice(at, at + length)
        .map((word) => word.text)
        .join('_'),
    );
    if (role && at + length <= words.length) return { role, length };
  }
  return undefined;
}

const MOST = 3;
