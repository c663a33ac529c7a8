import type { Browser, Locator, Page } from 'playwright-core';

/** The Playground's chat, as a person uses it. Everything waits for what is to be seen, never for a time. */
export interface Chat {
  page: Page;
  /** Every card in the open conversation, oldest first. */
  cards: Locator;
  /** What each card that the bot has sent weighs, in bytes of JSON, with the words it begins with. */
  weights: { bytes: number; title: string }[];
  open(conversation: string): Promise<void>;
  /** What Samvit has said without a card, the newest. */
  said(text: string): Promise<void>;
  /** Writes in the box of the open chat. */
  write(text: string): Promise<void>;
  /** Does something that gives a card, and waits for it. */
  cardAfter(doing: () => Promise<void>): Promise<Locator>;
  /** Writes to Samvit with an @ in a channel, as a post of its own. */
  post(channel: string, text: string): Promise<void>;
  /** Writes, and waits for the card that answers. */
  ask(question: string): Promise<Locator>;
}

export async function openChat(browser: Browser, url: string): Promise<Chat> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const weights: Chat['weights'] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => weights.push(...cardsIn(payload.toString())));
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  const cards = page.locator('.ac-adaptiveCard');
  const chat: Chat = {
    page,
    cards,
    weights,
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
    async post(channel, text) {
      await chat.open(channel);
      await page.getByText('Start a new post').waitFor();
      await page.getByRole('textbox').first().click();
      await page.keyboard.press('@');
      await page.getByRole('menuitem', { name: 'Samvit' }).first().click();
      await page.keyboard.insertText(` ${text}`);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    ask: (question) => chat.cardAfter(() => chat.write(question)),
  };
  return chat;
}

/** The cards in one frame from the Playground's server; a frame of another kind has none. */
function cardsIn(frame: string): Chat['weights'] {
  const { action, message } = JSON.parse(frame);
  if (action !== 'createMessage') return [];
  return (message.attachments ?? []).map(({ content }: { content: { body: { text?: string }[] } }) => ({
    bytes: Buffer.byteLength(JSON.stringify(content)),
    title: content.body[0]?.text ?? '',
  }));
}
