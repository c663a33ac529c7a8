import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nb } from '../../src/texts/nb.ts';
import type { Chat } from './chat.ts';
import { findChromium } from './chromium.ts';
import { portray } from './portrait.ts';
import { field, pick, row, startThree, type Three } from './three.ts';

const chromium = findChromium();
if (!chromium && process.env.CI)
  throw new Error('No Chromium was found, so the end-to-end tests cannot run.');

const { share, follow, handoff, people } = nb;
const TITLE = 'Felles innkjøp av strøsand';
const DONE =
  'Vi kjøpte strøsand sammen med tre naboer, med åpen anbudskonkurranse og én felles kravspesifikasjon for alle kommunene.';
const BETTER = `${DONE} Sandlagrene ble delt mellom oss.`;
const QUESTION = 'Hvem låner ut trillebår til kommunens gartnere?';
const ANSWER = 'Spør driftsenheten på Strømmen, de har tre å låne bort.';
const [PLACE, OTHER_PLACE] = ['General', 'Personvern'];

/** An editor, one who shares, and one who follows, each in a Teams of their own, in the order it could happen. */
describe.skipIf(!chromium)('sharing, in three Playgrounds', () => {
  let three: Three;
  let kari: Chat;
  let ola: Chat;
  let anne: Chat;

  beforeAll(async () => {
    three = await startThree(chromium!);
    ({ kari, ola, anne } = three);
  });

  afterAll(() => three?.stop());

  test('an admin says which municipality this is, and which channel is for editors and for questions', async () => {
    await kari.ask('kommunen er Lillestrøm');
    await kari.write('gi meg rollen redaktør');
    await kari.said(people.roles.given('Kari Nordmann', people.role.editor));
    await kari.post(OTHER_PLACE, 'bruk denne kanalen for redaktører');
    await kari.page.getByText(people.channels.useEditors).first().waitFor();
    await kari.post(OTHER_PLACE, 'bruk denne kanalen for spørsmål om samarbeid');
    await kari.page.getByText(people.channels.useTopics).first().waitFor();
  });

  test('a channel subscribes to everything, and a colleague follows a municipality', async () => {
    await kari.post(PLACE, 'abonner');
    const form = kari.cards.filter({ hasText: follow.form.what }).last();
    await form.waitFor();
    expect(await portray(form, 'follow-form')).toEqual([]);
    await pick(form, follow.form.everything);
    await row(form, follow.form.save).click();
    await kari.cards.filter({ hasText: follow.done.made.channel }).last().waitFor();
    const followed = await anne.ask('følg Skedsmo');
    await followed.getByText('Lillestrøm').first().waitFor();
    expect(await portray(followed, 'follow-started')).toEqual([]);
  });

  test('a colleague shares a solution step by step, and what is wrong is said without losing anything', async () => {
    const start = await ola.ask('del en løsning');
    expect(await portray(start, 'share-start')).toEqual([]);
    await row(start, share.kind.solution).click();
    const step = (name: keyof typeof share.step.heading) =>
      ola.cards.filter({ hasText: share.step.heading[name] }).last();
    await step('about').waitFor();
    await field(step('about'), share.step.field.title).fill(TITLE);
    await field(step('about'), share.step.field.problem).fill(
      'Hver kommune kjøpte sin egen sand om høsten, betalte mye for det og gikk tom når vinteren var på det verste.',
    );
    expect(await portray(step('about'), 'share-about')).toEqual([]);
    await row(step('about'), share.next).click();
    await step('told').waitFor();
    await field(step('told'), share.step.field.done).fill(DONE);
    await row(step('told'), share.next).click();
    await step('facts').waitFor();
    await field(step('facts'), share.step.field.place).fill('Atlantis');
    await row(step('facts'), share.next).click();
    await step('facts').getByText('Atlantis', { exact: false }).first().waitFor();
    await field(step('facts'), share.step.field.place).fill('Skedsmo');
    await field(step('facts'), share.step.field.topic).click();
    await ola.page.getByRole('option', { name: nb.topic.samarbeid }).click();
    expect(await portray(step('facts'), 'share-facts')).toEqual([]);
    await row(step('facts'), share.next).click();
    await step('privacy').waitFor();
    await row(step('privacy'), share.next).click();
    await step('contact').waitFor();
    await row(step('contact'), share.next).click();
    await step('preview').waitFor();
    expect(await portray(step('preview'), 'share-preview')).toEqual([]);
    await row(step('preview'), share.preview.submit).click();
    await ola.cards.filter({ hasText: share.sent.channel }).last().waitFor();
  });

  test('the card in the editors’ channel is read, and approved once', async () => {
    await kari.open(OTHER_PLACE);
    const asked = kari.cards.filter({ hasText: share.notice.waits(TITLE) }).last();
    await asked.waitFor();
    expect(await portray(asked, 'share-asked')).toEqual([]);
    await row(asked, share.notice.decide).click();
    const entry = kari.cards.filter({ hasText: share.act.changes }).last();
    await entry.waitFor();
    expect(await portray(entry, 'share-entry')).toEqual([]);
    await row(entry, share.act.approve).click();
    await approved(kari);
    await ola.cards
      .filter({ hasText: share.notice.sharer.approve.heading(TITLE) })
      .last()
      .waitFor();
  });

  test('the channel and the colleague are told, once each, and why', async () => {
    await kari.open(PLACE);
    const told = notice(kari);
    await told.waitFor();
    await told.getByText(follow.notice.why.channel(follow.everything)).waitFor();
    expect(await portray(told, 'follow-notice')).toEqual([]);
    await notice(anne).getByText(follow.notice.why.person('Lillestrøm')).waitFor();
    expect(await kari.cards.filter({ hasText: TITLE }).count()).toBe(1);
    expect(await anne.cards.filter({ hasText: TITLE }).count()).toBe(1);
  });

  test('it answers questions and is on the list, and a municipality says that it uses it too', async () => {
    const answer = await anne.ask('Har noen kommuner kjøpt strøsand sammen?');
    await answer.getByText('tre naboer', { exact: false }).first().waitFor();
    expect(await portray(answer, 'share-answer')).toEqual([]);
    await row(answer, nb.portfolio.button.uses).click();
    await anne.cards
      .filter({ hasText: nb.portfolio.own.heading('Lillestrøm') })
      .last()
      .waitFor();
    const list = await anne.ask('Hvilke løsninger er delt fra Lillestrøm?');
    await list.getByText(TITLE, { exact: false }).first().waitFor();
  });

  test('a correction changes the cards that were sent, and tells nobody when the editor says so', async () => {
    const mine = await ola.ask('mine delinger');
    await row(mine, TITLE).click();
    const entry = ola.cards.filter({ hasText: share.act.correct }).last();
    await entry.waitFor();
    await row(entry, share.act.correct).click();
    const step = (name: keyof typeof share.step.heading) =>
      ola.cards.filter({ hasText: share.step.heading[name] }).last();
    await step('about').waitFor();
    await row(step('about'), share.next).click();
    await step('told').waitFor();
    await field(step('told'), share.step.field.done).fill(BETTER);
    for (const name of ['told', 'facts', 'privacy', 'contact'] as const) {
      await step(name).waitFor();
      await row(step(name), share.next).click();
    }
    await step('preview').waitFor();
    await row(step('preview'), share.preview.submit).click();
    await ola.cards.filter({ hasText: share.sent.channel }).last().waitFor();

    await kari.open(OTHER_PLACE);
    const asked = kari.cards.filter({ hasText: share.notice.waits(TITLE) }).last();
    await asked.waitFor();
    await row(asked, share.notice.decide).click();
    const changed = kari.cards.filter({ hasText: share.act.changes }).last();
    await changed.waitFor();
    await row(changed, share.act.approve).click();
    const sure = kari.cards.filter({ hasText: share.ask.tell }).last();
    await sure.waitFor();
    expect(await portray(sure, 'share-approve-change')).toEqual([]);
    await pick(sure, share.ask.tellNo);
    await row(sure, share.sure.approve.yes).click();
    await approved(kari);
    const told = anne.cards.filter({ hasText: follow.notice.why.person('Lillestrøm') });
    await told.getByText('Sandlagrene', { exact: false }).waitFor();
    expect(await anne.cards.filter({ hasText: follow.notice.kicker.solution.changed }).count()).toBe(0);
    // Who shared it is told of this approval too, and must be before they ask: the next card would be taken for the answer.
    await ola.cards
      .filter({ hasText: share.notice.sharer.approve.heading(TITLE) })
      .nth(1)
      .waitFor();
  });

  test('withdrawn, it says so where it was told, and answers no more', async () => {
    const mine = await ola.ask('mine delinger');
    await row(mine, TITLE).click();
    const entry = ola.cards.filter({ hasText: share.act.withdraw }).last();
    await entry.waitFor();
    await row(entry, share.act.withdraw).click();
    const sure = ola.cards.filter({ hasText: share.sure.withdraw.heading }).last();
    await sure.waitFor();
    await field(sure, share.ask.reason).fill('Avtalen er avsluttet.');
    await row(sure, share.sure.withdraw.yes).click();
    await ola.cards.filter({ hasText: share.done.withdraw }).last().waitFor();
    await anne.cards.filter({ hasText: follow.notice.withdrawnBody }).last().waitFor();
    await kari.open(PLACE);
    await kari.cards.filter({ hasText: follow.notice.withdrawnBody }).last().waitFor();
  });

  test('a question without an answer goes to people, and the answer comes back', async () => {
    const nothing = await anne.ask(QUESTION);
    await nothing.getByText(nb.nothing.title).waitFor();
    expect(await portray(nothing, 'handoff-offer')).toEqual([]);
    await row(nothing, handoff.offer.label).click();
    const form = anne.cards.filter({ hasText: handoff.ask.lead }).last();
    await form.waitFor();
    expect(await portray(form, 'handoff-form')).toEqual([]);
    await pick(form, handoff.ask.named);
    await row(form, handoff.ask.send).click();
    await anne.cards.filter({ hasText: handoff.sent.title }).last().waitFor();

    await kari.open(OTHER_PLACE);
    const asked = kari.cards.filter({ hasText: QUESTION }).last();
    await asked.waitFor();
    expect(await portray(asked, 'handoff-channel')).toEqual([]);
    await row(asked, handoff.card.take).click();
    await anne.cards
      .filter({ hasText: handoff.notice.taken('Kari Nordmann') })
      .last()
      .waitFor();
    await row(kari.cards.filter({ hasText: QUESTION }).last(), handoff.card.reply).click();
    const reply = kari.cards.filter({ hasText: handoff.answerForm.title }).last();
    await reply.waitFor();
    await field(reply, handoff.answerForm.text).fill(ANSWER);
    await row(reply, handoff.answerForm.send).click();
    const answered = anne.cards.filter({ hasText: handoff.notice.answered('Kari Nordmann') }).last();
    await answered.getByText(ANSWER, { exact: false }).waitFor();
    expect(await portray(answered, 'handoff-answered')).toEqual([]);
    await row(answered, handoff.notice.yes).click();
    await anne.cards.filter({ hasText: handoff.notice.thanks }).last().waitFor();
  });

  test('every card is one that Teams would take, and nothing failed or was told to the log on the way', () => {
    three.expectClean(12, [TITLE, QUESTION, 'Strømmen', 'Ola', 'Anne']);
  });
});

/** The card says that it is done, until the same card everyone has says who decided what: either may be seen first. */
const approved = (chat: Chat) =>
  chat.cards
    .filter({ hasText: share.done.approve })
    .or(chat.cards.filter({ hasText: share.notice.settled(TITLE) }))
    .last()
    .waitFor();

const notice = (chat: Chat) => chat.cards.filter({ hasText: TITLE }).last();
