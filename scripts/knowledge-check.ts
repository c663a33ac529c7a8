// Checks the knowledge base and prints every fault with file and line; the last line is JSON.
import { readKnowledge } from '../src/knowledge/load.ts';

const { knowledge, faults } = await readKnowledge('knowledge');
for (const f of faults) console.log(`${f.file}:${f.line} ${f.field}: ${f.rule}`);
console.log(
  JSON.stringify({
    articles: knowledge.articles.length,
    sections: knowledge.articles.reduce((n, a) => n + a.sections.length, 0),
    glossary: knowledge.glossary.entries.length,
    faults: faults.length,
  }),
);
process.exitCode = faults.length > 0 ? 1 : 0;
