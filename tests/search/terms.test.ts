import { beforeAll, describe, expect, test } from 'vitest';
import { articlesOf } from '../../src/knowledge/articles.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { wordsOf } from '../../src/search/analyse.ts';
import { type Reader, readQuery } from '../../src/search/query.ts';
import { buildIndex, lexiconOf, openShelf } from '../../src/search/shelf.ts';
import { stem } from '../../src/search/stem.ts';

/** Forms of one word on each line. */
const rows = (table: string): [string][] =>
  table
    .trim()
    .split('\n')
    .map((line) => [line.trim()]);

const stemsOf = (forms: string) => forms.split(' ').map((form) => [form, stem(form)]);
const allAs = (forms: string) => {
  const [first = '', ...others] = forms.split(' ');
  return [first, ...others].map((form) => [form, stem(first)]);
};

describe('nynorsk and bokmål share a term', () => {
  test.each(
    rows(`
      ikke ikkje
      anbud anbod anbudet anbodet
      tilbud tilbod tilbudet tilbodet tilbudene tilboda
      bud bod
      personvernombud personvernombod
      offentlig offentleg offentlige offentlege
      årlig årleg årlige årlege
      daglig dagleg
      personlig personleg personlige personlege
      vesentlig vesentleg
      skriftlig skriftleg
      muntlig munnleg
      behandlingsansvarlig behandlingsansvarleg
      virksomhet verksemd virksomheten verksemda virksomheter verksemder
      sikkerhet tryggleik
      informasjonssikkerhet informasjonstryggleik
      mulighet moglegheit
      åpenhet openheit
      åpen open åpent ope åpne opne
      likhet likskap
      kommuner kommunar kommunene kommunane
      avtaler avtalar avtalene avtalane
      rammeavtaler rammeavtalar
      regler reglar reglene reglane
      frister fristar fristene fristane
      kontrakter kontraktar kontraktene kontraktane
      tilbydere tilbydarar tilbyderne tilbydarane
      brukere brukarar brukerne brukarane
      databehandler databehandlar databehandlere databehandlarar databehandlarane
      leverandører leverandørar
      underleverandører underleverandørar
      oppdragsgiver oppdragsgivar oppdragsgjevar oppdragsgivere oppdragsgjevarar
      terskelverdier terskelverdiar terskelverdiene terskelverdiane
      anskaffelse anskaffing anskaffelsen anskaffinga anskaffelser anskaffingar
      kunngjøring kunngjering kunngjøringen kunngjeringa
      vurderinger vurderingar
      endringer endringar endringene endringane
      løsninger løysingar
      opplysninger opplysningar opplysingar
      personopplysninger personopplysningar
      tjenester tenester
      hjemmetjeneste heimeteneste
      hjemmeside heimeside hjemmesiden heimesida
      hjemmel heimel
      høring høyring høringer høyringar
      veiledning rettleiing
      veileder rettleiar
      behandling handsaming
      saksbehandler sakshandsamar
      samtykke samtykkje
      forskjeller skilnader
      innhold innhald innholdet innhaldet
      eksempel døme
      hensyn omsyn
      miljøhensyn miljøomsyn
      taushetsplikt teieplikt
      oppsigelse oppseiing
      formål føremål formålet føremålet
      ansatt tilsett ansatte tilsette
      ansettelse tilsetjing
      skole skule skoler skular
      sykehjem sjukeheim
      eiendom eigedom
      leder leiar
      brudd brot
      personvernbrudd personvernbrot
      virkemiddel verkemiddel
      verktøy verkty
      byggesak byggjesak
      nettsted nettstad nettsteder nettstader
      velge velje velger vel valgt vald
      gjøre gjere gjør gjer
      enkelt einskild
      mer meir
      uten utan
      kriterium kriteriet kriterier
      tildelingskriterium tildelingskriteriet tildelingskriterier
      forberedelse førebuing`),
  )('%s', (forms) => {
    expect(stemsOf(forms)).toEqual(allAs(forms));
  });
});

