// Makes a new file of knowledge to fill in: npm run knowledge:new -- article "Tittel"
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readKnowledge } from '../src/knowledge/load.ts';
import { type ScaffoldKind, scaffold, scaffoldKinds } from '../src/knowledge/scaffold.ts';

const folder = 'knowledge';
const [kind, title] = process.argv.slice(2);
const isKind = (word: string | undefined): word is ScaffoldKind => scaffoldKinds.some((k) => k === word);

if (!isKind(kind) || !title) {
  console.error(`Skriv slik: npm run knowledge:new -- ${scaffoldKinds.join('|')} "Tittel"`);
  process.exitCode = 1;
} else {
  const { files } = await readKnowledge(folder);
  const made = scaffold(kind, title.trim(), new Date().toISOString().slice(0, 10), files.keys());
  if ('fault' in made) {
    console.error(made.fault);
    process.exitCode = 1;
  } else {
    const file = join(folder, made.file);
    await mkdir(dirname(file), { recursive: true });
    // Never over a file that is there, also not one the base does not read.
    await writeFile(file, made.text, { flag: 'wx' });
    console.log(`${file} er laget. Fyll ut det som er merket FYLL UT, og kjør npm run -s knowledge:check`);
  }
}
