// Draws how sure the search is beside how often it is right, from the last line of fit:confidence:
// `npm run -s fit:confidence | node bench/calibration.ts FILE`.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { calibrationPicture } from './picture.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('FILE to draw to is missing');
const last = readFileSync(0, 'utf8').trim().split('\n').at(-1)!;
const report = z.object({ calibration: z.array(z.tuple([z.number(), z.number(), z.number()])) });
writeFileSync(file, calibrationPicture(report.parse(JSON.parse(last)).calibration));
