import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';

const FOLDER = 'test-results/e2e';
const PHONE = { width: 390, height: 844 };
/** The Playground knows no dark theme, so its light colours are swapped for those of Teams' dark theme. */
const DARK = `
  html, body { background: #1f1f1f !important }
  .ac-horizontal-separator { border-color: #484644 !important }
  .ac-adaptiveCard { background-color: #2d2c2c !important }
  [style*="color: rgb(37, 36, 36)"] { color: #ffffff !important }
  [style*="color: rgba(37, 36, 36"] { color: rgb(255 255 255 / 0.7) !important }
  [style*="color: rgb(98, 100, 167)"] { color: #a6a7dc !important }
  [style*="background-color: rgb(249, 248, 247)"] { background-color: #201f1f !important }
  [style*="background-color: rgb(251, 246, 217)"] { background-color: #463100 !important }
  a { color: #a6a7dc !important }
  button { background: #3b3a3a !important; color: #ffffff !important; border-color: #616161 !important }`;

/**
 * Pictures of a whole card: light and dark, beside the chat list and on a phone (390 × 844), where Teams gives a card
 * the whole width. The Playground's own page does not fit a phone, so the card is taken out of it, styles and all.
 * @returns the texts that do not fit the phone; empty when nothing is cut off.
 */
export async function portray(card: Locator, name: string): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const html: string = await card.evaluate((element) => {
    const rules = [...element.ownerDocument.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText);
    const theme = element.closest('.fui-FluentProvider')?.className;
    return `<!doctype html><meta charset="utf-8"><style>${rules.join('\n')}</style><style>
      * { transition: none !important }
      html, body { height: auto !important; overflow: visible !important; margin: 0; background: #f5f5f5 }
      </style><div class="${theme}" style="padding: 12px; background: none">${element.outerHTML}</div>`;
  });
  const page = await card.page().context().newPage();
  try {
    await page.setContent(html);
    const box = await card.boundingBox();
    await page.setViewportSize({ width: Math.round(box?.width ?? 446) + 24, height: 400 });
    await page.screenshot({ path: join(FOLDER, `${name}-light.png`), fullPage: true });
    await page.setViewportSize(PHONE);
    await page.screenshot({ path: join(FOLDER, `${name}-phone.png`), fullPage: true });
    const cutOff: string[] = await page.evaluate(`
      [...document.querySelectorAll('.ac-adaptiveCard, .ac-adaptiveCard *')]
        .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
        .map((e) => e.textContent.slice(0, 80))`);
    await page.addStyleTag({ content: DARK });
    await page.screenshot({ path: join(FOLDER, `${name}-phone-dark.png`), fullPage: true });
    await page.setViewportSize({ width: Math.round(box?.width ?? 446) + 24, height: 400 });
    await page.screenshot({ path: join(FOLDER, `${name}-dark.png`), fullPage: true });
    return cutOff;
  } finally {
    await page.close();
  }
}
