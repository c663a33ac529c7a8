// Draws the icons of the Teams app from their SVG files: `node scripts/icons.ts`, with Chromium on the machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = new URL('../appPackage/', import.meta.url);
const icons = [
  { from: 'icon.svg', to: 'color.png', size: 192 },
  { from: 'icon-outline.svg', to: 'outline.png', size: 32 },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
try {
  for (const { from, to, size } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
    const svg = readFileSync(new URL(from, folder), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    writeFileSync(new URL(to, folder), await page.screenshot({ omitBackground: true }));
    console.log(`appPackage/${to}: ${size} × ${size}`);
  }
} finally {
  await browser.close();
}
