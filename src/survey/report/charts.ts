import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { named, palette } from './palette.ts';
import { plain } from './plain.ts';
import { type Size, WIDE } from './size.ts';

/** The only file that imports echarts; imported when the first report is made, not at start (250 ms, 30 MB). */
use([BarChart, CustomChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

/** Without a browser the library guesses how wide a text is, and too little for the wider fonts people have. */
const widthOf = (text: string, font: number): number => text.length * font * 0.6;
setPlatformAPI({
  measureText: (text, font = '') => ({ width: widthOf(text, Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)) }),
});

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

function draw({ width, font }: Size, height: number, option: object): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: Math.ceil(height) });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit', fontSize: font, color: palette.ink },
      // Patterns, so that colour alone never means anything; what a screen reader says is the page's (page.ts).
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      silent: true,
      ...option,
    });
    return named(plain(chart.renderToSVGString()));
  } finally {
    chart.dispose();
  }
}

/** Labels stand above their bars, where long ones have room: a bar without length that has the label as its text. */
function labelsOf(texts: string[], { font, columns }: Size, start = 0) {
  const lines = texts.map((text) => wrapped(text, columns));
  const lineHeight = Math.round(font * 1.35);
  const most = Math.max(1, ...lines.map((l) => l.length));
  const height = most * lineHeight + 6;
  return {
    height,
    series: {
      ...room(height, texts.length, start),
      label: {
        show: true,
        position: 'right',
        distance: 0,
        lineHeight,
        color: palette.ink,
        fontSize: font,
        // Short ones stand at the bottom of their room, near their bar.
        formatter: ({ dataIndex }: { dataIndex: number }) =>
          '\n'.repeat(most - lines[dataIndex]!.length) + lines[dataIndex]!.join('\n'),
      },
    },
  };
}

/** Bars without length; `start` is where the axis begins, for what lies outside it is not drawn. */
const room = (barWidth: number, count: number, start = 0) => ({
  type: 'bar',
  barWidth,
  barGap: '0%',
  data: Array.from({ length: count }, () => start),
});

/** Lines of at most `columns` characters where words allow it. */
function wrapped(text: string, columns: number): string[] {
  return text.split(/\s+/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);
}

const legendAt = ({ font }: Size) => ({
  top: 0,
  left: 0,
  padding: 0,
  itemGap: 12,
  itemWidth: 22,
  itemHeight: 14,
  textStyle: { color: palette.ink, fontSize: font },
});

/** The library wraps the legend but leaves no room for it. */
function legendHeight(names: string[], { width, font }: Size): number {
  const rows = names.reduce(
    ({ rows, used }, name) => {
      const wide = 27 + widthOf(name, font) + 12;
      return used + wide > width ? { rows: rows + 1, used: wide } : { rows, used: used + wide };
    },
    { rows: 1, used: 0 },
  ).rows;
  return rows * (font + 14) + 8;
}

const valueAxis = ({ font }: Size) => ({
  type: 'value',
  axisLabel: { color: palette.soft, fontSize: font },
  splitLine: { lineStyle: { color: palette.line } },
});

const categoryAxis = (count: number) => ({
  type: 'category',
  inverse: true,
  show: false,
  data: Array.from({ length: count }, (_, at) => String(at)),
});
