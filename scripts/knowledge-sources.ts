// Lists every address the knowledge rests on, with what rests on it and the oldest check; the last line is JSON.
import { readKnowledge } from '../src/knowledge/load.ts';
import { sourceUses } from '../src/knowledge/sources.ts';

const { knowledge, faults } = await readKnowledge('knowledge');
if (faults.length > 0) {
  console.error('Filer med feil er ikke med. Se hvilke med npm run -s knowledge:check');
  process.exitCode = 1;
}
const uses = sourceUses(knowledge);
for (const { checked, url, usedBy } of uses)
  console.log(`${checked}  ${url}\n            ${usedBy.join(', ')}`);
console.log(JSON.stringify({ sources: uses.length, oldest: uses[0]?.checked ?? null }));
