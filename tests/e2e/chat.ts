import type { Browser, Locator, Page } from 'playwright-core';

/** The Playground's chat, as a person uses it. Everything waits for what is to be seen, never for a time. */
export interface Chat {
  page: Page;
  /** Every card in the open conversation, oldest first. */
  cards: Locator;
  open(conversation: string): Promise<void>;
  /** What Samvit has said without a card, the newest. */
  said(text: string): Promise<void>;
  /** Writes in the box of the open chat. */
  write(text: string): Promise<void>;
  /** Does something that gives a card, and waits for it. */
  cardAfter(doing: () => Promise<void>): Promise<Locator>;
  /** Writes, and waits for the card that answers. */
  ask(question: string): Promise<Locator>;
}

export async function openChat(browser: Browser, url: string): Promise<Chat> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  const cards = page.locator('.ac-adaptiveCard');
  const chat: Chat = {
    page,
    cards,
    async open(conversation) {
      await page.getByRole('treeitem', { name: conversation }).click();
    },
    async write(text) {
      await page.getByRole('textbox').last().click();
      await page.keyboard.insertText(text);
      await page.getByRole('button', { name: 'Send Message' }).last().click();
    },
    said: (text) => page.getByText(text).last().waitFor(),
    async cardAfter(doing) {
      const before = await cards.count();
      await doing();
      const card = cards.nth(before);
      await card.waitFor();
      return card;
    },
    ask: (question) => chat.cardAfter(() => chat.write(question)),
  };
  return chat;
}
