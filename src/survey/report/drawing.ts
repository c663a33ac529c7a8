// The only file that imports echarts, in one file as its makers bundle it: read part by part it takes 1.5 s of processor
// time and 95 MB, so 0.2 s and 23 MB. It is imported when the first report is made, not at start.
import { init, setPlatformAPI } from 'echarts/dist/echarts.esm.min.mjs';
import { named, palette } from './palette.ts';
import { plain } from './plain.ts';
import type { Size } from './size.ts';

/** Without a browser the library guesses how wide a text is, and too little for the wider fonts people have. */
const widthOf = (text: string, font: number): number => text.length * font * 0.6;
setPlatformAPI({
  measureText: (text, font = '') => ({ width: widthOf(text, Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)) }),
});

/** An SVG of these options, with colours by name (palette.ts). */
export function draw({ width, font }: Size, height: number, option: object): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: Math.ceil(height) });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit', fontSize: font, color: palette.ink },
      // Patterns, so that colour alone never means anything; what a screen reader says is the page's (page.ts).
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      ...option,
    });
    return named(plain(chart.renderToSVGString()));
  } finally {
    chart.dispose();
  }
}

/** Labels stand above their bars, where long ones have room: a bar without length that has the label as its text. */
export function labelsOf(texts: string[], { font, columns }: Size, start = 0) {
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
export const room = (barWidth: number, count: number, start = 0) => ({
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

export const legendAt = ({ font }: Size) => ({
  top: 0,
  left: 0,
  padding: 0,
  itemGap: 12,
  itemWidth: 22,
  itemHeight: 14,
  textStyle: { color: palette.ink, fontSize: font },
});

/** The library wraps the legend but leaves no room for it. */
export function legendHeight(names: string[], { width, font }: Size): number {
  const rows = names.reduce(
    ({ rows, used }, name) => {
      const wide = 27 + widthOf(name, font) + 12;
      return used + wide > width ? { rows: rows + 1, used: wide } : { rows, used: used + wide };
    },
    { rows: 1, used: 0 },
  ).rows;
  return rows * (font + 14) + 8;
}

export const valueAxis = ({ font }: Size) => ({
  type: 'value',
  axisLabel: { color: palette.soft, fontSize: font },
  splitLine: { lineStyle: { color: palette.line } },
});

export const categoryAxis = (count: number) => ({
  type: 'category',
  inverse: true,
  show: false,
  data: Array.from({ length: count }, (_, at) => String(at)),
});
