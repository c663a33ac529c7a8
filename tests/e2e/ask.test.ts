import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { en } from '../../src/texts/en.ts';
import { nb } from '../../src/texts/nb.ts';
import { nn } from '../../src/texts/nn.ts';
import { type Chat, openChat } from './chat.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { type Playing, startPlaying } from './playing.ts';
import { portray } from './portrait.ts';

const chromium = findChromium();
if (!chromium) {
  const sentence =
    'The end-to-end tests did NOT run: no Chromium was found. Install it (apt-get install chromium), or set CHROMIUM_PATH.';
  if (process.env.CI) throw new Error(sentence);
  console.warn(sentence);
}

const GROUP = 'Innkjøp';
const DPIA = 'Når må vi gjøre en DPIA?';
/** Teams refuses a larger message; the Playground takes any. */
const MOST_BYTES = 28_000;
const REASON = 'Svaret sa ikke hvem som skal signere';

/** One conversation, in the order a person could have it: each test goes on where the one before it stopped. */
describe.skipIf(!chromium)('ask, in the Playground', () => {
  let playing: Playing;
  let browser: Browser;
  let chat: Chat;

  beforeAll(async () => {
    [playing, browser] = await Promise.all([startPlaying(), launchChromium(chromium!)]);
    chat = await openChat(browser, playing.url);
  });

  afterAll(async () => {
    await browser?.close();
    await playing?.stop();
    await playing?.clear();
  });

  test('who installs Samvit is welcomed', async () => {
    const card = chat.cards.first();
    // The Playground is always a Teams in English.
    await heading(card, en.welcome.title).waitFor();
    for (const example of en.welcome.examples) await row(card, example).waitFor();
    expect(await portray(card, 'welcome')).toEqual([]);
  });

  test('a question is answered: in short, with the text of the law, its sources and where to go on', async () => {
    const card = await chat.ask(DPIA);
    await card.getByText('DPIA før dere tar i bruk', { exact: false }).first().waitFor();
    await heading(card, /DPIA er påkrevd/).waitFor();
    await heading(card, nb.answer.sources).waitFor();
    await card.getByRole('link', { name: /GDPR/ }).first().waitFor();
    await heading(card, nb.answer.related).waitFor();
    await row(card, nb.answer.more).waitFor();
    await chat.page.screenshot({ path: 'test-results/e2e/playground.png' });
    expect(await portray(card, 'answer')).toEqual([]);
  });

  test('a screen reader and a keyboard reach all of an answer', async () => {
    const card = chat.cards.last();
    const names = (role: 'heading' | 'link' | 'button') =>
      card
        .getByRole(role)
        .evaluateAll((all) => all.map((e) => (e.ariaLabel || e.textContent || '').trim())) as Promise<
        string[]
      >;
    const [headings, links, buttons] = [await names('heading'), await names('link'), await names('button')];
    expect(headings).toHaveLength(3);
    expect(links.length).toBeGreaterThan(0);
    expect(buttons.length).toBeGreaterThan(1);
    expect([...headings, ...links, ...buttons]).not.toContain('');
    const addresses: string[] = await card
      .getByRole('link')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const address of addresses) expect(address).toMatch(/^https?:\/\//);

    const reached: string[] = [];
    await card.focus();
    for (let presses = 0; presses < links.length + buttons.length; presses++) {
      await chat.page.keyboard.press('Tab');
      reached.push(
        await chat.page.evaluate(
          '(document.activeElement.ariaLabel || document.activeElement.textContent).trim()',
        ),
      );
    }
    // In the order in which they are read.
    expect(reached).toEqual([...links, ...buttons]);
  });

  test('a related question is answered when it is pressed, with the keyboard too', async () => {
    const related = row(chat.cards.last(), 'Hvordan gjør vi en DPIA?');
    const card = await chat.cardAfter(async () => {
      await related.focus();
      await chat.page.keyboard.press('Enter');
    });
    // The card stands under no question of the person's, so it says what it answers.
    await card.getByText(`${nb.answer.question}: Hvordan gjør vi en DPIA?`).waitFor();
    await heading(card, nb.answer.sources).waitFor();
    expect(await portray(card, 'related')).toEqual([]);
  });

  test('"more about this" gives the sections of the article, and a section is quoted when it is pressed', async () => {
    const answer = chat.cards.last();
    const sections = await chat.cardAfter(() => row(answer, nb.answer.more).click());
    const title = await sections.getByRole('heading').first().textContent();
    expect(title).toMatch(new RegExp(`^${nb.more.title('')}`));
    expect(await sections.getByRole('button').count()).toBeGreaterThan(1);
    expect(await portray(sections, 'more')).toEqual([]);

    const last = sections.getByRole('button').last();
    const name = (await last.textContent())!.trim();
    const quoted = await chat.cardAfter(() => last.click());
    await heading(quoted, name).waitFor();
    await heading(quoted, nb.answer.sources).waitFor();
  });

  test('a thumb down takes a reason', async () => {
    await chat.ask(DPIA);
    await chat.page.getByRole('button', { name: 'Dislike' }).last().click();
    const form = chat.page.getByRole('dialog');
    await form.getByRole('textbox').fill(REASON);
    await form.getByRole('button', { name: 'Submit' }).click();
    await chat.page.getByText('We appreciate your feedback.').waitFor();
    await chat.page.getByRole('button', { name: 'Close' }).click();
  });

  test('a follow-up is understood from what came before', async () => {
    const first = await chat.ask('Hva er åpen anbudskonkurranse?');
    await first.getByText('åpen anbudskonkurranse').first().waitFor();
    const second = await chat.ask('og fristene?');
    await heading(second, 'Frister i åpen anbudskonkurranse').waitFor();
    expect(await second.textContent()).toMatch(/30\sdager/);
    expect(await portray(second, 'follow-up')).toEqual([]);
  });

  test('what is not in the knowledge base is not guessed at', async () => {
    const card = await chat.ask('Hva er hovedstaden i Frankrike?');
    await heading(card, nb.nothing.title).waitFor();
    await row(card, nb.topic.personvern).waitFor();
    expect(await portray(card, 'nothing')).toEqual([]);

    const list = await chat.cardAfter(() => row(card, nb.topic.personvern).click());
    expect(await list.getByRole('button').count()).toBeGreaterThan(3);
    expect(await portray(list, 'list')).toEqual([]);
  });

  test('a fødselsnummer is stopped at the door, and is not in the log', async () => {
    const number = nationalId('150585');
    const card = await chat.ask(`Kan vi lagre ${number} i arkivet?`);
    await heading(card, nb.blocked.title).waitFor();
    await card.getByText(nb.personalData.nationalId).first().waitFor();
    expect(await card.textContent()).not.toContain(number);
    expect(playing.output()).not.toContain(number);
    expect(await portray(card, 'blocked')).toEqual([]);
  });

  test('a greeting is answered with three things to ask', async () => {
    await chat.write('hei');
    await chat.said(nb.hello);
    for (const example of nb.welcome.examples) {
      await chat.page.getByRole('button', { name: example }).last().waitFor();
    }
    await chat.page.screenshot({ path: 'test-results/e2e/hello.png' });
  });

  test('who asks for nynorsk gets nynorsk, until they ask for their own language to be followed', async () => {
    await chat.write('språk nynorsk');
    await chat.said(nn.languageSet);
    const card = await chat.ask('Når må vi kunngjøre i Doffin?');
    await heading(card, nn.answer.sources).waitFor();
    await row(card, nn.answer.more).waitFor();
    expect(await portray(card, 'nynorsk')).toEqual([]);
    await chat.write('språk automatisk');
    await chat.said(en.languageFollowed);
  });

  test('who asks in English is answered in English', async () => {
    const card = await chat.ask('When do we need a data processing agreement?');
    await heading(card, en.answer.sources).waitFor();
    await row(card, en.answer.more).waitFor();
    expect(await portray(card, 'english')).toEqual([]);
  });

  test('an answer is found from the compose box and put into another chat', async () => {
    const { page } = chat;
    await chat.open(GROUP);
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).last().click();
    await page.getByRole('menuitem', { name: 'Search Command' }).click();
    // The Playground reads no manifest, so it must be told what is in ours.
    await page.getByRole('button', { name: 'Specify Command ID or Parameter' }).click();
    await page.getByRole('textbox', { name: 'Command ID' }).fill('search');
    await page.getByRole('textbox', { name: 'Parameter name' }).fill('query');
    await page.getByRole('textbox', { name: 'Enter a search term' }).fill('når må vi kunngjøre i Doffin');
    const hit = page.getByRole('heading', { level: 1, name: /kunngjør/i }).first();
    await hit.waitFor();
    await page.screenshot({ path: 'test-results/e2e/compose.png' });

    await hit.click();
    // First the card stands in the writing box, then in the chat.
    const draft = page.getByRole('textbox').locator('.ac-adaptiveCard');
    await draft.waitFor();
    await page.getByRole('button', { name: 'Send Message' }).last().click();
    await draft.waitFor({ state: 'detached' });
    const card = chat.cards.filter({ hasText: nb.answer.sources }).last();
    await heading(card, /kunngjør/i).waitFor();
    await heading(card, nb.answer.sources).waitFor();
    expect(await portray(card, 'compose-card')).toEqual([]);
  });

  test('in a channel Samvit answers the post that mentions it', async () => {
    const { page } = chat;
    await chat.open('General');
    await page.getByText('Start a new post').waitFor();
    await page.getByRole('textbox').first().click();
    await page.keyboard.press('@');
    await page.getByRole('menuitem', { name: 'Samvit' }).first().click();
    await page.keyboard.insertText(' Hva er åpen anbudskonkurranse?');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await heading(page.locator('body'), nb.answer.sources).waitFor();
    const card = chat.cards.filter({ hasText: nb.answer.sources });
    await card.getByText('åpen anbudskonkurranse').first().waitFor();
    await page.screenshot({ path: 'test-results/e2e/channel.png' });
    expect(await portray(card, 'channel')).toEqual([]);
  });

  test('every card is one that Teams would take', () => {
    expect(chat.weights.length).toBeGreaterThan(10);
    expect(chat.weights.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
  });

  test('nothing failed on the way, and the log holds neither questions nor people', () => {
    const log = playing
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    expect(log.filter(({ level }) => level >= 50)).toEqual([]);
    for (const word of [DPIA, 'Frankrike', REASON, 'Kari', '00000000-0000-4000-8000-000000000020']) {
      expect(playing.output()).not.toContain(word);
    }
  });

  test('the thumb is stored with its reason, and not with who gave it', async () => {
    await playing.stop();
    const database = await openDatabase({ folder: playing.dataFolder });
    try {
      const rows = await database.db.selectFrom('feedback').selectAll().execute();
      expect(rows).toEqual([
        {
          id: expect.any(String),
          day: expect.any(Date),
          // The Playground does not say which message a thumb is for; Teams does (replyToId).
          kind: null,
          lang: null,
          section: null,
          reaction: 'dislike',
          reason: REASON,
          // As a code, so that editors see what their own municipality misses.
          tenant: expect.stringMatching(/^[\w-]{43}$/),
        },
      ]);
      expect(JSON.stringify(rows)).not.toMatch(/Kari|user-id-0|kari@|-000000000020/);
    } finally {
      await database.close();
    }
  });
});

const heading = (card: Locator, name: string | RegExp) =>
  card.getByRole('heading', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();

/** A line or a button that can be pressed. */
const row = (card: Locator, name: string) => card.getByRole('button', { name, exact: true });

/** A number with the right check digits on a birth date, made from the rules so that no real one stands here. */
function nationalId(date: string): string {
  const check = (digits: string, weights: number[]) =>
    (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11;
  for (let individual = 100; individual < 1000; individual++) {
    const nine = `${date}${individual}`;
    const first = check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = check(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
  throw new Error('no number');
}
