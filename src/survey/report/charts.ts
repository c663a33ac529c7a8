import { categoryAxis, draw, labelsOf, legendAt, legendHeight, room, valueAxis } from './drawing.ts';
import { palette } from './palette.ts';
import { type Size, WIDE } from './size.ts';

/** The drawings of a report. Imported when the first is made, for the library comes with it (drawing.ts). */

interface ScoreRow {
  label: string;
  score: number;
  /** As written, "3,4". */
  written: string;
  before: number | undefined;
  others: { median: number; lower: number; upper: number } | undefined;
}

interface ScoreWords {
  score: string;
  before: string;
  others: string;
}

const BAR = 22;
const UNDER = 16;
const GAP = 18;
const AXIS = 26;

/** Each dimension from 1 to 5: a bar, a diamond for the round before, and under it the middle half and median of others. */
export function drawScores(rows: ScoreRow[], words: ScoreWords, size: Size): string {
  const labels = labelsOf(
    rows.map(({ label, written }) => `${label}: ${written}`),
    size,
    1,
  );
  const withBefore = rows.some((row) => row.before !== undefined);
  const withOthers = rows.some((row) => row.others);
  const under = withOthers ? UNDER : 0;
  const legend = [words.score, ...(withBefore ? [words.before] : []), ...(withOthers ? [words.others] : [])];
  const top = legendHeight(legend, size);
  const middle = (labels.height - under) / 2;
  const low = (labels.height + BAR) / 2;
  return draw(size, top + rows.length * (labels.height + BAR + under + GAP) + AXIS, {
    legend: { ...legendAt(size), data: legend },
    grid: { left: 8, right: 8, top, bottom: AXIS },
    xAxis: { ...valueAxis(size), min: 1, max: 5, interval: 1 },
    yAxis: categoryAxis(rows.length),
    series: [
      labels.series,
      {
        name: words.score,
        type: 'bar',
        barWidth: BAR,
        barGap: '0%',
        color: palette.score,
        data: rows.map((row) => row.score),
      },
      ...(withOthers ? [room(UNDER, rows.length, 1)] : []),
      ...(withBefore
        ? [
            {
              name: words.before,
              type: 'scatter',
              symbol: 'diamond',
              symbolSize: 14,
              symbolOffset: [0, middle],
              itemStyle: {
                color: palette.surface,
                borderColor: palette.ink,
                borderWidth: 2,
                decal: { symbol: 'none' },
              },
              data: rows.flatMap(({ before }, at) => (before === undefined ? [] : [[before, at]])),
              z: 5,
            },
          ]
        : []),
      ...(withOthers
        ? [
            {
              name: words.others,
              type: 'custom',
              color: palette.mark,
              itemStyle: { decal: { symbol: 'none' } },
              data: rows.flatMap(({ others }, at) =>
                others ? [[others.lower, at, others.median, others.upper]] : [],
              ),
              encode: { x: [0, 2, 3], y: 1 },
              renderItem: (_: unknown, api: Api) => rangeOf(api, low),
              z: 4,
            },
          ]
        : []),
    ],
  });
}

/** What the library gives a drawing of one's own. */
interface Api {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

/** A line from the lower quartile to the upper, with a tick at the median. */
function rangeOf(api: Api, down: number) {
  const at = (dimension: number) => api.coord([api.value(dimension), api.value(1)]);
  const [left, y] = at(0);
  const [median] = at(2);
  const [right] = at(3);
  const line = (x1: number, x2: number, up: number, lineWidth: number) => ({
    type: 'line',
    shape: { x1, x2, y1: y + down - up, y2: y + down + up },
    style: { stroke: palette.mark, lineWidth },
  });
  return { type: 'group', children: [line(left, right, 0, 5), line(median, median, 7, 3)] };
}

/** One answer on the scale: its share of each statement's bar, from 0 to 1, and that share as written. */
interface Step {
  name: string;
  parts: { share: number; written: string }[];
}

/** One bar a statement, divided by how many gave each answer. */
export function drawSteps(statements: string[], steps: Step[], size: Size): string {
  const labels = labelsOf(statements, size);
  const names = steps.map((step) => step.name);
  const top = legendHeight(names, size);
  const least = size === WIDE ? 0.07 : 0.16;
  const colours = [palette.step1, palette.step2, palette.step3, palette.step4, palette.step5, palette.step0];
  return draw(size, top + statements.length * (labels.height + BAR + 6 + GAP), {
    legend: { ...legendAt(size), data: names },
    grid: { left: 1, right: 1, top, bottom: 0 },
    xAxis: { type: 'value', show: false, min: 0, max: 1 },
    yAxis: categoryAxis(statements.length),
    series: [
      labels.series,
      ...steps.map(({ name, parts }, at) => ({
        name,
        type: 'bar',
        stack: 'steps',
        barWidth: BAR + 6,
        barGap: '0%',
        color: colours[at],
        itemStyle: { borderColor: palette.surface, borderWidth: 2 },
        data: parts.map(({ share }) => ({ value: share, label: { show: share >= least } })),
        label: {
          color: palette.ink,
          backgroundColor: palette.surface,
          padding: [2, 3],
          borderRadius: 3,
          fontSize: size.font - 2,
          formatter: ({ dataIndex }: { dataIndex: number }) => parts[dataIndex]!.written,
        },
      })),
    ],
  });
}

/** One bar an answer. */
export function drawBars(bars: { label: string; percent: number; written: string }[], size: Size): string {
  const labels = labelsOf(
    bars.map((bar) => bar.label),
    size,
  );
  return draw(size, bars.length * (labels.height + BAR + GAP - 8), {
    grid: { left: 1, right: size === WIDE ? 110 : 96, top: 0, bottom: 0 },
    xAxis: { type: 'value', show: false, min: 0, max: 'dataMax' },
    yAxis: categoryAxis(bars.length),
    series: [
      labels.series,
      {
        type: 'bar',
        barWidth: BAR,
        barGap: '0%',
        color: palette.score,
        itemStyle: { decal: { symbol: 'none' } },
        data: bars.map((bar) => bar.percent),
        label: {
          show: true,
          position: 'right',
          color: palette.ink,
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]!.written,
        },
      },
    ],
  });
}
