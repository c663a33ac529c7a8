// Writes what editors have approved as files in knowledge/solutions: npm run -s knowledge:export
// What has to be done by hand is said on stderr; the last line on stdout is JSON.
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConfigError, readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/database.ts';
import { exportOf, leftOver } from '../src/knowledge/export.ts';
import { readKnowledge } from '../src/knowledge/load.ts';
import type { Fault, Knowledge } from '../src/knowledge/model.ts';
import { openMunicipalities } from '../src/knowledge/municipalities.ts';
import { localSecret } from '../src/people/key.ts';
import { createSeal } from '../src/people/seal.ts';
import { nameOf } from '../src/share/sharing.ts';
import { solutionOf } from '../src/share/solution.ts';
import { createEntries } from '../src/share/store/entries.ts';

const LANGUAGE = { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' };

async function main(): Promise<void> {
  const config = readConfig();
  const { knowledge, files } = await readKnowledge(config.knowledgeFolder);
  const solutions = await published(config.data, knowledge);
  const folder = basename(config.knowledgeFolder);
  const today = new Date().toISOString().slice(0, 10);
  const exported = exportOf(solutions, files, folder, today);
  for (const { file, outcome, untranslated, remarks } of exported) {
    switch (outcome.kind) {
      case 'write':
        await writeFile(join(dirname(config.knowledgeFolder), file), outcome.text);
        console.log(`${file}: ${outcome.before ? 'skrevet på nytt' : 'skrevet'}`);
        break;
      case 'theirs':
        console.error(`${file}: er endret for hånd, og er ikke skrevet over`);
        break;
      case 'incomplete':
        console.error(`${file}: er ikke skrevet, for den ville ikke gått gjennom knowledge:check:`);
        sayFaults(outcome.faults);
    }
    if (untranslated.length > 0) {
      const into = untranslated.map((lang) => LANGUAGE[lang]).join(' og ');
      console.error(`${file}: sammendraget må oversettes til ${into}`);
    }
    sayFaults(remarks);
  }
  const over = leftOver(solutions, files, folder);
  for (const file of over) console.error(`${file}: er ikke lenger delt, så fila kan slettes`);
  const count = (kind: string) => exported.filter(({ outcome }) => outcome.kind === kind).length;
  console.log(
    JSON.stringify({
      shared: solutions.length,
      written: count('write'),
      same: count('same'),
      changedByHand: count('theirs'),
      incomplete: count('incomplete'),
      untranslated: exported.filter(({ untranslated }) => untranslated.length > 0).length,
      leftOver: over.length,
    }),
  );
}

/** All that is approved, by the names municipalities have today. */
async function published(data: ReturnType<typeof readConfig>['data'], { municipalities }: Knowledge) {
  const database = await openDatabase(data);
  try {
    const seal = createSeal(data.secret ?? (await localSecret(data.folder)));
    const norway = openMunicipalities(municipalities);
    const { approved } = await createEntries({ db: database.db, seal }).published();
    return approved.map((one) => solutionOf(one, nameOf({ norway: () => norway })));
  } finally {
    await database.close();
  }
}

function sayFaults(faults: Fault[]): void {
  for (const { line, field, rule } of faults) console.error(`  linje ${line}, ${field}: ${rule}`);
}

main().catch((error: Error) => {
  const expected = error instanceof ConfigError || error.name === 'FolderInUse';
  console.error(expected ? error.message : error.stack);
  process.exitCode = 1;
});
