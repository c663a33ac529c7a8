import type { Browser, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { nb } from '../../src/texts/nb.ts';
import { type Chat, openChat } from './chat.ts';
import { launchChromium } from './chromium.ts';
import { startColleague } from './colleague.ts';
import { type Playing, startPlaying } from './playing.ts';

const MOST_BYTES = 28_000;

/** One bot and three people, each in a Playground of their own and with answers in bokmål. */
export interface Three {
  playing: Playing;
  /** An admin, as whoever plays is. */
  kari: Chat;
  ola: Chat;
  anne: Chat;
  /** Every card was one that Teams would take, nothing failed on the way, and no log line has any of the words. */
  expectClean(least: number, words: string[]): void;
  stop(): Promise<void>;
}

export async function startThree(chromium: string): Promise<Three> {
  const [playing, browser]: [Playing, Browser] = await Promise.all([
    startPlaying(),
    launchChromium(chromium),
  ]);
  const colleagues = ['Ola Nordmann', 'Anne Lunde'].map((name) => startColleague(name, playing.bot));
  const stop = async () => {
    await browser.close();
    for (const started of await Promise.allSettled(colleagues)) {
      if (started.status === 'fulfilled') await started.value.stop();
    }
    await playing.stop();
    await playing.clear();
  };
  try {
    const urls = [playing.url, ...(await Promise.all(colleagues)).map(({ url }) => url)];
    const chats = await Promise.all(urls.map((url) => openChat(browser, url)));
    const [kari, ola, anne] = chats as [Chat, Chat, Chat];
    for (const chat of chats) {
      await chat.cards.first().waitFor();
      // The Playground is always a Teams in English.
      await chat.write('språk bokmål');
      await chat.said(nb.languageSet);
    }
    const expectClean = (least: number, words: string[]) => {
      const weights = [kari, ola, anne].flatMap((chat) => chat.weights);
      expect(weights.length).toBeGreaterThan(least);
      expect(weights.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
      const log = playing
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line));
      expect(log.filter(({ level }) => level >= 50)).toEqual([]);
      for (const word of words) expect(playing.output()).not.toContain(word);
    };
    return { playing, kari, ola, anne, expectClean, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export const heading = (card: Locator, name: string) =>
  card.getByRole('heading', { name, exact: true }).first();
/** A button, or a row that is pressed. */
export const row = (card: Locator, name: string) =>
  card
    .getByRole('button', { name, exact: true })
    .or(card.getByRole('link', { name, exact: true }))
    .first();
export const field = (card: Locator, label: string) => card.getByLabel(label).first();
export const pick = (card: Locator, choice: string) =>
  card.getByText(choice, { exact: true }).first().click();
