// Drawings for docs/search.md. Colours stand for light and dark; the doc has the same figures in tables.
import type { Figures } from './measure.ts';

interface Panel {
  title: string;
  of: (row: Figures) => number;
}

const PANELS: Panel[] = [
  { title: 'Query, p50 (ms)', of: (row) => Number(row.p50) },
  { title: 'Query, p99 (ms)', of: (row) => Number(row.p99) },
  { title: 'Build (s)', of: (row) => Number(row.buildMs) / 1000 },
  { title: 'Load (ms)', of: (row) => Number(row.loadMs) },
  { title: 'Index kept (MB)', of: (row) => Number(row.indexMb) },
  { title: 'Memory (MB)', of: (row) => Number(row.memoryMb) },
];
const [WIDTH, HEIGHT, ACROSS] = [300, 210, 3];
const [LEFT, RIGHT, TOP, BOTTOM] = [48, 14, 30, 30];
/** One dash for each engine, so that colour is not all that tells them apart. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3'];

const STYLE = `<style>
  .ground { fill: #ffffff } text { fill: #24292f; font: 12px sans-serif } .title { font-weight: bold }
  .grid { stroke: #d0d7de; stroke-width: 1 } .line { fill: none; stroke-width: 2 }
  .s0 { stroke: #0550ae } .s1 { stroke: #1a7f37 } .s2 { stroke: #bc4c00 } .s3 { stroke: #8250df } .fill { fill: #0550ae }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 } text { fill: #e6edf3 } .grid { stroke: #3d444d }
    .s0 { stroke: #58a6ff } .s1 { stroke: #3fb950 } .s2 { stroke: #f0883e } .s3 { stroke: #bc8cff } .fill { fill: #58a6ff }
  }
</style>`;

const picture = (width: number, height: number, title: string, inside: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<title>${title}</title>
${STYLE}
<rect class="ground" width="${width}" height="${height}"/>
${inside.join('\n')}
</svg>
`;

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${round(x)}" y="${round(y)}"${more}>${words}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path class="grid" d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}"/>`;
const round = (n: number): number => Math.round(n * 10) / 10;
const END = ' text-anchor="end"';
const MIDDLE = ' text-anchor="middle"';

/** Rows of each engine over sizes: both axes logarithmic, so that what grows in step with the passages is a straight line. */
export function growthPicture(engines: Record<string, Figures[]>): string {
  const names = Object.keys(engines);
  const panels = PANELS.map((panel, n) =>
    drawPanel(panel, engines, (n % ACROSS) * WIDTH, Math.floor(n / ACROSS) * HEIGHT),
  );
  const height = Math.ceil(PANELS.length / ACROSS) * HEIGHT + 30;
  const legend = names.map((name, s) => {
    const x = LEFT + s * 200;
    return `<path class="line s${s}" stroke-dasharray="${DASHES[s]}" d="M${x} ${height - 15}h34"/>${text(x + 42, height - 11, name)}`;
  });
  const title = 'Time of a query, build, load, size and memory by number of passages';
  return picture(WIDTH * ACROSS, height, title, [...panels, ...legend]);
}

function drawPanel({ title, of }: Panel, engines: Record<string, Figures[]>, x: number, y: number): string {
  const rows = Object.values(engines)
    .flat()
    .filter((row) => !Number.isNaN(of(row)));
  const sizes = [...new Set(rows.map((row) => Number(row.size)))];
  const [low, high] = decades(rows.map(of));
  const [first, last] = [Math.log10(Math.min(...sizes)), Math.log10(Math.max(...sizes))];
  const across = (size: number) =>
    x + LEFT + ((Math.log10(size) - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT);
  const up = (value: number) =>
    y + HEIGHT - BOTTOM - ((Math.log10(value) - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  return [
    text(x + LEFT, y + 18, title, ' class="title"'),
    ...ticks.map(
      (tick) =>
        line(x + LEFT, up(tick), x + WIDTH - RIGHT, up(tick)) +
        text(x + LEFT - 6, up(tick) + 4, String(Number(tick.toPrecision(1))), END),
    ),
    ...sizes
      .filter((_, i) => i % 2 === 0 || sizes.length < 5 || i === sizes.length - 1)
      .map((size) => text(across(size), y + HEIGHT - 12, `${size / 1000}k`, MIDDLE)),
    ...Object.values(engines).map((own, s) => {
      const measured = own.filter((row) => !Number.isNaN(of(row)));
      const points = measured.map((row) => `${round(across(Number(row.size)))} ${round(up(of(row)))}`);
      return points.length === 0
        ? ''
        : `<path class="line s${s}" stroke-dasharray="${DASHES[s]}" d="M${points.join('L')}"/>`;
    }),
  ].join('\n');
}

/** The powers of ten that hold all numbers. */
function decades(all: number[]): [number, number] {
  const low = Math.floor(Math.log10(Math.min(...all)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...all))))];
}

const SIDE = 360;
const MARGIN = 56;

/** Share right by confidence: [from, cases, right] for each tenth. On the line, the confidence says what is so. */
export function calibrationPicture(calibration: [from: number, cases: number, right: number][]): string {
  const across = (share: number) => MARGIN + share * SIDE;
  const up = (share: number) => 20 + (1 - share) * SIDE;
  const most = Math.max(...calibration.map(([, cases]) => cases));
  const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return picture(SIDE + 2 * MARGIN, SIDE + 20 + MARGIN, 'Share of first hits that are right, by confidence', [
    ...fifths.map(
      (share) =>
        line(across(0), up(share), across(1), up(share)) +
        text(MARGIN - 8, up(share) + 4, String(share), END),
    ),
    ...fifths.map((share) => text(across(share), up(0) + 18, String(share), MIDDLE)),
    `<path class="line s2" stroke-dasharray="6 4" d="M${across(0)} ${up(0)}L${across(1)} ${up(1)}"/>`,
    ...calibration.map(([from, cases, right]) => {
      const [x, y] = [across(from + 0.05), up(right)];
      const label = right > 0.9 ? y + 26 : y - 13;
      return `<circle class="fill" cx="${round(x)}" cy="${round(y)}" r="${round(3 + 7 * Math.sqrt(cases / most))}"/>${text(x, label, String(cases), MIDDLE)}`;
    }),
    text(across(0.5), up(0) + 40, 'confidence', MIDDLE),
    text(16, up(0.5), 'share right', `${MIDDLE} transform="rotate(-90 16 ${up(0.5)})"`),
  ]);
}
