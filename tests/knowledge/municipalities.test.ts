import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/knowledge/article.ts';
import { municipalitiesSchema, openMunicipalities } from '../../src/knowledge/municipalities.ts';

const FILE = 'knowledge/municipalities.json';
const text = readFileSync(FILE, 'utf8');
const list = municipalitiesSchema.parse(JSON.parse(text));
const norway = openMunicipalities(list);

/** "3205 Lillestrøm", or "3205 Lillestrøm (Skedsmo 2020)" where the text used a name of before. */
const named = (words: string) =>
  norway
    .find(words)
    .map(
      ({ municipality: m, reason }) =>
        `${m.number} ${m.name}${reason ? ` (${reason.was} ${reason.year})` : ''}`,
    );

const counties = (words: string) => norway.findCounty(words).map((c) => c.name);

describe('the list', () => {
  test('has the 357 municipalities of Norway, each number once', () => {
    expect(norway.all).toHaveLength(357);
    expect(new Set(norway.all.map((m) => m.number)).size).toBe(357);
  });

  test('has the 15 counties, and as many municipalities in each as there are', () => {
    const count = (county: string) => norway.all.filter((m) => m.county.name === county).length;
    expect(Object.fromEntries(norway.counties.map((c) => [c.name, count(c.name)]))).toEqual({
      Oslo: 1,
      Rogaland: 23,
      'Møre og Romsdal': 27,
      Nordland: 41,
      Østfold: 12,
      Akershus: 21,
      Buskerud: 18,
      Innlandet: 46,
      Vestfold: 6,
      Telemark: 17,
      Agder: 25,
      Vestland: 43,
      Trøndelag: 38,
      Troms: 21,
      Finnmark: 18,
    });
  });

  test('has only two names that two municipalities share today', () => {
    const names = norway.all.map((m) => m.name);
    expect([...new Set(names.filter((n, i) => names.indexOf(n) !== i))].sort()).toEqual(['Herøy', 'Våler']);
  });

  test('says of a former municipality that it was divided exactly where several got a part of it', () => {
    const formers = norway.all.flatMap((m) => m.former);
    const shared = formers.filter((f) => formers.filter((g) => g.numbers[0] === f.numbers[0]).length > 1);
    expect(formers.filter((f) => f.part)).toEqual(shared);
    expect([...new Set(shared.map((f) => f.name))].sort()).toEqual(['Snillfjord', 'Stokke', 'Tysfjord']);
  });

  test('is checked at the door: a fault has its line, its field and its rule', () => {
    const faults = (was: string, is: string) =>
      parseYaml(FILE, text.replace(was, is), municipalitiesSchema).faults.map(
        ({ line, field, rule }) => `${line} ${field.replace(/\d+/, 'n')} ${rule}`,
      );
    const line = (needle: string) => text.slice(0, text.indexOf(needle)).split('\n').length;
    expect(faults('', '')).toEqual([]);
    expect(faults('"1103"', '"110"')).toEqual([
      `${line('"1103"')} municipalities.n.number kommunenummer med fire sifre`,
    ]);
    expect(faults('"number": "3205"', '"number": "3203"')).toEqual([
      `${line('"number": "3205"')} municipalities.n.number nummeret 3203 finnes to ganger`,
    ]);
    expect(faults('{"number": "46", "name": "Vestland"}', '{"number": "47", "name": "Vestland"}')).toEqual([
      `${line('{"number": "46", "name": "Vestland"}')} municipalities.n.county nummeret må begynne med fylkesnummeret`,
      `${line('{"number": "46", "name": "Vestland"}')} municipalities.n.county fylket står ikke i counties`,
    ]);
  });
});

