import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nb } from '../../src/texts/nb.ts';
import { type Chat, openChat } from './chat.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { type Playing, startPlaying } from './playing.ts';
import { portray } from './portrait.ts';

const chromium = findChromium();
if (!chromium && process.env.CI)
  throw new Error('No Chromium was found, so the end-to-end tests cannot run.');

const { portfolio, lists } = nb;

/** In order: each test goes on where the one before it stopped. */
describe.skipIf(!chromium)('the portfolio, in the Playground', () => {
  let playing: Playing;
  let browser: Browser;
  let chat: Chat;

  beforeAll(async () => {
    [playing, browser] = await Promise.all([startPlaying(), launchChromium(chromium!)]);
    chat = await openChat(browser, playing.url);
    await chat.cards.first().waitFor();
    await chat.write('språk bokmål');
    await chat.said(nb.languageSet);
    await chat.ask('kommunen er Lillestrøm');
  });

  afterAll(async () => {
    await browser?.close();
    await playing?.stop();
    await playing?.clear();
  });

  test('under an answer from a shared solution a municipality says that it uses it too', async () => {
    const answer = await chat.ask('Hva er SmartVakt?');
    expect(await portray(answer, 'portfolio-answer')).toEqual([]);
    const added = await chat.cardAfter(() => press(answer, portfolio.button.uses).click());
    await heading(added, portfolio.added.heading('Lillestrøm')).waitFor();
    expect(await portray(added, 'portfolio-added')).toEqual([]);
    const again = await chat.ask('Hva er SmartVakt?');
    await again.getByText(portfolio.more.uses(1)).waitFor();
    expect(await portray(again, 'portfolio-answer-used')).toEqual([]);
  });

  test('everyone who uses it is listed', async () => {
    const who = await chat.ask('Hvem bruker SmartVakt?');
    await who.getByText('Lillestrøm').waitFor();
    expect(await portray(who, 'portfolio-who')).toEqual([]);
    const several = await chat.ask('Hvem bruker Fiks?');
    expect(await portray(several, 'portfolio-several')).toEqual([]);
  });

  test('what most need is ranked, and needed by one more', async () => {
    const needs = await chat.ask('Hva trenger flest?');
    await heading(needs, portfolio.needs.title).waitFor();
    expect(await portray(needs, 'portfolio-needs')).toEqual([]);
    const added = await chat.cardAfter(() => press(needs, portfolio.button.needs).first().click());
    await heading(added, portfolio.added.heading('Lillestrøm')).waitFor();
    const need = await chat.cardAfter(() => press(added, portfolio.seeAll.needs).click());
    await need.getByText(portfolio.needs.fits).waitFor();
    expect(await portray(need, 'portfolio-need')).toEqual([]);
  });

  test('a list can be had as a file', async () => {
    const list = await chat.ask('alle løsninger om velferdsteknologi');
    await list.getByText(lists.csv).waitFor();
    expect(await portray(list, 'portfolio-list')).toEqual([]);
  });

  test('nothing failed on the way', () => {
    expect(playing.output()).not.toMatch(/"level":(?:50|60)/);
  });
});

const press = (card: Locator, name: string): Locator => card.getByRole('button', { name, exact: true });
const heading = (card: Locator, name: string): Locator => card.getByRole('heading', { name, exact: true });
