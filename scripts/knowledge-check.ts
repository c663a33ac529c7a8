// Checks the knowledge base and prints every fault with file and line; the last line is JSON.
// An argument is the date to check against, as 2027-01-31; without one it is today.
import { editorialFaults } from '../src/knowledge/check.ts';
import { readKnowledge } from '../src/knowledge/load.ts';

const folder = 'knowledge';
const today = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const { knowledge, faults: unreadable, files } = await readKnowledge(folder);
const faults = [...unreadable, ...editorialFaults(knowledge, files, folder, today)];
for (const f of faults) console.log(`${f.file}:${f.line} ${f.field}: ${f.rule}`);
console.log(
  JSON.stringify({
    articles: knowledge.articles.length,
    sections: knowledge.articles.reduce((n, a) => n + a.sections.length, 0),
    solutions: knowledge.solutions.length,
    guides: knowledge.guides.length,
    surveys: knowledge.surveys.length,
    glossary: knowledge.glossary.entries.length,
    municipalities: knowledge.municipalities.municipalities.length,
    faults: faults.length,
  }),
);
process.exitCode = faults.length > 0 ? 1 : 0;
