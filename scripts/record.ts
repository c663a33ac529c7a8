// Adds a recording: `npm run record -- mention-in-channel < activities.json`.
// Takes one activity, or a list of them, as Teams sent them, plays them through the real bot and writes what came of it
// to tests/recordings/. Read the outcome before you commit it: from then on it is what is expected.
import { readFileSync, writeFileSync } from 'node:fs';
import { play, type Recording } from '../tests/recording.ts';
import { startRunning } from '../tests/running.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Bruk: npm run record -- navn-med-bindestrek < aktiviteter.json');
  process.exit(2);
}
const given: unknown = JSON.parse(readFileSync(0, 'utf8'));
const activities = (Array.isArray(given) ? given : [given]).map((activity) => ({
  ...activity,
  serviceUrl: '{connector}',
}));
const running = await startRunning();
const recording: Recording = { name, activities, outcome: await play(running, activities) };
await running.stop();
writeFileSync(`tests/recordings/${name}.json`, `${JSON.stringify(recording, null, 2)}\n`);
console.log(JSON.stringify(recording.outcome, null, 2));
