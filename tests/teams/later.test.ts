import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

// In a process of its own: the hooks are for good, and what a test has imported is loaded already.
const script = `
  import { loadLater } from './src/teams/later.ts';
  const putOff = loadLater();
  await import('./src/teams/teams.ts');
  const atStart = [...putOff.seen()];
  putOff.soon();
  const soon = [...putOff.seen()];
  const { FileTranscriptStore } = await import('botbuilder');
  const { items } = await new FileTranscriptStore('src/teams').listTranscripts('of-no-channel');
  const used = [...putOff.seen()];
  console.log(JSON.stringify({ all: putOff.all, atStart, soon, items, used }));
`;

test('what Samvit does not use at start is asked for by the vendor’s packages, and loaded when it is used', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module-typescript',
    '-e',
    script,
  ]);
  const { all, atStart, soon, items, used } = JSON.parse(stdout);
  const loaded = (seen: [string, boolean][]) => seen.filter(([, is]) => is).map(([name]) => name);

  // A package that is moved or renamed would be loaded at start again without anyone noticing.
  expect(atStart.map(([name]: [string]) => name).toSorted()).toEqual(all.toSorted());
  expect(loaded(atStart)).toEqual([]);
  expect(loaded(soon).toSorted()).toEqual(
    ['node-fetch', 'jsonwebtoken', '@azure/identity', '@azure/msal-node']
      .map((what) => `${what} by /botframework-connector/lib/`)
      .toSorted(),
  );
  expect(items).toEqual([]);
  expect(loaded(used)).toContain('fs-extra by /botbuilder/lib/');
});
