import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a thread of its own. The thread turns the compile cache on before it reads the module, or it would
 * load what reads TypeScript first, a fifth of a second of a processor (main.js).
 */
export function startThread(module: URL, workerData?: unknown): Worker {
  return new Worker(BOOT, { eval: true, workerData, argv: [module.href] });
}

const BOOT = `
process.getBuiltinModule('node:module').enableCompileCache();
import(process.argv.at(-1));
`;
