import type { ZodType } from 'zod';
import { parseArticle, parseYaml } from './article.ts';
import { facetsSchema, noFacets } from './facets.ts';
import { type Figures, figuresSchema, thresholdsOf } from './figures.ts';
import { parseGuide } from './guide.ts';
import {
  everydaySchema,
  type Fault,
  type Files,
  glossarySchema,
  type Knowledge,
  outsideSchema,
  type Tags,
  tagsSchema,
} from './model.ts';
import { municipalitiesSchema } from './municipalities.ts';
import { referenceFaults } from './references.ts';
import { parseSolution } from './solution.ts';
import { parseSurvey } from './survey.ts';

/** The whole base out of its files, with every fault in every file. `folder` is the first part of the files' names. */
export function parseKnowledge(files: Files, folder: string): { knowledge: Knowledge; faults: Fault[] } {
  const faults: Fault[] = [];

  const single = <T>(name: string, schema: ZodType<T>): T | undefined => {
    const file = `${folder}/${name}`;
    const text = files.get(file);
    if (text === undefined) {
      faults.push({ file, line: 1, field: 'fil', rule: 'filen mangler' });
      return undefined;
    }
    const parsed = parseYaml(file, text, schema);
    faults.push(...parsed.faults);
    return parsed.value;
  };

  const each = <T>(kind: string, ending: string, parse: (file: string, text: string) => Parsed<T>): T[] =>
    [...files].flatMap(([file, text]) => {
      if (!file.startsWith(`${folder}/${kind}/`) || !file.endsWith(ending)) return [];
      const parsed = parse(file, text);
      faults.push(...parsed.faults, ...unfilled(file, text));
      return parsed.value === undefined ? [] : [parsed.value];
    });

  const figures: Figures = single('figures.yaml', figuresSchema) ?? new Map();
  const tags: Tags = single('tags.yaml', tagsSchema) ?? new Map();
  const glossary = single('glossary.yaml', glossarySchema);
  const municipalities = single('municipalities.json', municipalitiesSchema) ?? {
    source: '',
    counties: [],
    municipalities: [],
  };
  const facets = single('facets.yaml', facetsSchema) ?? noFacets;
  const everyday = single('everyday.yaml', everydaySchema);
  const outside = single('outside.yaml', outsideSchema);
  const knowledge: Knowledge = {
    articles: each('articles', '.md', (file, text) => {
      const { article, faults } = parseArticle(file, text, figures);
      return { value: article, faults };
    }),
    solutions: each('solutions', '.md', (file, text) => {
      const { solution, faults } = parseSolution(file, text);
      return { value: solution, faults: [...faults, ...insertedFigures(file, text)] };
    }),
    guides: each('guides', '.yaml', (file, text) => {
      const { guide, faults } = parseGuide(file, text, figures);
      return { value: guide, faults };
    }),
    surveys: each('surveys', '.yaml', (file, text) => {
      const { survey, faults } = parseSurvey(file, text);
      return { value: survey, faults };
    }),
    glossary: {
      entries: glossary?.entries ?? [],
      ambiguous: glossary?.ambiguous ?? [],
      everyday: everyday ?? [],
      outside: outside ?? [],
      places: placesOf(municipalities.municipalities),
      thresholds: thresholdsOf(figures),
    },
    municipalities,
    figures,
    tags,
    facets,
  };
  if (knowledge.articles.length === 0 && faults.length === 0) {
    faults.push({ file: `${folder}/articles`, line: 1, field: 'mappe', rule: 'ingen artikler funnet' });
  }
  return { knowledge, faults: [...faults, ...referenceFaults(knowledge, files, folder)] };
}

/** What `npm run knowledge:new` writes in place of every text a person must write, in any case, with a space or a hyphen. */
const unfilled = (file: string, text: string): Fault[] =>
  text
    .split('\n')
    .flatMap((row, i) =>
      /fyll[ -]ut\b/i.test(row) ? [{ file, line: i + 1, field: 'mal', rule: 'må fylles ut' }] : [],
    );

interface Parsed<T> {
  value: T | undefined;
  faults: Fault[];
}

/** A solution tells what happened: a threshold of that year must not change with today's. */
function insertedFigures(file: string, text: string): Fault[] {
  return text.split('\n').flatMap((row, i) =>
    row.includes('{{')
      ? [
          {
            file,
            line: i + 1,
            field: 'figure',
            rule: 'skriv tallet slik det var: {{…}} brukes ikke i løsninger',
          },
        ]
      : [],
  );
}

/** Names of one word, now and before. */
function placesOf(all: { name: string; former: { name: string }[] }[]): string[] {
  const names = all.flatMap(({ name, former }) => [name, ...former.map((f) => f.name)]);
  return [...new Set(names.filter((name) => /^\p{L}+$/u.test(name)).map((name) => name.toLowerCase()))];
}
