import { facetFaults } from './facets.ts';
import { guideFaults } from './guide.ts';
import type { Article, Fault, Files, Knowledge } from './model.ts';
import type { Solution } from './solution.ts';
import { surveyFaults } from './survey.ts';

/** Every word in one file that should name something in another file, and does not. */
export function referenceFaults(knowledge: Knowledge, files: Files, folder: string): Fault[] {
  const { articles, solutions, guides, surveys, glossary, municipalities, tags } = knowledge;
  // Known by their files, so that one broken file is not a dead reference in all the others.
  const articleIds = namesIn(files, `${folder}/articles/`);
  const ids = new Set([...articleIds, ...namesIn(files, `${folder}/solutions/`)]);
  const numbers = new Set(municipalities.municipalities.map((m) => m.number));

  /** A fault for each value that is not among the known ones. None when nothing is: then that list is what is broken. */
  const missing = (
    file: string,
    field: string,
    values: string[],
    known: { has: (value: string) => boolean; size?: number },
    rule: (value: string) => string,
  ): Fault[] =>
    [...new Set(values)]
      .filter((value) => known.size !== 0 && !known.has(value))
      .map((value) => ({
        file,
        line: lineOf(files.get(file) ?? '', field, value),
        field,
        rule: rule(value),
      }));

  const unknownTags = (file: string, used: string[]): Fault[] =>
    missing(file, 'tags', used, tags, (tag) => `stikkordet «${tag}» står ikke i ${folder}/tags.yaml`);
  const dead = (file: string, own: Article | Solution, known: ReadonlySet<string>): Fault[] =>
    missing(file, 'related', own.related, { has: (id) => known.has(id) && id !== own.id }, (id) =>
      id === own.id ? 'viser til seg selv' : notFound(id),
    );

  return [
    ...articles.flatMap((article) => {
      const file = `${folder}/articles/${article.id}.md`;
      return [...dead(file, article, articleIds), ...unknownTags(file, article.tags)];
    }),
    ...solutions.flatMap((solution) => {
      const file = `${folder}/solutions/${solution.id}.md`;
      return [
        ...missing(
          file,
          'id',
          [solution.id],
          { has: (id) => !articleIds.has(id) },
          (id) => `«${id}» er også en artikkel`,
        ),
        ...dead(file, solution, ids),
        ...unknownTags(file, solution.tags),
        ...missing(
          file,
          'municipalities',
          solution.municipalities,
          numbers,
          (number) => `ingen kommune har nummeret ${number}`,
        ),
      ];
    }),
    ...facetFaults(knowledge, folder, files),
    ...guides.flatMap((guide) => guideFaults(guide, articleIds)),
    ...surveys.flatMap((survey) => {
      const file = `${folder}/surveys/${survey.id}.yaml`;
      return [
        ...surveyFaults(survey, articleIds, files.get(file)),
        ...unknownTags(
          file,
          survey.dimensions.flatMap((d) => d.tags),
        ),
      ];
    }),
    ...missing(
      `${folder}/glossary.yaml`,
      'ambiguous',
      glossary.ambiguous.flatMap((a) => a.articles),
      articleIds,
      notFound,
    ),
  ];
}

const namesIn = (files: Files, folder: string): ReadonlySet<string> =>
  new Set(
    [...files.keys()]
      .filter((file) => file.startsWith(folder))
      .map((file) => file.slice(folder.length).replace(/\.md$/, '')),
  );

const notFound = (id: string): string => `artikkelen «${id}» finnes ikke`;

/** The first line where the slug or number stands in the value of a field with this name; without it, line 1. */
function lineOf(text: string, field: string, value: string): number {
  const begins = new RegExp(`^( *(?:- )?)${field}:`);
  const word = new RegExp(`(?<![\\w-])${value}(?![\\w-])`);
  let within: number | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    const indent = line.search(/[^ ]/);
    const begun = begins.exec(line)?.[1]?.length;
    if (begun !== undefined) within = begun;
    // A list may stand as far in as the name of its field.
    else if (within !== undefined && indent >= 0 && indent < within + (line[indent] === '-' ? 0 : 1))
      within = undefined;
    if (within !== undefined && word.test(line)) return i + 1;
  }
  return 1;
}