/** year, today's number and name < the numbers and names that went into it (Statistics Norway, Klass 131). */
const MERGERS = `
  2017 3905 Tønsberg < 0704 Tønsberg, 0720 Stokke
  2017 3907 Sandefjord < 0706 Sandefjord, 0719 Andebu, 0720 Stokke
  2018 3909 Larvik < 0709 Larvik, 0728 Lardal
  2018 3903 Holmestrand < 0702 Holmestrand, 0714 Hof
  2018 3911 Færder < 0722 Nøtterøy, 0723 Tjøme
  2018 5054 Indre Fosen < 1624 Rissa, 1718 Leksvik
  2020 1103 Stavanger < 1103 Stavanger, 1141 Finnøy, 1142 Rennesøy
  2020 1108 Sandnes < 1102 Sandnes, 1129 Forsand
  2020 1506 Molde < 1502 Molde, 1543 Nesset, 1545 Midsund
  2020 1508 Ålesund < 1504 Ålesund, 1523 Ørskog, 1529 Skodje, 1534 Haram, 1546 Sandøy
  2020 1577 Volda < 1444 Hornindal, 1519 Volda
  2020 1578 Fjord < 1524 Norddal, 1526 Stordal
  2020 1579 Hustadvika < 1548 Fræna, 1551 Eide
  2020 1806 Narvik < 1805 Narvik, 1850 Tysfjord, 1854 Ballangen
  2020 1875 Hamarøy < 1849 Hamarøy, 1850 Tysfjord
  2020 3103 Moss < 0104 Moss, 0136 Rygge
  2020 3301 Drammen < 0602 Drammen, 0625 Nedre Eiker, 0711 Svelvik
  2020 3118 Indre Østfold < 0122 Trøgstad, 0123 Spydeberg, 0124 Askim, 0125 Eidsberg, 0138 Hobøl
  2020 3207 Nordre Follo < 0213 Ski, 0217 Oppegård
  2020 3203 Asker < 0220 Asker, 0627 Røyken, 0628 Hurum
  2020 3226 Aurskog-Høland < 0121 Rømskog, 0221 Aurskog-Høland
  2020 3205 Lillestrøm < 0226 Sørum, 0227 Fet, 0231 Skedsmo
  2020 3903 Holmestrand < 0713 Sande, 0715 Holmestrand
  2020 3905 Tønsberg < 0704 Tønsberg, 0716 Re
  2020 4020 Midt-Telemark < 0821 Bø, 0822 Sauherad
  2020 4204 Kristiansand < 1001 Kristiansand, 1017 Songdalen, 1018 Søgne
  2020 4205 Lindesnes < 1002 Mandal, 1021 Marnardal, 1029 Lindesnes
  2020 4225 Lyngdal < 1027 Audnedal, 1032 Lyngdal
  2020 4602 Kinn < 1401 Flora, 1439 Vågsøy
  2020 4618 Ullensvang < 1227 Jondal, 1228 Odda, 1231 Ullensvang
  2020 4621 Voss < 1234 Granvin, 1235 Voss
  2020 4624 Bjørnafjorden < 1241 Fusa, 1243 Os
  2020 4626 Øygarden < 1245 Sund, 1246 Fjell, 1259 Øygarden
  2020 4631 Alver < 1256 Meland, 1260 Radøy, 1263 Lindås
  2020 4640 Sogndal < 1418 Balestrand, 1419 Leikanger, 1420 Sogndal
  2020 4647 Sunnfjord < 1430 Gaular, 1431 Jølster, 1432 Førde, 1433 Naustdal
  2020 4649 Stad < 1441 Selje, 1443 Eid
  2020 5001 Trondheim < 5001 Trondheim, 5030 Klæbu
  2020 5006 Steinkjer < 5004 Steinkjer, 5039 Verran
  2020 5007 Namsos < 5005 Namsos, 5040 Namdalseid, 5048 Fosnes
  2020 5055 Heim < 1571 Halsa, 5011 Hemne, 5012 Snillfjord
  2020 5056 Hitra < 5012 Snillfjord, 5013 Hitra
  2020 5057 Ørland < 5015 Ørland, 5017 Bjugn
  2020 5058 Åfjord < 5018 Åfjord, 5019 Roan
  2020 5059 Orkland < 5012 Snillfjord, 5016 Agdenes, 5023 Meldal, 5024 Orkdal
  2020 5060 Nærøysund < 5050 Vikna, 5051 Nærøy
  2020 5603 Hammerfest < 2004 Hammerfest, 2017 Kvalsund
  2020 5512 Tjeldsund < 1852 Tjeldsund, 1913 Skånland
  2020 5530 Senja < 1927 Tranøy, 1928 Torsken, 1929 Berg, 1931 Lenvik
`;

