import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, textOf } from '../connector.ts';
import { activity, type Running, startRunning } from '../running.ts';

/** Guides through the real bot, over HTTP: what is sent, and what is put in place of the card that was pressed. */
let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.stop());
beforeEach(() => {
  running.connector.sent.length = 0;
  running.connector.status = 201;
});

const PROCEDURE = 'hvilken-prosedyre';
const step = (path: unknown, lang = 'nb', guide = PROCEDURE) => ({ do: 'step', guide, path, lang });
type Content = Record<string, unknown>;

let count = 0;
function someone(change: Content = {}) {
  const id = `guided-${++count}`;
  const base = {
    from: { id, aadObjectId: id },
    conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: 't' },
    ...change,
  };
  const post = (more: Content) => running.post(activity(running.connector.url, { ...base, ...more }));
  return {
    say: (text: string) => post({ text }),
    /** Gives the card that takes the place of the one pressed, or else the note that is shown on it. */
    async press(data: unknown, replyToId?: string) {
      const { status, body } = await post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId,
        value: { action: { type: 'Action.Execute', verb: 'press', data } },
      });
      expect(status).toBe(200);
      return body as { statusCode: number; type: string; value: Content };
    },
    /** As from a client that does not know Action.Execute. */
    submit: (data: unknown) => post({ text: undefined, value: data }),
  };
}

const last = () => running.connector.sent.at(-1)!;
const sentCard = () => last().body.attachments?.[0]?.content;
const doing = (card: unknown) => actionsOf(card).map(({ data }) => data as Content);
const titled = (card: unknown, title: string) => actionsOf(card).find((a) => a.title === title)?.data;

test('“veiviser” lists the guides, each a button that begins it in a card of its own', async () => {
  const kari = someone();
  await kari.say('Veiviser');
  expect(running.connector.sent).toHaveLength(1);
  expect(last().body.summary).toBe('Veivisere');
  const buttons = doing(sentCard());
  expect(buttons.length).toBeGreaterThan(4);
  expect(new Set(buttons.map((b) => b.do))).toEqual(new Set(['guide']));

  const begun = await kari.press(titled(sentCard(), 'Hvilken anskaffelsesprosedyre skal vi bruke?'));
  expect(begun.value).toEqual(expect.stringMatching(/nederst/));
  expect(last().method).toBe('POST');
  expect(last().body.summary).toBe('Veiviser: Hvilken anskaffelsesprosedyre skal vi bruke?');
  expect(last().body.channelData).toBeUndefined();
  expect(textOf(sentCard())).toContain('Har kommunen en rammeavtale');
  expect(doing(sentCard())).toEqual([step([0]), step([1]), step([2])]);
});