describe('irregular words share a term', () => {
  test.each(
    rows(`
      velge valgte valgt velges
      følge fulgte fulgt
      ta tok tatt tar
      gjøre gjorde gjort
      selge solgte solgt
      legge legger lagt
      si sa sagt
      skrive skrev skrevet
      vinne vant vunnet
      bryte brøt brutt
      trekke trakk trukket
      stå sto stått
      slå slo slått
      bære bar båret
      spørre spurte spurt
      vite visste visst
      bok bøker bøkene
      mann menn
      barn barna
      liten mindre minst
      stor større størst
      god bedre best
      gammel eldre eldst
      avgjøre avgjorde avgjort`),
  )('%s', (forms) => {
    expect(stemsOf(forms)).toEqual(allAs(forms));
  });
});

describe('what is not the same does not share a term', () => {
  test.each([
    ['anbud', 'ombud'],
    ['behandling', 'handling'],
    ['sak', 'salg'],
    ['kollega', 'kollektiv'],
    ['skolebygg', 'skoleskyss'],
    ['kamera', 'kommune'],
  ])('%s, %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe('on the knowledge base', () => {
  let reader: Reader;
  beforeAll(async () => {
    const knowledge = await loadKnowledge('knowledge');
    const lexicon = lexiconOf(knowledge.glossary);
    const articles = articlesOf(knowledge);
    const shelf = openShelf(articles, buildIndex(articles, lexicon));
    reader = { ...lexicon, vocabulary: shelf.open.vocabulary };
  });

  const best = (question: string) => readQuery(wordsOf(question), reader).map((unit) => unit.terms[0]?.term);
  const corrected = (question: string) =>
    readQuery(wordsOf(question), reader).flatMap((unit) => unit.corrected);

  test.each([
    ['leverandør', 'leverandor', 'leverandoer'],
    ['følgekommune', 'folgekommune', 'foelgekommune'],
    ['fødselsnummer', 'fodselsnummer', 'foedselsnummer'],
    ['særlige', 'saerlige', 'sarlige'],
    ['åpen', 'aapen', 'apen'],
    ['årsverk', 'aarsverk', 'arsverk'],
    ['kunngjøring', 'kunngjoring', 'kunngjoering'],
    ['lønn', 'lonn', 'loenn'],
    ['høring', 'horing', 'hoering'],
    ['behandlingsansvarlig på skolen', 'behandlingsansvarlig paa skolen', 'behandlingsansvarlig pa skolen'],
    ['når må vi kunngjøre', 'naar maa vi kunngjoere', 'nar ma vi kunngjore'],
  ])('%s is read from %s and %s, and nothing is said of it', (written, ...flattened) => {
    for (const form of flattened) {
      expect(best(form), form).toEqual(best(written));
      expect(corrected(form), form).toEqual([]);
    }
  });

  // Compounds, joined and apart, with and without the linking letter.
  test.each([
    ['databehandleravtale', 'databehandler avtale'],
    ['databehandleravtale', 'databehandlers avtale'],
    ['rammeavtale', 'ramme avtale'],
    ['terskelverdi', 'terskel verdi'],
    ['anskaffelsesprotokoll', 'anskaffelses protokoll'],
    ['personvernombud', 'personvern ombud'],
    ['karensperiode', 'karens periode'],
    ['tildelingskriterier', 'tildelings kriterier'],
    ['tildelingskriterier', 'tildeling kriterier'],
    ['behandlingsgrunnlag', 'behandlings grunnlag'],
    ['innovasjonspartnerskap', 'innovasjon partnerskap'],
    ['e-post', 'epost'],
  ])('%s and %s are one', (together, apart) => {
    expect(best(apart)).toEqual(best(together));
  });

  test.each([
    ['anskaffelsesrutine', ['anskaff', 'rutin']],
    ['skolebygganskaffelse', ['skolebygg', 'anskaff']],
    ['kommuneprotokoll', ['kommun', 'protokoll']],
    ['ikt-anskaffelse', ['ikt', 'anskaff']],
  ])('%s, which no text has, is read by its parts', (compound, parts) => {
    const units = readQuery(wordsOf(compound), reader);
    expect(units.length).toBe(1);
    const terms = units[0]!.terms.map(({ term }) => term);
    for (const part of parts)
      expect(
        terms.some((term) => term.startsWith(part)),
        part,
      ).toBe(true);
    expect(units[0]!.known).toBe(false);
    expect(units[0]!.corrected).toEqual([]);
  });

  test('a compound the texts have is met by its parts too, less', () => {
    const [unit] = readQuery(wordsOf('arbeidsgiver'), reader);
    const [whole, ...parts] = unit!.terms;
    expect(whole).toEqual({ term: 'arbeidsgiv', weight: 1 });
    expect(parts.find(({ term }) => term === 'arbeid')?.weight).toBeLessThan(0.5);
  });

  test.each([
    ['standstill period', 'karensperiode'],
    ['framework agreement', 'rammeavtale'],
    ['data protection officer', 'personvernombud'],
    ['data processing agreement', 'databehandleravtale'],
    ['legal basis', 'behandlingsgrunnlag'],
    ['award criteria', 'tildelingskriterier'],
    ['confidentiality', 'taushetsplikt'],
    ['contracting authority', 'oppdragsgiver'],
  ])('English: %s is %s', (english, norwegian) => {
    expect(best(english)).toEqual(best(norwegian));
  });

  describe('typing errors', () => {
    test.each([
      // A letter left out, put in or changed.
      ['konkuranse', 'konkurranse'],
      ['konkurrabse', 'konkurranse'],
      ['levrandør', 'leverandør'],
      ['kunngøring', 'kunngjøring'],
      ['samtyke', 'samtykke'],
      // Doubled.
      ['avvisningg', 'avvisning'],
      ['personvernombudd', 'personvernombud'],
      ['innsynsrettt', 'innsynsrett'],
      // Swapped with the next.
      ['konkurrnase', 'konkurranse'],
      ['rammeavatle', 'rammeavtale'],
      ['anbdu', 'anbud'],
      ['samtykek', 'samtykke'],
      ['miljøkarv', 'miljøkrav'],
      // The key beside.
      ['anbus', 'anbud'],
      ['rammeavtsle', 'rammeavtale'],
      ['terskelverfi', 'terskelverdi'],
      ['personvermombud', 'personvernombud'],
      // A part of a compound.
      ['databehandleravtle', 'databehandleravtale'],
      ['karenspriode', 'karensperiode'],
      ['behandlingsgrunlag', 'behandlingsgrunnlag'],
      ['konkurransegrunlaget', 'konkurransegrunnlaget'],
      ['dierkteanskaffelse', 'direkteanskaffelse'],
      ['kvalifikasjonskarv', 'kvalifikasjonskrav'],
      ['tildelignskriterier', 'tildelingskriterier'],
    ])('%s is read as %s, and it says so', (misspelt, right) => {
      expect(best(misspelt)).toEqual(best(right));
      expect(corrected(misspelt)).toEqual([[misspelt, right]]);
    });

    test('in a question, only what was misspelt is told of', () => {
      expect(corrected('Hvor lang er karenspriode i en rammeavatle for skolen?')).toEqual([
        ['karenspriode', 'karensperiode'],
        ['rammeavatle', 'rammeavtale'],
      ]);
      expect(corrected('Hvor lang er karensperioden i en rammeavtale for skolen?')).toEqual([]);
    });

    test('a word nothing is near to is left as it is', () => {
      const [unit] = readQuery(wordsOf('xqzwvhj'), reader);
      expect(unit).toMatchObject({ known: false, corrected: [], terms: [] });
    });

    test('a page of unseen words is read, the first of them corrected', () => {
      const page = `konkuranse ${Array.from({ length: 150 }, (_, n) => `zq${n.toString(26).replace(/\d/g, 'w')}xvk`).join(' ')} konkuranse`;
      expect(corrected(page)).toContainEqual(['konkuranse', 'konkurranse']);
    });
  });
});
