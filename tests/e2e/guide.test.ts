import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { en } from '../../src/texts/en.ts';
import { nb } from '../../src/texts/nb.ts';
import { nn } from '../../src/texts/nn.ts';
import { type Chat, openChat } from './chat.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { type Playing, startPlaying } from './playing.ts';
import { portray } from './portrait.ts';

const chromium = findChromium();
if (!chromium && process.env.CI)
  throw new Error('No Chromium was found, so the end-to-end tests cannot run.');

const { guides } = await loadKnowledge('knowledge');
const guide = guides.find(({ id }) => id === 'hvilken-prosedyre')!;
const MOST_BYTES = 28_000;

/** One conversation, in the order a person could have it: each test goes on where the one before it stopped. */
describe.skipIf(!chromium)('a guide, in the Playground', () => {
  let playing: Playing;
  let browser: Browser;
  let chat: Chat;
  let card: Locator;
  let cards: number;

  beforeAll(async () => {
    [playing, browser] = await Promise.all([startPlaying(), launchChromium(chromium!)]);
    chat = await openChat(browser, playing.url);
    await chat.cards.first().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await playing?.stop();
    await playing?.clear();
  });

  /** Presses, and waits until the card says what it should; it must be the same card. */
  async function choose(name: string, then: string): Promise<void> {
    await row(card, name).click();
    await heading(card, then).waitFor();
    expect(await chat.cards.count()).toBe(cards);
  }

  /** Waits for the sentence anew: it may have been said before in this conversation. */
  async function speak(command: string, answered: string): Promise<void> {
    const said = chat.page.getByText(answered, { exact: true });
    const before = await said.count();
    await chat.write(command);
    await said.nth(before).waitFor();
  }

  test('“veiviser” lists every guide', async () => {
    await speak('språk bokmål', nb.languageSet);
    card = await chat.ask('veiviser');
    await heading(card, nb.guide.title).waitFor();
    for (const { title } of guides) await row(card, title.nb).waitFor();
    expect(await portray(card, 'guide-list')).toEqual([]);
  });

  test('a guide begins with what it is for and its first question', async () => {
    const list = card;
    card = await chat.cardAfter(() => row(list, guide.title.nb).click());
    await card.getByText(guide.intro.nb).waitFor();
    await heading(card, 'Har kommunen en rammeavtale som dekker kjøpet?').waitFor();
    expect(await row(card, nb.guide.back).count()).toBe(0);
    cards = await chat.cards.count();
    expect(await portray(card, 'guide-start')).toEqual([]);
  });

  test('a choice gives the next question where the last one stood, and back and start again go back', async () => {
    await choose('Nei', 'Hva skal dere kjøpe?');
    await card.getByText(`${nb.guide.soFar}: Nei`, { exact: true }).waitFor();
    expect(await portray(card, 'guide-question')).toEqual([]);
    await choose(nb.guide.back, 'Har kommunen en rammeavtale som dekker kjøpet?');
    await choose('Nei', 'Hva skal dere kjøpe?');
    await choose('Vet ikke', 'Hva ligner det mest på?');
    await choose(nb.guide.restart, 'Har kommunen en rammeavtale som dekker kjøpet?');
  });

  test('the keyboard makes a choice too', async () => {
    await row(card, 'Nei').focus();
    await chat.page.keyboard.press('Enter');
    await heading(card, 'Hva skal dere kjøpe?').waitFor();
  });

  test('“språk nynorsk” changes a guide on its way', async () => {
    await speak('språk nynorsk', nn.languageSet);
    await choose('Bygg og anlegg', 'Kva er heile avtalen verd, utan mva. og med alle opsjonar?');
    expect(await portray(card, 'guide-nynorsk')).toEqual([]);
    await speak('språk bokmål', nb.languageSet);
    await choose(nn.guide.back, 'Hva skal dere kjøpe?');
  });

  test('the outcome says what, why, where it stands, what was answered and whom to ask', async () => {
    await choose('Konsesjon, plankonkurranse eller annet', 'Hva slags avtale er det?');
    await choose(
      'Konsesjon, der brukerne betaler leverandøren',
      'En konsesjonskontrakt følger en egen forskrift.',
    );
    await card.getByText(nb.guide.ask('innkjøpsenheten eller en jurist')).waitFor();
    for (const title of [nb.guide.why, nb.guide.answered, nb.guide.read, nb.answer.sources])
      await heading(card, title).waitFor();
    await card.getByText('LOA § 2', { exact: true }).waitFor();
    await card.getByText('Hva skal dere kjøpe?').waitFor();
    await card.getByText(nb.guide.note, { exact: false }).waitFor();
    await chat.page.screenshot({ path: 'test-results/e2e/guide.png' });
    expect(await portray(card, 'guide-outcome')).toEqual([]);
  });

  test('an article it leads to is quoted in a card of its own', async () => {
    const answer = await chat.cardAfter(() => card.getByRole('button').first().click());
    await heading(answer, nb.answer.sources).waitFor();
    await heading(card, nb.guide.answered).waitFor();
  });

  test('under an answer the guide is offered, and begins in a card of its own', async () => {
    const answer = await chat.ask('Hvilken prosedyre skal vi bruke?');
    const offer = row(answer, nb.guide.open(guide.title.nb));
    await offer.waitFor();
    expect(await portray(answer, 'guide-offered')).toEqual([]);
    const begun = await chat.cardAfter(() => offer.click());
    await begun.getByText(guide.intro.nb).waitFor();
    await heading(answer, nb.answer.sources).waitFor();
  });

  test('in English', async () => {
    await speak('language English', en.languageSet);
    const list = await chat.ask('guide');
    const begun = await chat.cardAfter(() => row(list, 'Do we need a DPIA?').click());
    await heading(begun, 'Will you process information that can be linked to people?').waitFor();
    expect(await portray(begun, 'guide-english')).toEqual([]);
  });

  test('every card is one that Teams would take, and nothing failed on the way', () => {
    expect(chat.weights.length).toBeGreaterThan(4);
    expect(chat.weights.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
    const log = playing
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    expect(log.filter(({ level }) => level >= 50)).toEqual([]);
    expect(playing.output()).not.toContain('could not be changed');
    for (const word of ['konsesjon', 'rammeavtale', guide.id]) expect(playing.output()).not.toContain(word);
  });
});

const heading = (card: Locator, name: string) => card.getByRole('heading', { name, exact: true }).first();

/** A line or a button that can be pressed. */
const row = (card: Locator, name: string) => card.getByRole('button', { name, exact: true });