describe('the mergers of 2017 to 2020', () => {
  const rows = MERGERS.trim()
    .split('\n')
    .map((row) => {
      const [, year, number, today, from] = /^ *(\d{4}) (\d{4}) (.+) < (.+)$/.exec(row) ?? [];
      const parts = (from ?? '').split(', ').map((f) => ({ code: f.slice(0, 4), name: f.slice(5) }));
      return { year: Number(year), number: number ?? '', today: today ?? '', parts };
    });

  test('there are 49 of them', () => {
    expect(rows).toHaveLength(49);
  });

  test.each(rows)('$today ($number, $year)', ({ year, number, today, parts }) => {
    for (const { code, name } of parts.filter((p) => p.name !== today && p.name !== 'Haram')) {
      const found = norway.find(`${name} kommune`).find((f) => f.municipality.number === number);
      expect(found, name).toMatchObject({ municipality: { name: today }, reason: { was: name, year } });
      const known = norway.byNumber(code);
      if (found?.reason?.parts) expect(known, code).toBeUndefined();
      else expect(known, code).toMatchObject({ municipality: { number }, reason: { was: name, year } });
    }
    for (const { code } of parts.filter((p) => p.name === today)) {
      expect(norway.byNumber(code)?.municipality.number, code).toBe(number);
    }
  });
});

/** Every number that was replaced on 1 January 2024, but Ålesund's (Statistics Norway, Klass 131). */
const RENUMBERED = `
  3001>3101 3002>3103 3003>3105 3004>3107 3011>3110 3017>3112 3018>3114 3015>3116 3014>3118 3016>3120
  3013>3122 3012>3124 3024>3201 3025>3203 3030>3205 3020>3207 3033>3209 3023>3212 3022>3214 3019>3216
  3021>3218 3028>3220 3029>3222 3027>3224 3026>3226 3034>3228 3032>3230 3031>3232 3054>3234 3053>3236
  3036>3238 3035>3240 3037>3242 3005>3301 3006>3303 3007>3305 3038>3310 3049>3312 3048>3314 3047>3316
  3046>3318 3039>3320 3040>3322 3041>3324 3042>3326 3043>3328 3044>3330 3045>3332 3050>3334 3051>3336
  3052>3338 3801>3901 3802>3903 3803>3905 3804>3907 3805>3909 3811>3911 3806>4001 3807>4003 3808>4005
  3812>4010 3813>4012 3814>4014 3815>4016 3816>4018 3817>4020 3820>4022 3819>4024 3818>4026 3821>4028
  3822>4030 3823>4032 3824>4034 3825>4036 5401>5501 5402>5503 5411>5510 5412>5512 5413>5514 5414>5516
  5415>5518 5416>5520 5417>5522 5418>5524 5419>5526 5420>5528 5421>5530 5422>5532 5423>5534 5424>5536
  5425>5538 5426>5540 5427>5542 5428>5544 5429>5546 5403>5601 5406>5603 5444>5605 5405>5607 5437>5610
  5430>5612 5432>5614 5433>5616 5434>5618 5435>5620 5436>5622 5438>5624 5439>5626 5441>5628 5440>5630
  5443>5632 5404>5634 5442>5636
`;

describe('2024', () => {
  test('every number from before leads to the number of today', () => {
    const pairs = RENUMBERED.trim()
      .split(/\s+/)
      .map((pair) => pair.split('>'));
    expect(pairs).toHaveLength(113);
    for (const [was = '', now] of pairs) {
      expect(norway.byNumber(was), was).toMatchObject({
        municipality: { number: now },
        reason: { was, year: 2024 },
      });
    }
  });

  test('Haram went out of Ålesund: the common number is neither of them, the names are one each', () => {
    expect(norway.byNumber('1507')).toBeUndefined();
    expect(norway.byNumber('1508')).toEqual({ municipality: expect.objectContaining({ name: 'Ålesund' }) });
    expect(named('Haram og Ålesund')).toEqual(['1580 Haram', '1508 Ålesund']);
    expect(named('Sandøy')).toEqual(['1508 Ålesund (Sandøy 2020)']);
  });

  test('the dissolved counties lead to those that came after', () => {
    expect(counties('Viken fylkeskommune')).toEqual(['Østfold', 'Akershus', 'Buskerud']);
    expect(counties('Vestfold og Telemark')).toEqual(['Vestfold', 'Telemark']);
    expect(counties('Troms og Finnmark')).toEqual(['Troms', 'Finnmark']);
  });

  test('the names that were added in Sámi are known, those of 2026 too', () => {
    expect(named('Raane, Fuolldá, Levangke, Rivtták')).toEqual([
      '1833 Rana',
      '1845 Sørfold',
      '5037 Levanger',
      '5516 Gratangen',
    ]);
    expect(named('Oslove, Stïentje, Ivgu, Yykeä')).toEqual(['0301 Oslo', '5006 Steinkjer', '5536 Lyngen']);
  });
});

