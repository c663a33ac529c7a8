import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { langs } from '../../src/knowledge/model.ts';
import { textsIn } from '../../src/texts/texts.ts';
import { sampleNamed, sampleResults, sampleTooFew } from '../survey/report/sample.ts';
import { type Serving, startServing } from '../survey/report/serving.ts';
import { findChromium, launchChromium } from './chromium.ts';

const chromium = findChromium();
if (!chromium && process.env.CI)
  throw new Error('No Chromium was found, so the end-to-end tests cannot run.');

const FOLDER = 'test-results/e2e';
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SCREENS: [name: string, options: BrowserContextOptions][] = [
  ['light', { viewport: { width: 1100, height: 900 }, colorScheme: 'light' }],
  ['dark', { viewport: { width: 1100, height: 900 }, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 320, height: 640 }, colorScheme: 'light' }],
];

describe.skipIf(!chromium)('the report page in a browser', () => {
  let serving: Serving;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    [serving, browser] = await Promise.all([
      startServing({ 'round-1': sampleResults(), few: sampleTooFew(), named: sampleNamed() }),
      launchChromium(chromium!),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
  });

  /** Opens a document, hands over the page, and closes it; what the page complained of fails the test. */
  async function on(url: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('request', (request) => {
        if (request.url() !== url && !request.url().endsWith('/favicon.ico')) complaints.push(request.url());
      });
      await page.goto(url);
      await look(page);
      // That a withdrawn round is gone is what the page says too.
      expect(complaints.filter((text) => !/favicon|410 \(Gone\)/.test(text))).toEqual([]);
    } finally {
      await context.close();
    }
  }

  async function faults(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const results: AxeResults = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(WCAG)} })`);
    expect(results.passes.length).toBeGreaterThan(5);
    return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }

  describe.each(SCREENS)('%s', (name, options) => {
    test.each(langs)('breaks none of WCAG 2.1 AA in %s', async (lang) => {
      await on(serving.to('round-1', { lang }), options, async (page) => {
        expect(await faults(page)).toEqual([]);
        await page.screenshot({ path: `${FOLDER}/report-${name}-${lang}.png`, fullPage: true });
      });
    });

    test.each(['few', 'named', 'withdrawn'])(
      'breaks none where there is little to show: %s',
      async (round) => {
        await on(serving.to(round), options, async (page) => {
          expect(await faults(page)).toEqual([]);
          await page.screenshot({ path: `${FOLDER}/report-${name}-${round}.png`, fullPage: true });
        });
      },
    );

    test('text and bars stand out from what they stand on', async () => {
      await on(serving.to('round-1'), options, async (page) => {
        const colours: Record<string, string> = await page.evaluate(`Object.fromEntries(
          ${JSON.stringify(Object.values(PAIRS).flat())}.flat().map((name) =>
            [name, getComputedStyle(document.documentElement).getPropertyValue('--' + name)]))`);
        const contrast = ([a, b]: [string, string]) => contrastOf(colours[a]!, colours[b]!);
        for (const pair of PAIRS.text) expect(contrast(pair), pair.join(' on ')).toBeGreaterThanOrEqual(4.5);
        for (const pair of PAIRS.bars) expect(contrast(pair), pair.join(' on ')).toBeGreaterThanOrEqual(3);
      });
    });

    test('nothing is wider than the screen, and what is written in drawings can be read', async () => {
      await on(serving.to('round-1'), options, async (page) => {
        const width = options.viewport!.width;
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        const drawn: { shown: number; least: number; outside: string[] } = await page.evaluate(DRAWN);
        expect(drawn.shown).toBe(9);
        expect(drawn.least).toBeGreaterThanOrEqual(11.5);
        expect(drawn.outside).toEqual([]);
      });
    });
  });

  test('the keyboard goes past what comes first, and reaches tables that scroll', async () => {
    await on(serving.to('round-1'), SCREENS[2]![1], async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe(textsIn('nb').report.skip);
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('content');
      const table = page.getByRole('region', { name: textsIn('nb').report.scores.caption });
      await table.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        `[...document.querySelectorAll('.scroll')].some((region) => region.scrollLeft > 0)`,
      );
    });
  });

  test('another language is one click away', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(serving.to('round-1'));
    await page.getByRole('link', { name: 'English' }).click();
    await page
      .getByRole('heading', { level: 1, name: textsIn('en').report.title('Digital maturity') })
      .waitFor();
    await context.close();
  });

  test('the Excel file is one click away, and is saved under a name that says what it is', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(serving.to('round-1'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: textsIn('nb').report.files.xlsx }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Resultater Digital modenhet 2026-11-20.xlsx');
    await context.close();
  });

  test('on paper it is light, links have their addresses, and what only a screen can use is left out', async () => {
    await on(serving.to('round-1'), SCREENS[1]![1], async (page) => {
      await page.emulateMedia({ media: 'print' });
      const paper: { ground: string; links: string[]; screen: number; wide: number; narrow: number } =
        await page.evaluate(`({
          ground: getComputedStyle(document.body).backgroundColor,
          links: [...document.querySelectorAll('.read a')].map((a) => getComputedStyle(a, '::after').content),
          screen: [...document.querySelectorAll('.screen')].filter((e) => e.offsetHeight > 0).length,
          wide: [...document.querySelectorAll('svg.wide')].filter((e) => e.getBoundingClientRect().height > 0).length,
          narrow: [...document.querySelectorAll('svg.narrow')].filter((e) => e.getBoundingClientRect().height > 0).length,
        })`);
      expect(paper.ground).toBe('rgb(255, 255, 255)');
      expect(paper.links.length).toBe(2);
      for (const content of paper.links) expect(content).toContain('http');
      expect([paper.screen, paper.wide, paper.narrow]).toEqual([0, 9, 0]);
      const pdf = await page.pdf({ path: `${FOLDER}/report.pdf`, preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
});

const BARS = ['score', 'mark', 'step0', 'step1', 'step2', 'step3', 'step4', 'step5'];
const PAIRS: Record<'text' | 'bars', [string, string][]> = {
  text: [
    ...['ink', 'soft', 'link'].flatMap((text): [string, string][] => [
      [text, 'surface'],
      [text, 'tint'],
    ]),
  ],
  bars: BARS.map((bar) => [bar, 'surface']),
};

/** Of two colours as "#rrggbb" or "#rgb", by WCAG 2.1. */
function contrastOf(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.trim().slice(1);
  const pairs = digits.length === 3 ? [...digits].map((d) => d + d) : digits.match(/../g)!;
  const [r, g, b] = pairs.map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Drawings that are shown, the smallest text in them in pixels on the screen, and texts that are cut off at an edge. */
const DRAWN = `(() => {
  const drawings = [...document.querySelectorAll('figure svg')].filter((svg) => svg.getBoundingClientRect().height > 0);
  const texts = drawings.flatMap((svg) => [...svg.querySelectorAll('text')].map((text) => {
    const box = svg.getBoundingClientRect();
    const own = text.getBoundingClientRect();
    return {
      size: parseFloat(getComputedStyle(text).fontSize) * (box.width / svg.viewBox.baseVal.width),
      outside: own.left < box.left - 1 || own.right > box.right + 1 ? text.textContent : '',
    };
  }));
  return {
    shown: drawings.length,
    least: Math.min(...texts.map(({ size }) => size)),
    outside: texts.map(({ outside }) => outside).filter(Boolean),
  };
})()`;
