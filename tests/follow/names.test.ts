import { beforeAll, describe, expect, test } from 'vitest';
import { interestKinds } from '../../src/follow/model.ts';
import { type Names, openNames } from '../../src/follow/names.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Knowledge, langs } from '../../src/knowledge/model.ts';
import { type Municipalities, openMunicipalities } from '../../src/knowledge/municipalities.ts';

let knowledge: Knowledge;
let norway: Municipalities;
let names: Names;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
  norway = openMunicipalities(knowledge.municipalities);
  names = openNames(knowledge, norway);
});
const all = (text: string) => names.understand(text, interestKinds);

describe('what people write of what they follow', () => {
  test.each([
    ['Lillestrøm', ['municipality:3205']],
    ['lillestrøm kommune', ['municipality:3205']],
    ['3205', ['municipality:3205']],
    ['ås', ['municipality:3218']],
    ['Tromsø, Kárášjohka', ['municipality:5501', 'municipality:5610']],
    ['Agder', ['county:42']],
    ['Vestland fylke', ['county:46']],
    ['Viken', ['county:31', 'county:32', 'county:33']],
    ['Oslo', ['municipality:0301']],
    ['Oslo fylke', ['county:03']],
    ['Herøy (Nordland)', ['municipality:1818']],
    ['Nore og Uvdal', ['municipality:3338']],
    ['Møre og Romsdal', ['county:15']],
    ['personvern', ['topic:personvern']],
    ['procurement', ['topic:anskaffelser']],
    ['DPIA', ['tag:dpia']],
    ['welfare technology', ['tag:velferdsteknologi']],
    ['helse og omsorg', ['tag:helse']],
    ['Lillestrøm og DPIA', ['municipality:3205', 'tag:dpia']],
    ['alt', ['everything']],
    ['everything', ['everything']],
  ])('“%s”', (text, interests) => {
    expect(all(text)).toMatchObject({ interests, unknown: [] });
  });

  test('a name of before is the municipality of today, and is said to be', () => {
    expect(all('Skedsmo, Hurum')).toEqual({
      interests: ['municipality:3205', 'municipality:3203'],
      unknown: [],
      today: [
        { was: 'Skedsmo', now: ['Lillestrøm'] },
        { was: 'Hurum', now: ['Asker'] },
      ],
    });
  });

  test('one that is misspelt is given with what it may be, and a name of two with both', () => {
    expect(all('Lilestrøm').unknown).toEqual([
      { text: 'Lilestrøm', near: expect.arrayContaining(['municipality:3205']) },
    ]);
    expect(all('velferdsteknolgi').unknown[0]?.near).toContain('tag:velferdsteknologi');
    expect(all('Herøy').unknown).toEqual([
      { text: 'Herøy', near: ['municipality:1515', 'municipality:1818'] },
    ]);
    expect(all('Trollbygda').unknown).toEqual([{ text: 'Trollbygda', near: [] }]);
  });

  test('a field understands its own kind only', () => {
    expect(names.understand('Agder', ['municipality']).interests).toEqual([]);
    expect(names.understand('personvern', ['tag']).interests).toEqual(['tag:personvern']);
    expect(names.understand('Oslo', ['county']).interests).toEqual(['county:03']);
  });

  test('everything that can be followed is understood by what it is called, in each language', () => {
    const wrong: string[] = [];
    const tags = new Set([...knowledge.tags.keys()]);
    for (const lang of langs) {
      for (const tag of tags) {
        const called = names.of(`tag:${tag}`, lang);
        if (!names.understand(called, ['tag']).interests.includes(`tag:${tag}`))
          wrong.push(`${lang} ${called}`);
      }
      for (const { number } of norway.all) {
        const called = names.of(`municipality:${number}`, lang);
        if (names.understand(called, ['municipality']).interests.join() !== `municipality:${number}`)
          wrong.push(called);
      }
      for (const { number } of norway.counties) {
        const called = names.of(`county:${number}`, lang);
        if (names.understand(called, ['county']).interests.join() !== `county:${number}`) wrong.push(called);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('one that is no longer known goes by its own word', () => {
    expect(names.of('tag:nedlagt', 'nb')).toBe('nedlagt');
    expect(names.of('municipality:9999', 'en')).toBe('9999');
    expect(names.of('municipality:0231', 'nb')).toBe('Lillestrøm');
    expect(names.of('solution:borte', 'nb')).toBe('«borte»');
  });

  test('a pasted page is read within bounds', () => {
    const { interests, unknown } = all('x,'.repeat(50_000));
    expect(interests.length + unknown.length).toBeLessThanOrEqual(100);
  });
});
