// A thread of its own for reading knowledge anew, so that answering does not wait for it.
import { parentPort, workerData } from 'node:worker_threads';
import { loadKnowledge } from './knowledge/load.ts';
import { KnowledgeError } from './knowledge/model.ts';
import { codeKey, keptOrBuilt } from './prepared.ts';
import type { Reading, ReadOrder } from './reload.ts';

const { knowledgeFolder, cacheFolder, code, withIndex, shared } = workerData as ReadOrder;

async function read(): Promise<Reading> {
  // This thread runs the code that is on disk now, and what it makes is for the code that was there at the start.
  if ((await codeKey()) !== code) return { kind: 'outdated' };
  try {
    if (withIndex)
      return { kind: 'read', ...(await keptOrBuilt(knowledgeFolder, cacheFolder, shared, code)) };
    return { kind: 'read', knowledge: await loadKnowledge(knowledgeFolder) };
  } catch (error) {
    if (error instanceof KnowledgeError) return { kind: 'broken', faults: error.faults };
    throw error;
  }
}

parentPort?.postMessage(await read());