describe('a step', () => {
  test('takes the place of the one before, in the press and in the message itself', async () => {
    const { type, value } = await someone().press(step([1]), 'm7');
    expect(type).toBe('application/vnd.microsoft.card.adaptive');
    expect(textOf(value)).toContain('Hva skal dere kjøpe?');
    expect(textOf(value)).toContain('Så langt: Nei');
    expect(running.connector.sent).toHaveLength(1);
    expect(last()).toMatchObject({ method: 'PUT', path: expect.stringMatching(/\/activities\/m7$/) });
    expect(sentCard()).toEqual(value);
  });

  test('in a group is for who pressed only: others may have come to another step', async () => {
    const group = { id: '19:gruppe@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: 't' };
    const { value } = await someone({ conversation: group }).press(step([1]), 'm7');
    expect(textOf(value)).toContain('Hva skal dere kjøpe?');
    expect(running.connector.sent).toEqual([]);
  });

  test('is a new card where Action.Execute is not known', async () => {
    await someone().submit(step([1]));
    expect(last().method).toBe('POST');
    expect(textOf(sentCard())).toContain('Hva skal dere kjøpe?');
  });

  test('stands on the screen even when the message cannot be changed', async () => {
    running.connector.status = 404;
    const { value } = await someone().press(step([1]), 'borte');
    expect(textOf(value)).toContain('Hva skal dere kjøpe?');
    expect(running.logged.join('')).toContain('a card could not be changed');
  });

  test('has a way back and a way to the start; the first has neither, the second one', async () => {
    const kari = someone();
    const navigation = async (path: number[]) => {
      const { value } = await kari.press(step(path));
      return actionsOf({ actions: value.actions }).map(({ title, data }) => [title, (data as Content).path]);
    };
    expect(await navigation([])).toEqual([]);
    expect(await navigation([1])).toEqual([['Tilbake', []]]);
    expect(await navigation([1, 4])).toEqual([
      ['Tilbake', [1]],
      ['Start på nytt', []],
    ]);
  });

  test('follows the language of its card, and the one the person fixes on the way', async () => {
    const kari = someone();
    expect(textOf((await kari.press(step([1], 'en'))).value)).toContain('What are you buying?');
    await kari.say('språk nynorsk');
    const { value } = await kari.press(step([1], 'en'));
    expect(textOf(value)).toContain('Kva skal de kjøpe?');
    expect(doing(value).every(({ lang }) => lang === 'nn')).toBe(true);
  });

  test('every button on it has the same action for clients without Action.Execute', async () => {
    const { value } = await someone().press(step([1, 4]));
    const json = JSON.stringify(value);
    const buttons = [...json.matchAll(/"type":"Action\.Execute"/g)].length;
    expect(buttons).toBe(8);
    expect([...json.matchAll(/"fallback":\{"type":"Action\.Submit"/g)]).toHaveLength(buttons);
  });
});

test('an outcome says what, why, where it stands, what was answered, and gives articles that are quoted', async () => {
  const kari = someone();
  const { value } = await kari.press(step([1, 4, 0]));
  const text = textOf(value);
  for (const part of [
    'En konsesjonskontrakt følger en egen forskrift.',
    'Spør innkjøpsenheten eller en jurist.',
    'Hvorfor',
    'LOA §\u00a02',
    'Hva skal dere kjøpe? **Konsesjon, plankonkurranse eller annet**',
    '[Anskaffelsesloven](https://lovdata.no/',
    'sist gjennomgått 25.\u00a0november 2026',
    'veiledning og ikke en avgjørelse',
  ])
    expect(text).toContain(part);
  const quote = doing(value).find((data) => data.do === 'quote');
  await kari.press(quote);
  expect(textOf(sentCard())).toContain('Kilder');
});

describe('a button from before the guide was changed', () => {
  test.each([[[9]], [[1, 4, 0, 0]]])('with the path %j says so, and offers the start', async (path) => {
    const kari = someone();
    const { value } = await kari.press(step(path));
    expect(textOf(value)).toContain('Veiviseren er endret');
    const again = await kari.press(titled(value, 'Start på nytt'));
    expect(textOf(again.value)).toContain('Har kommunen en rammeavtale');
  });

  test('to a guide that is gone offers those there are', async () => {
    const { value } = await someone().press(step([1], 'en', 'finnes-ikke'));
    expect(textOf(value)).toContain('This guide is no longer here');
    expect(doing(value).length).toBeGreaterThan(4);
    await someone().press({ do: 'guide', guide: 'finnes-ikke', lang: 'nn' });
    expect(textOf(sentCard())).toContain('Denne vegvisaren er ikkje her lenger');
  });

  test.each([
    [step([-1])],
    [step([1.5])],
    [step(['1'])],
    [step('1')],
    [step(Array(41).fill(0))],
    [step([21])],
    [step([0], 'de')],
    [step([0], 'nb', 'x'.repeat(101))],
    [{ do: 'step', guide: PROCEDURE, lang: 'nb' }],
    [{ do: 'guide', lang: 'nb' }],
  ])('that was never ours is met like any other: %j', async (data) => {
    await someone().press(data);
    expect(last().body.text).toContain('ikke lenger i bruk');
  });
});

describe('under an answer', () => {
  const OFFER = 'Gå gjennom steg for steg: ';
  const offers = () => actionsOf(sentCard()).filter(({ title }) => title.startsWith(OFFER));

  test('the guide that leads there is offered, once', async () => {
    await someone().say('Når må vi gjøre en DPIA?');
    expect(offers()).toEqual([
      {
        title: `${OFFER}Trenger vi en DPIA?`,
        data: { do: 'guide', guide: 'trenger-vi-dpia', lang: 'nb' },
      },
    ]);
  });

  test('so it is when a section is quoted, and in its language', async () => {
    const kari = someone();
    await kari.say('Når må vi gjøre en DPIA?');
    const more = doing(sentCard()).find(({ do: what }) => what === 'more')!;
    await kari.press({ ...more, lang: 'en' });
    await kari.press(doing(sentCard())[0]);
    expect(actionsOf(sentCard()).map(({ title }) => title)).toContain(
      'Go through it step by step: Do we need a DPIA?',
    );
  });

  test('a question that is the title of a guide gets that guide', async () => {
    await someone().say('Hvilken anskaffelsesprosedyre skal vi bruke?');
    expect(offers().map(({ data }) => (data as Content).guide)).toEqual([PROCEDURE]);
  });

  test('an article no guide leads to has none, nor has a question that was stopped', async () => {
    const kari = someone();
    await kari.say('Hva er hovedstaden i Frankrike?');
    expect(offers()).toEqual([]);
    await kari.say('Trenger vi en DPIA for 912 34 567?');
    expect(textOf(sentCard())).toContain('Jeg stoppet spørsmålet ditt');
    expect(offers()).toEqual([]);
  });
});

test('help and the welcome say how to find the guides', async () => {
  await someone().say('hjelp');
  expect(textOf(sentCard())).toContain('«veiviser»');
  await someone().say('help');
  expect(textOf(sentCard())).toContain('“guide”');
});

test('no log line of all this holds a guide, a choice, a person or a conversation', () => {
  // Runs last: everything above has been logged at the lowest level.
  expect(running.logged.join('')).not.toMatch(/prosedyre|konsesjon|rammeavtale|DPIA|guided-\d/);
});
