// `node tests/e2e/picture.ts`: makes docs/images/answer.png, the picture in README, from a real answer in the Playground.
import { mkdir } from 'node:fs/promises';
import { nb } from '../../src/texts/nb.ts';
import { openChat } from './chat.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { startPlaying } from './playing.ts';

const FILE = 'docs/images/answer.png';
const QUESTION = process.argv[2] ?? 'Når må vi kunngjøre i Doffin?';

const chromium = findChromium();
if (!chromium)
  throw new Error('No Chromium was found. Install it (apt-get install chromium), or set CHROMIUM_PATH.');
const [playing, browser] = await Promise.all([startPlaying(), launchChromium(chromium)]);
try {
  const { page, cards, ask } = await openChat(browser, playing.url);
  // High enough for a whole answer.
  await page.setViewportSize({ width: 1280, height: 1030 });
  await cards.first().waitFor();
  const card = await ask(QUESTION);
  await card.getByRole('heading', { name: nb.answer.sources }).waitFor();
  // Up to the question, so that the picture begins with it; and out of the writing box, so that no cursor is in it.
  await page.evaluate('document.activeElement.blur()');
  await page
    .getByText(QUESTION, { exact: true })
    .last()
    .evaluate((element) => {
      element.style.scrollMarginTop = '38px';
      element.scrollIntoView({ block: 'start' });
    });
  await mkdir('docs/images', { recursive: true });
  await page.screenshot({ path: FILE });
  console.log(FILE);
} finally {
  await browser.close();
  await playing.stop();
  await playing.clear();
}
