// START HERE. The way from here is in run.ts. JavaScript, alone of all: TypeScript here would be read before the cache
// below is on, and what reads it takes a quarter of a second to load.
import { enableCompileCache } from 'node:module';

// Before anything else is imported: a second start reads it compiled.
enableCompileCache();
const { run } = await import('./run.ts');

run().catch((error) => {
  // What the reader can mend is said plainly; the rest needs its stack.
  const plain =
    error.name === 'ConfigError' || error.name === 'KnowledgeError' || error.name === 'FolderInUse';
  process.stderr.write(`${plain ? error.message : (error.stack ?? String(error))}\n`);
  process.exit(1);
});
