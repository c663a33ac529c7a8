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

const { people } = nb;

/** One admin's first minutes, in order: each test goes on where the one before it stopped. */
describe.skipIf(!chromium)('roles and municipality, in the Playground', () => {
  let playing: Playing;
  let browser: Browser;
  let chat: Chat;

  beforeAll(async () => {
    [playing, browser] = await Promise.all([startPlaying(), launchChromium(chromium!)]);
    chat = await openChat(browser, playing.url);
    await chat.cards.first().waitFor();
    // The Playground is always a Teams in English.
    await chat.write('språk bokmål');
    await chat.said(nb.languageSet);
  });

  afterAll(async () => {
    await browser?.close();
    await playing?.stop();
    await playing?.clear();
  });

  test('whoever plays is an admin, and help says so', async () => {
    const help = await chat.ask('hjelp');
    await help.getByText(people.help.roles).waitFor();
    await help.getByText(people.help.surveys).waitFor();
    expect(await portray(help, 'people-help')).toEqual([]);
  });

  test('the municipality is chosen, and changed after a second press in the same card', async () => {
    const chosen = await chat.ask('kommunen er Skedsmo');
    await heading(chosen, people.municipality.chosen('Lillestrøm (3205)')).waitFor();
    const card = await chat.ask('kommunen er Asker');
    await heading(card, people.municipality.confirm.title('Asker')).waitFor();
    expect(await portray(card, 'people-municipality')).toEqual([]);
    await press(card, people.municipality.confirm.yes('Asker')).click();
    await heading(card, people.municipality.chosen('Asker (3203)')).waitFor();
  });

  test('a role is given, and the list of roles and the log have it', async () => {
    await chat.write('gi meg rollen leder');
    await chat.said(people.roles.given('Kari Nordmann', people.role.leader));
    const list = await chat.ask('hvem har roller');
    await press(list, people.roles.holds('Kari Nordmann', people.role.leader)).waitFor();
    expect(await portray(list, 'people-roles')).toEqual([]);
    const log = await chat.ask('vis logg');
    await log.getByText('Kari Nordmann ga Kari Nordmann rollen leder.').waitFor();
    await log.getByText('Kari Nordmann valgte kommunen Lillestrøm (3205).').waitFor();
    expect(await portray(log, 'people-log')).toEqual([]);
  });

  test('in a channel a colleague is mentioned and gets a role', async () => {
    const { page } = chat;
    await chat.open('General');
    await page.getByText('Start a new post').waitFor();
    await page.getByRole('textbox').first().click();
    await page.keyboard.press('@');
    await page.getByRole('menuitem', { name: 'Samvit' }).first().click();
    await page.keyboard.insertText(' gi ');
    await page.keyboard.press('@');
    await page.getByRole('menuitem', { name: 'Ola Nordmann' }).first().click();
    await page.keyboard.insertText(' rollen leder');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText(people.roles.given('Ola Nordmann', people.role.leader)).first().waitFor();
  });

  test('nothing failed on the way, and no log line has a name', () => {
    const log = playing
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    expect(log.filter(({ level }) => level >= 50)).toEqual([]);
    for (const word of ['Nordmann', '-000000000021', 'Lillestrøm'])
      expect(playing.output()).not.toContain(word);
  });
});

const heading = (card: Locator, name: string) => card.getByRole('heading', { name, exact: true }).first();

const press = (card: Locator, name: string) => card.getByRole('button', { name, exact: true });
