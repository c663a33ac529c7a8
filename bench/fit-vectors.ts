// Learns what words and pieces of words say, and writes src/search/vectors.bin: `npm run -s fit:vectors`.
// Run it when typical questions have changed much; fit:sections and fit:confidence rest on it.
import { writeFileSync } from 'node:fs';
import { articlesOf } from '../src/knowledge/articles.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { meaningsOf } from '../src/search/shelf.ts';
import { vectorsAsBytes } from '../src/search/vectors.ts';
import { learnVectors } from './learn-vectors.ts';

const knowledge = await loadKnowledge('knowledge');
const started = performance.now();
const vectors = learnVectors(articlesOf(knowledge), meaningsOf(knowledge.glossary), (share, loss) => {
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`${Math.round(100 * share)} %, loss ${loss.toFixed(3)}, ${seconds} s\n`);
});
writeFileSync('src/search/vectors.bin', vectorsAsBytes(vectors));