describe('a number', () => {
  test('of today is the municipality, without a reason', () => {
    expect(norway.byNumber(' 3205 ')).toEqual({ municipality: norway.all.find((m) => m.number === '3205') });
  });

  test('of before 2018 is followed through every change since', () => {
    expect(norway.byNumber('1601')?.municipality.name).toBe('Trondheim');
    expect(norway.byNumber('1903')).toMatchObject({
      municipality: { number: '5503', name: 'Harstad' },
      reason: { was: '1903', year: 2020 },
    });
    expect(norway.byNumber('1612')).toMatchObject({
      municipality: { name: 'Heim' },
      reason: { was: 'Hemne' },
    });
  });

  test('that nobody has had is nothing', () => {
    expect(norway.byNumber('9999')).toBeUndefined();
    expect(norway.byNumber('Lillestrøm')).toBeUndefined();
  });
});

describe('a number in a text', () => {
  test.each([
    ['kommunenummer 1903', ['5503 Harstad (1903 2020)']],
    ['Kommunenr. 0231 og 5503', ['3205 Lillestrøm (Skedsmo 2020)', '5503 Harstad']],
    ['municipality number: 0231', ['3205 Lillestrøm (Skedsmo 2020)']],
    ['har 1903 kommune gjort noe', ['5503 Harstad (1903 2020)']],
    ['1903?', ['5503 Harstad (1903 2020)']],
    ['kommunenummeret var 2020', ['5622 Porsanger (2020 2020)']],
    ['kommunenummer 1507', ['1508 Ålesund (1507 2024)', '1580 Haram (1507 2024)']],
    ['1850', ['1806 Narvik (Tysfjord 2020)', '1875 Hamarøy (Tysfjord 2020)']],
  ])('%s', (words, expected) => {
    expect(named(words)).toEqual(expected);
  });

  test.each([
    '2020',
    'i kommune 2020',
    'lov 1902',
    '1903 kroner',
    'postnummer 0231',
    'kommunenummer 9999',
    '19031',
  ])('%s is of no municipality', (words) => {
    expect(named(words)).toEqual([]);
  });
});

describe('a text of places and nothing else', () => {
  test.each([
    'Asker',
    'kommunene i Agder',
    'Nore og Uvdal kommune',
    'Møre og Romsdal',
    'Asker, Bærum og 1903 kommune',
  ])('%s', (words) => {
    expect(norway.onlyPlaces(words)).toBe(true);
  });

  test.each(['', 'kommunene', 'leverandøren i Oslo', 'Asker og vi', '2020', 'tid'])('not “%s”', (words) => {
    expect(norway.onlyPlaces(words)).toBe(false);
  });
});

