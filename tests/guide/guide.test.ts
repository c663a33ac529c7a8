import { beforeAll, describe, expect, test } from 'vitest';
import { createGuides, type Guides, type Place } from '../../src/guide/guide.ts';
import { plainStep, stepLine } from '../../src/guide/plain.ts';
import { pathAfter, walkGuide } from '../../src/guide/terminal.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

let guides: Guides;
beforeAll(async () => {
  guides = createGuides({ knowledge: await loadKnowledge('knowledge'), now: () => new Date('2026-11-26') });
});

const PROCEDURE = 'hvilken-prosedyre';
/** No framework agreement, something else, a concession. */
const CONCESSION = [1, 4, 0];

function stepAt(id: string, path: number[]): Extract<Place, { kind: 'step' }> {
  const place = guides.at(id, path);
  if (place.kind !== 'step') throw new Error(place.kind);
  return place;
}

describe('a place in a guide', () => {
  test('is found by the choices made from the start', () => {
    expect(stepAt(PROCEDURE, []).step).toMatchObject({ id: 'rammeavtale', answered: [] });
    expect(stepAt(PROCEDURE, CONCESSION)).toMatchObject({
      step: { id: 'konsesjon', answered: [{}, {}, {}] },
      articles: [{ id: 'regelverket-oversikt' }],
      stale: false,
    });
  });

  test.each([[[9]], [[1, 9]], [[...CONCESSION, 0]], [Array(40).fill(1)]])(
    'that is not there any more is lost: %j',
    (path) => {
      expect(guides.at(PROCEDURE, path)).toMatchObject({ kind: 'lost', guide: { id: PROCEDURE } });
    },
  );

  test.each(['finnes-ikke', '', 'constructor', '__proto__'])(
    'in a guide nobody knows is gone: “%s”',
    (id) => {
      expect(guides.at(id, [])).toEqual({ kind: 'gone' });
    },
  );

  test('says so when nobody has gone through the guide for a year', async () => {
    const late = createGuides({
      knowledge: await loadKnowledge('knowledge'),
      now: () => new Date('2028-01-01'),
    });
    expect(late.at(PROCEDURE, [])).toMatchObject({ stale: true });
  });
});

describe('a guide is offered', () => {
  test.each([
    ['Hvilken prosedyre skal vi bruke?', undefined, PROCEDURE],
    ['Do we need a DPIA?', undefined, 'trenger-vi-dpia'],
    // What is asked goes before what answers it.
    ['Må vi melde avvik?', 'trenger-vi-databehandleravtale', 'meld-avvik'],
    ['Hva er karens?', 'karens', PROCEDURE],
    ['', 'kontraktsendring', 'endre-kontrakt'],
    ['', 'avvik-72-timer', 'meld-avvik'],
    ['', 'eos-terskelverdi', PROCEDURE],
    ['Hva er karens?', undefined, undefined],
    ['Hva er karens?', 'finnes-ikke', undefined],
  ])('to “%s” with the article %s: %s', (question, article, id) => {
    expect(guides.offer(question, article)?.id).toBe(id);
  });
});

describe('in plain text', () => {
  test('a question has its help and numbered choices, and at the start what the guide is for', () => {
    const start = plainStep(stepAt(PROCEDURE, []), 'nb');
    expect(start).toMatch(/^Hvilken anskaffelsesprosedyre skal vi bruke\?\n\nSvar på noen få spørsmål/);
    expect(start).toContain('\n1. Ja\n2. Nei\n3. Vet ikke ennå');
    expect(plainStep(stepAt(PROCEDURE, [1]), 'nn')).toMatch(/^Kva skal de kjøpe\?/);
  });

  test('an outcome says what, why, where it stands, whom to ask, what was answered, and what it is', () => {
    const text = plainStep(stepAt(PROCEDURE, CONCESSION), 'nb');
    const parts = [
      'En konsesjonskontrakt følger en egen forskrift.',
      'Spør innkjøpsenheten eller en jurist.',
      'Det er konsesjonskontraktforskriften som gjelder',
      'LOA § 2',
      '- Har kommunen en rammeavtale som dekker kjøpet? Nei',
      '- Hva slags avtale er det? Konsesjon, der brukerne betaler leverandøren',
      'Les mer:\n- Regelverket',
      '(sjekket 21. november 2026): https://lovdata.no/',
      'sist gjennomgått 25. november 2026',
      'veiledning og ikke en avgjørelse',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('a sure outcome sends nobody to ask', () => {
    expect(plainStep(stepAt(PROCEDURE, [0]), 'nb')).not.toContain('Ikke avgjør dette alene');
    expect(stepLine(stepAt(PROCEDURE, [0]), 'nb')).toMatchObject({ certainty: 'sure', whom: '' });
  });

  test('every step can be said in every language without a hole in it', () => {
    const walk = (id: string, path: number[]): void => {
      const place = stepAt(id, path);
      for (const lang of ['nb', 'nn', 'en'] as const) {
        expect(plainStep(place, lang)).not.toMatch(/undefined|\{\{/);
        expect(JSON.stringify(stepLine(place, lang))).not.toMatch(/undefined|\{\{/);
      }
      // Wherever a guide ends there is something to read.
      if (place.step.node.kind === 'outcome') expect(place.articles.length).toBeGreaterThan(0);
      else for (const i of place.step.node.choices.keys()) walk(id, [...path, i]);
    };
    for (const { id } of guides.all) walk(id, []);
  });
});

describe('in a terminal', () => {
  test.each<[string, number[] | undefined]>([
    ['1', [1, 4, 0]],
    [' 3 ', [1, 4, 2]],
    ['0', [1]],
    ['', undefined],
    ['ja', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1000', undefined],
  ])('“%s” after 1, 4 leads to %j', (line, path) => {
    expect(pathAfter({ path: [1, 4] }, line)).toEqual(path);
  });

  test('0 at the start is the start', () => {
    expect(pathAfter({ path: [] }, '0')).toEqual([]);
  });

  async function walk(lines: string[], from: number[] = []): Promise<string[]> {
    const said: string[] = [];
    const written = (async function* () {
      yield* lines;
    })();
    await walkGuide(guides, stepAt(PROCEDURE, from), 'nb', written, async (text) => {
      said.push(text);
    });
    return said;
  }

  test('numbers lead to an outcome, and what is written after it is not read', async () => {
    const said = await walk(['2', '5', '1', '1']);
    expect(said).toHaveLength(4);
    expect(said[1]).toMatch(/^\nHva skal dere kjøpe\?[\s\S]*\n0\. Tilbake$/);
    expect(said.at(-1)).toMatch(/^\nEn konsesjonskontrakt følger en egen forskrift\./);
  });

  test('what is no choice is met with how to choose, and the step stands', async () => {
    const said = await walk(['fire', '9', '2', '0']);
    expect(said.slice(1, 3)).toEqual(Array(2).fill('Svar med et tall fra 1 til 3. 0 er tilbake.'));
    expect(said[3]).toContain('Hva skal dere kjøpe?');
    expect(said[4]).toContain('Har kommunen en rammeavtale som dekker kjøpet?');
  });

  test('begun at an outcome it is said, and nothing is asked', async () => {
    expect(await walk(['1'], CONCESSION)).toHaveLength(1);
  });
});
