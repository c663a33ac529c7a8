import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nb } from '../../src/texts/nb.ts';
import type { Chat } from './chat.ts';
import { findChromium } from './chromium.ts';
import { portray } from './portrait.ts';
import { field, heading, pick, row, startThree, type Three } from './three.ts';

const chromium = findChromium();
if (!chromium && process.env.CI)
  throw new Error('No Chromium was found, so the end-to-end tests cannot run.');

const t = nb.survey;
const TITLE = 'Møter hos oss';
const SCALE = 'Møtene våre er nyttige.';
const TEXT = 'Hva vil du endre?';

/** A leader and two colleagues, each in a Teams of their own, in the order it could happen. */
describe.skipIf(!chromium)('a survey, in three Playgrounds', () => {
  let three: Three;
  let kari: Chat;
  let ola: Chat;
  let anne: Chat;
  /** The leader's card: every screen takes the place of the one before. */
  let card: Locator;

  beforeAll(async () => {
    three = await startThree(chromium!);
    ({ kari, ola, anne } = three);
  });

  afterAll(() => three?.stop());

  test('someone who is no leader is told whom to ask', async () => {
    await ola.write('ny undersøkelse');
    await ola.said('leder');
  });

  test('the leader makes one with a question of each kind she wants', async () => {
    card = await kari.ask('ny undersøkelse');
    await heading(card, t.start.title).waitFor();
    expect(await portray(card, 'survey-new')).toEqual([]);
    await row(card, t.start.own).click();
    await heading(card, t.step.about.heading).waitFor();
    await field(card, t.step.about.title).fill(TITLE);
    await field(card, t.step.about.purpose).fill('Vi vil ha færre og bedre møter.');
    // Three people are too few for anonymous answers, so this one is named.
    await pick(card, t.step.about.anonymousNo);
    await field(card, t.step.about.minGroup).fill('1');
    expect(await portray(card, 'survey-about')).toEqual([]);
    await row(card, t.next).click();
    await heading(card, t.step.questions.heading).waitFor();
    await addQuestion(t.kind.scale, SCALE);
    await addQuestion(t.kind.text, TEXT);
    expect(await portray(card, 'survey-questions')).toEqual([]);
    await row(card, t.next).click();
  });

  async function addQuestion(kind: string, text: string): Promise<void> {
    await row(card, kind).click();
    await heading(card, t.step.question.add(kind)).waitFor();
    await field(card, t.step.question.text).fill(text);
    await row(card, t.step.question.save).click();
    await heading(card, t.step.questions.heading).waitFor();
    await card.getByText(text, { exact: false }).first().waitFor();
  }

  test('she chooses everyone with the app, and a deadline', async () => {
    await heading(card, t.step.audience.heading).waitFor();
    await pick(card, t.step.audience.everyone);
    expect(await portray(card, 'survey-audience')).toEqual([]);
    await row(card, t.next).click();
    await heading(card, t.step.time.heading).waitFor();
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await field(card, t.step.time.closesDate).fill(day);
    await field(card, t.step.time.closesTime).fill('16:00');
    expect(await portray(card, 'survey-time')).toEqual([]);
    await row(card, t.next).click();
  });

  test('she sees how many are reached, and the survey as those who are asked will see it, and sends it', async () => {
    await heading(card, t.step.preview.heading).waitFor();
    await card.getByText(t.people(3), { exact: false }).first().waitFor();
    expect(await portray(card, 'survey-preview')).toEqual([]);
    await row(card, t.step.preview.see).click();
    await card.getByText(t.answer.asks('Kari Nordmann')).waitFor();
    await row(card, t.step.preview.done).click();
    await row(card, t.step.preview.send).click();
    await card.getByText(t.status.sentNow).waitFor();
  });

  test('each is asked once, and told who asks, why, until when and what becomes of the answer', async () => {
    for (const chat of [ola, anne]) {
      const asked = invitation(chat);
      await asked.waitFor();
      await asked.getByText('Vi vil ha færre og bedre møter.').waitFor();
      await asked.getByText(t.answer.named('Kari Nordmann')).waitFor();
      expect(await chat.page.getByText(t.answer.asks('Kari Nordmann')).count()).toBe(1);
    }
    expect(await portray(invitation(ola), 'survey-invitation')).toEqual([]);
  });

  test('a break in the middle loses nothing', async () => {
    const asked = invitation(ola);
    await row(asked, t.answer.start).click();
    const page = ola.cards.filter({ hasText: SCALE }).last();
    await page.waitFor();
    expect(await portray(page, 'survey-page')).toEqual([]);
    await pick(page, t.scale[3]!);
    await row(page, t.answer.pause).click();
    const paused = ola.cards.filter({ hasText: t.answer.paused }).last();
    await paused.waitFor();
    await row(paused, t.answer.goOn).click();
    const again = ola.cards.filter({ hasText: SCALE }).last();
    await again.waitFor();
    expect(await again.getByRole('radio', { name: t.scale[3]! }).isChecked()).toBe(true);
    await again.getByLabel(TEXT).fill('Kortere møter');
    await row(again, t.next).click();
    const ready = ola.cards.filter({ hasText: t.answer.ready }).last();
    await ready.waitFor();
    expect(await portray(ready, 'survey-ready')).toEqual([]);
    await row(ready, t.answer.send).click();
    await ola.cards.filter({ hasText: t.answer.sent }).last().waitFor();
  });

  test('a reminder reaches the one who has not answered, and not the one who has', async () => {
    await row(card, t.status.refresh).click();
    await card.getByText(t.fact.answeredOf(1, 3), { exact: false }).waitFor();
    expect(await portray(card, 'survey-status')).toEqual([]);
    await row(card, t.status.remind).click();
    await heading(card, t.status.remindSure).waitFor();
    await row(card, t.status.remind).click();
    await card.getByText(t.status.done.reminded).waitFor();
    await anne.cards.filter({ hasText: t.notice.reminder }).last().waitFor();
    expect(await ola.page.getByText(t.notice.reminder).count()).toBe(0);
    expect(await portray(anne.cards.last(), 'survey-reminder')).toEqual([]);
  });

  test('the other colleague answers from the reminder', async () => {
    const reminder = anne.cards.filter({ hasText: t.notice.reminder }).last();
    await row(reminder, t.answer.start).click();
    const page = anne.cards.filter({ hasText: SCALE }).last();
    await page.waitFor();
    await pick(page, t.scale[1]!);
    await row(page, t.next).click();
    const ready = anne.cards.filter({ hasText: t.answer.ready }).last();
    await ready.waitFor();
    await row(ready, t.answer.send).click();
    await anne.cards.filter({ hasText: t.answer.sent }).last().waitFor();
  });

  test('she closes it, and who comes late is told so kindly', async () => {
    await row(card, t.status.refresh).click();
    await card.getByText(t.fact.answeredOf(2, 3), { exact: false }).waitFor();
    await row(card, t.status.close).click();
    await card.getByText(t.status.closeSure).waitFor();
    await row(card, t.status.close).click();
    await card.getByText(t.status.done.closed).waitFor();
    // Kari was asked too, and had not answered.
    const asked = invitation(kari);
    await row(asked, t.answer.start).click();
    await kari.cards.filter({ hasText: t.answer.late }).last().waitFor();
  });

  test('the results are a card, and a report page that anyone with the link can read', async () => {
    await row(card, t.status.results).click();
    await card.getByText(t.results.rate(2, 3), { exact: false }).waitFor();
    expect(await portray(card, 'survey-results')).toEqual([]);
    const [report] = await Promise.all([
      kari.page.context().waitForEvent('page'),
      row(card, t.results.report).click(),
    ]);
    await report.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await report.getByText(SCALE).first().waitFor();
    await report.screenshot({ path: 'test-results/e2e/survey-report.png', fullPage: true });
  });

  test('every card is one that Teams would take, and nothing failed or was told to the log on the way', () => {
    three.expectClean(8, [TITLE, 'Kortere møter', 'Ola', 'Anne']);
  });
});

const invitation = (chat: Chat) => chat.cards.filter({ hasText: t.answer.asks('Kari Nordmann') }).first();