describe('a municipality named in a text', () => {
  test.each([
    ['Har Bærum brukt konkurransepreget dialog?', ['3201 Bærum']],
    ['hva gjorde bærum kommune', ['3201 Bærum']],
    ['erfaringer i BÆRUM', ['3201 Bærum']],
    ['Baerum, Tromso, Alesund', ['3201 Bærum', '5501 Tromsø', '1508 Ålesund']],
    ['Tromsoe, Aalesund, Aas kommune', ['5501 Tromsø', '1508 Ålesund', '3218 Ås']],
    ['Barum, Hagebostad', ['3201 Bærum', '4226 Hægebostad']],
    ['Tromsö', ['5501 Tromsø']],
    ['Askers avtale og Moss’ avtale', ['3203 Asker', '3103 Moss']],
    ["what was Asker's experience", ['3203 Asker']],
    ['Nore og Uvdal og Nordre Follo', ['3338 Nore og Uvdal', '3207 Nordre Follo']],
    [
      'midt telemark, aurskog høland, Stor-Elvdals',
      ['4020 Midt-Telemark', '3226 Aurskog-Høland', '3423 Stor-Elvdal'],
    ],
    ['Kárášjohka, karasjohka og Karasjok', ['5610 Karasjok']],
    ['Gáivuotna - Kåfjord - Kaivuono', ['5540 Kåfjord']],
    ['Asker/Bærum', ['3203 Asker', '3201 Bærum']],
    ['Asker-Bærum', ['3203 Asker', '3201 Bærum']],
    ['post@asker.kommune.no', ['3203 Asker']],
    ['Kristiansand er ikke Kristiansund', ['4204 Kristiansand', '1505 Kristiansund']],
    ['Bærum-modellen', ['3201 Bærum']],
    ['Lærdal er ikke Lardal', ['4642 Lærdal', '3909 Larvik (Lardal 2018)']],
    ['Voss herad', ['4621 Voss']],
    ['A\u030as kommune', ['3218 Ås']],
    ['', []],
  ])('%s', (words, expected) => {
    expect(named(words)).toEqual(expected);
  });

  test('the longest name counts, and not the ones inside it', () => {
    const land = { ...norway.all[0]!, number: '3499', name: 'Land', former: [] };
    const withLand = openMunicipalities({ ...list, municipalities: [...list.municipalities, land] });
    expect(withLand.find('Nordre Land').map((f) => f.municipality.name)).toEqual(['Nordre Land']);
    expect(withLand.find('Land og Nordre').map((f) => f.municipality.name)).toEqual(['Land']);
    expect(counties('Møre og Romsdal')).toEqual(['Møre og Romsdal']);
    expect(named('Sør-Varanger')).toEqual(['5605 Sør-Varanger']);
  });

  test('every municipality is found by its own name, and its names in Sámi and Kven', () => {
    for (const m of norway.all) {
      for (const name of [m.name, m.sami, m.kven].filter((n) => n !== undefined)) {
        const found = norway.find(`Hva har ${name.toLowerCase()} kommune gjort?`);
        expect(found, name).toContainEqual({ municipality: m });
        const genitive = name.endsWith('s') ? `${name}’` : `${name}s`;
        expect(norway.find(`Hva har ${genitive} erfaring vært?`), name).toContainEqual({ municipality: m });
      }
    }
  });
});

describe('a name of before', () => {
  test('gives the municipality of today, with the reason, one for each name', () => {
    expect(named('Hva lærte Skedsmo, Sørum og Fet?')).toEqual([
      '3205 Lillestrøm (Skedsmo 2020)',
      '3205 Lillestrøm (Sørum 2020)',
      '3205 Lillestrøm (Fet 2020)',
    ]);
    expect(named('Asker, hurum og røyken kommune')).toEqual([
      '3203 Asker',
      '3203 Asker (Hurum 2020)',
      '3203 Asker (Røyken 2020)',
    ]);
    expect(named('søgne og Songdalen')).toEqual([
      '4204 Kristiansand (Søgne 2020)',
      '4204 Kristiansand (Songdalen 2020)',
    ]);
  });

  test('of a municipality that was split gives every part, and each says so', () => {
    const found = norway.find('Snillfjord');
    expect(found.map((f) => f.municipality.name)).toEqual(['Heim', 'Hitra', 'Orkland']);
    for (const { reason } of found) expect(reason?.parts).toEqual(found.map((f) => f.municipality));
    expect(named('Tysfjord')).toEqual(named('Divtasvuodna'));
    expect(named('Tysfjord')).toEqual(['1806 Narvik (Tysfjord 2020)', '1875 Hamarøy (Tysfjord 2020)']);
    expect(norway.find('Skedsmo')[0]?.reason).toEqual({ was: 'Skedsmo', year: 2020 });
  });

  test('of one that changed its name only is told from a merger', () => {
    expect(norway.find('Nes i Buskerud')).toEqual([
      {
        municipality: expect.objectContaining({ name: 'Nesbyen' }),
        reason: { was: 'Nes', year: 2020, renamed: true },
      },
    ]);
  });
});

describe('a name that several have', () => {
  test.each([
    ['Våler', ['3114 Våler', '3419 Våler']],
    ['Våler i Østfold', ['3114 Våler']],
    ['Våler kommune i Innlandet', ['3419 Våler']],
    ['våler (hedmark)', ['3419 Våler']],
    ['Våler i Østfold og Våler i Innlandet', ['3114 Våler', '3419 Våler']],
    ['i Nordland: Herøy', ['1818 Herøy']],
    ['Herøy og Våler i Innlandet', ['1515 Herøy', '1818 Herøy', '3419 Våler']],
    ['Våler spurte, og svaret kom fra Østfold', ['3114 Våler', '3419 Våler']],
    ['Herøy i Akershus', ['1515 Herøy', '1818 Herøy']],
    ['Os kommune', ['3430 Os', '4624 Bjørnafjorden (Os 2020)']],
    ['Os i Hordaland', ['4624 Bjørnafjorden (Os 2020)']],
    ['Bø i Telemark og Bø i Nordland', ['4020 Midt-Telemark (Bø 2020)', '1867 Bø']],
    ['Sande i Vestfold', ['3903 Holmestrand (Sande 2020)']],
    ['Nes', ['3228 Nes', '3322 Nesbyen (Nes 2020)']],
  ])('%s', (words, expected) => {
    expect(named(words)).toEqual(expected);
  });
});

describe('what is not a municipality', () => {
  test.each([
    'hvem har eid systemet, og har vi tid til å bruke en time på det',
    'i sola på stranda ved en fjord eller på et fjell, i skog og vang',
    'ha en god dag, bo her, as a rule',
    'Ha en god dag. As a rule.',
    'Takk for hjelpen. Time er bestilt.',
    'skal vi ha kommunen med',
    'Oss imellom, Loch Ness',
    'kva stad er best, og kven kan råde oss heim',
    'Time for a break',
    'Re: anbud på ski',
    'Marker svaret ditt',
    'operativsystem (OS) og AS',
    'time limits and a hole in the market',
    'lokalsamfunn, oslofjorden og trondheimsregionen',
    'Stor-Oslo og Bergen-regionen',
    'Vestland, Nordland, Troms, Innlandet, Viken og Sogn og Fjordane',
    'Romerike, Follo, Lofoten, Valdres og Nord-Norge',
  ])('%s', (words) => {
    expect(named(words)).toEqual([]);
  });

  test('an ordinary word counts with a capital letter, with the word for municipality, or alone', () => {
    expect(named('har Time brukt time')).toEqual(['1121 Time']);
    expect(named('hva gjør time kommune')).toEqual(['1121 Time']);
    expect(named('Time')).toEqual(['1121 Time']);
    expect(named('kva har kommunane Vang, Lom og Sel gjort')).toEqual(['3454 Vang', '3434 Lom', '3437 Sel']);
    expect(named('hå kommunens erfaring')).toEqual(['1119 Hå']);
    expect(named('ha kommune')).toEqual(['1119 Hå']);
  });
});

describe('a county named in a text', () => {
  test.each([
    ['kommuner i vestland og Agder', ['Vestland', 'Agder']],
    ['Østfolds kommuner', ['Østfold']],
    ['Ostfold og More og Romsdal', ['Østfold', 'Møre og Romsdal']],
    ['Hordaland og Sogn og Fjordane', ['Vestland']],
    ['Sør-Trøndelag', ['Trøndelag']],
    ['Trööndelage, Romsa og Finmarkku', ['Trøndelag', 'Troms', 'Finnmark']],
    ['Innlandet', ['Innlandet']],
    ['innlandet fylkeskommune', ['Innlandet']],
    ['inn i landet, i innlandet og i viken', []],
    ['Midt-Telemark og Indre Østfold', []],
    ['Oslo', ['Oslo']],
  ])('%s', (words, expected) => {
    expect(counties(words)).toEqual(expected);
  });
});
