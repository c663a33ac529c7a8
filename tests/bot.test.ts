import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, textOf } from './connector.ts';
import { play, type Recording } from './recording.ts';
import { activity, type Running, startRunning } from './running.ts';

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.stop());
beforeEach(() => {
  running.connector.sent.length = 0;
  running.connector.status = 201;
  running.logged.length = 0;
});

/** A person and a conversation of their own, so that no test leans on another. */
let count = 0;
function someone(change: Record<string, unknown> = {}) {
  const id = `person-${++count}`;
  const url = running.connector.url;
  const base = {
    from: { id, aadObjectId: id },
    conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: 't' },
    ...change,
  };
  return {
    id,
    say: (text: string, more: Record<string, unknown> = {}) =>
      running.post(activity(url, { ...base, text, ...more })),
    press: (data: unknown) =>
      running.post(
        activity(url, {
          ...base,
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'press', data } },
        }),
      ),
    thumb: (replyToId: string, reaction: string, feedbackText = '') =>
      running.post(
        activity(url, {
          ...base,
          type: 'invoke',
          name: 'message/submitAction',
          replyToId,
          value: {
            actionName: 'feedback',
            actionValue: { reaction, feedback: JSON.stringify({ feedbackText }) },
          },
        }),
      ),
    send: (more: Record<string, unknown>) => running.post(activity(url, { ...base, ...more })),
  };
}

const last = () => running.connector.sent.at(-1)!;
const card = () => last().body.attachments?.[0]?.content;
const cardText = () => textOf(card());

describe('recordings', () => {
  const folder = 'tests/recordings';
  const recordings = readdirSync(folder).filter((f) => f.endsWith('.json'));

  test.each(recordings)('%s', async (file) => {
    const recording = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording;
    expect(await play(running, recording.activities)).toEqual(recording.outcome);
  });

  test('there is one of each kind of activity', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(8);
  });
});

describe('an answer', () => {
  test('is one card, with a summary, sources, more, related questions and thumbs, and no text beside it', async () => {
    await someone().say('Når må vi gjøre en DPIA?');
    expect(running.connector.sent).toHaveLength(1);
    const { body } = last();
    expect(body.text).toBeUndefined();
    expect(body.suggestedActions).toBeUndefined();
    expect(body.summary).toMatch(/^Svar: /);
    expect(body.channelData?.feedbackLoop).toEqual({ type: 'default' });
    expect(cardText()).toMatch(/\[[^\]]+\]\(https:\/\/[^)]+\), GDPR art\.\s35/);
    expect(cardText()).toMatch(/sjekket 21\.\snovember 2026/);
    expect(actionsOf(card()).map((a) => (a.data as { do: string }).do)).toEqual(
      expect.arrayContaining(['ask', 'more']),
    );
  });

  test('every button has the same action for clients without Action.Execute', async () => {
    await someone().say('Når må vi gjøre en DPIA?');
    const buttons = [...JSON.stringify(card()).matchAll(/"type":"Action\.Execute"/g)].length;
    const fallbacks = [...JSON.stringify(card()).matchAll(/"fallback":\{"type":"Action\.Submit"/g)].length;
    expect(buttons).toBeGreaterThan(2);
    expect(fallbacks).toBe(buttons);
  });

  test('follows the language of the question', async () => {
    const kari = someone({ locale: 'en-US' });
    await kari.say('Hva er karens?');
    expect(cardText()).toContain('Kilder');
    await kari.say('What is the standstill period?');
    expect(cardText()).toContain('Sources');
    await kari.say('Kor lenge må vi vente med å signere etter tildelingsbrevet?');
    expect(cardText()).toContain('Kjelder');
  });

  test('says why a municipality of before is one of today’s, and only to who asked about it', async () => {
    await someone().say('Hva er karens i Hurum?');
    expect(cardText()).toContain('Hurum er i dag en del av Asker (fra 2020).');
    await someone().say('Hva er karens?');
    expect(cardText()).not.toContain('Hurum');
  });

  test('to what a county has shared is a list, which is narrowed and turned over in place', async () => {
    const kari = someone();
    await kari.say('Hva har Viken delt om samarbeid?');
    const shown = actionsOf(card());
    const sent = running.connector.sent.length;
    const pressed = async (title: RegExp) => {
      const data = shown.find((action) => title.test(action.title))?.data;
      const { body } = (await kari.press(data)) as { body: { value: unknown } };
      return textOf(body.value).split('\n')[0];
    };
    expect(await pressed(/^Ta bort: samarbeid/)).toMatch(
      /^\d+ løsninger og erfaringer fra Østfold, Akershus og Buskerud$/,
    );
    expect(await pressed(/^Ta bort: Østfold/)).toMatch(/ om samarbeid fra Akershus og Buskerud$/);
    expect(await pressed(/^Vis som kommuner/)).toMatch(
      /^\d+ kommuner .*har løsninger eller erfaringer om samarbeid/,
    );
    // The message is changed for when the chat is opened anew, and none is sent.
    expect(running.connector.sent.slice(sent).every(({ method }) => method === 'PUT')).toBe(true);

    const where = [{ field: 'place', any: ['9999'] }];
    await kari.press({ do: 'solutions', where, by: 'solution', lang: 'nb' });
    expect(last().body.text).toMatch(/^Denne knappen/);
  });

  test('“språk nynorsk” holds until it is let go', async () => {
    const kari = someone();
    await kari.say('språk nynorsk');
    expect(last().body.text).toBe('Då svarer eg på nynorsk.');
    await kari.say('Hva er karens?');
    expect(cardText()).toContain('Kjelder');
    await kari.say('språk automatisk');
    await kari.say('Hva er karens?');
    expect(cardText()).toContain('Kilder');
  });

  test('a follow-up uses the last topic, in that conversation only', async () => {
    const [kari, ola] = [someone(), someone()];
    await kari.say('Hva er en åpen anbudskonkurranse?');
    await kari.say('og fristene?');
    expect(cardText()).toMatch(/30\sdager/);
    expect(cardText()).toMatch(/åpen anbudskonkurranse/i);
    await ola.say('og fristene?');
    expect(cardText()).not.toContain('Frister i åpen anbudskonkurranse');
  });

  test('after half an hour the topic is forgotten', async () => {
    const kari = someone();
    await kari.say('Hva er en åpen anbudskonkurranse?');
    await running.samvit.ready();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    running.clock.now = new Date(running.clock.now.getTime() + 31 * 60_000);
    await kari.say('og fristene?');
    expect(cardText()).not.toContain('Frister i åpen anbudskonkurranse');
  });

  test('what is not known is said, with the topics to choose from', async () => {
    const kari = someone();
    await kari.say('Hva er hovedstaden i Frankrike?');
    expect(cardText()).toContain('Det vet jeg ikke');
    await kari.press(actionsOf(card())[0]?.data);
    expect(cardText()).toMatch(/\d+ artikler om anskaffelser/i);
  });

  test('a word with several meanings gives the readings, and choosing one quotes it', async () => {
    const kari = someone();
    await kari.say('protokoll');
    expect(cardText()).toContain('Hva mener du?');
    const readings = actionsOf(card());
    expect(readings).toHaveLength(2);
    await kari.press(readings[1]?.data);
    expect(cardText()).toContain('Kilder');
  });

  test('“Mer om dette” lists the parts of the article, and a part is quoted', async () => {
    const kari = someone();
    await kari.say('Når må vi gjøre en DPIA?');
    const more = actionsOf(card()).find((a) => a.title === 'Mer om dette');
    expect(await kari.press(more?.data)).toMatchObject({
      status: 200,
      body: { statusCode: 200, value: expect.stringMatching(/./) },
    });
    const parts = actionsOf(card());
    expect(parts.length).toBeGreaterThan(1);
    await kari.press(parts.at(-1)?.data);
    expect(cardText()).toContain('Kilder');
  });

  test('a misspelt question says what it was read as', async () => {
    await someone().say('konkuransepreget dialogg');
    expect(cardText()).toContain('Viser svar for');
  });

  test('what a person writes is never Markdown or a template on a card', async () => {
    const kari = someone();
    await kari.press({
      do: 'ask',
      question: 'Når må vi gjøre en DPIA? **DPIA** [DPIA](https://evil.example) ${DPIA} <b>DPIA</b>',
    });
    const asked = String(cardText().split('\n')[0]);
    expect(asked).toContain('\\[DPIA\\]');
    expect(asked).not.toContain('](https://evil.example)');
    expect(asked).toContain('$\\{DPIA\\}');
  });
});

describe('personal data', () => {
  const number = '+47 912 34 567';

  test('is stopped before it is stored, searched or logged', async () => {
    const kari = someone();
    await kari.say(`Kan vi sende SMS til ${number}?`);
    expect(cardText()).toContain('Jeg stoppet spørsmålet ditt');
    expect(JSON.stringify(last().body)).not.toContain('912');
    expect(running.logged.join('')).not.toContain('912');
    expect(last().body.channelData).toBeUndefined();
  });

  test('is stopped in the compose box too', async () => {
    const response = await someone().send({
      type: 'invoke',
      name: 'composeExtension/query',
      value: { commandId: 'search', parameters: [{ name: 'query', value: number }] },
    });
    expect(response.body).toMatchObject({
      composeExtension: { type: 'message', text: expect.stringContaining('personopplysninger') },
    });
  });

  test('in the reason for a thumb is dropped, the thumb is kept', async () => {
    const kari = someone();
    await kari.say('Hva er karens?');
    expect(await kari.thumb(last().id, 'dislike', `ring ${number}`)).toMatchObject({ status: 200 });
  });

  test('in 10 000 characters is stopped as well', async () => {
    await someone().say(`${'ord '.repeat(2500)} ${number}`);
    expect(cardText()).toContain('Jeg stoppet spørsmålet ditt');
  });
});

describe('a friendly answer to', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['hello', { text: 'Hei!' }, /^Hei\. Hva lurer du på/],
    ['thanks', { text: 'Tusen takk' }, /Bare hyggelig/],
    ['an emoji', { text: '🎉' }, /Jeg forstår best ord/],
    [
      'an image',
      { text: '', attachments: [{ contentType: 'image/png', contentUrl: 'https://x' }] },
      /Jeg kan bare lese tekst/,
    ],
    ['10 000 characters', { text: 'anskaffelse '.repeat(900) }, /mye tekst på en gang/],
    ['an unknown language', { text: 'språk klingon' }, /Jeg kan bokmål, nynorsk og engelsk/],
    ['“slett mine data”', { text: 'slett mine data' }, /slettet/],
  ])('%s', async (_, change, said) => {
    await someone().send(change);
    expect(running.connector.sent).toHaveLength(1);
    expect(last().body.text).toMatch(said);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['an empty message', { text: '   ' }, /Slik bruker du Samvit/],
    ['help', { text: 'hjelp' }, /Slik bruker du Samvit/],
    ['the question of what is stored', { text: 'Hva lagrer du om meg?' }, /Personvern hos Samvit/],
    [
      'pasted HTML',
      { text: '<p>Hva er&nbsp;<b>karens</b>?</p><script>alert(1)</script>', textFormat: 'xml' },
      /[Kk]arens/,
    ],
    [
      'a message whose formatted twin comes as an attachment',
      {
        text: 'Hva er karens?',
        attachments: [{ contentType: 'text/html', content: '<p>Hva er karens?</p>' }],
      },
      /[Kk]arens/,
    ],
  ])('%s', async (_, change, said) => {
    await someone().send(change);
    expect(running.connector.sent).toHaveLength(1);
    expect(cardText()).toMatch(said);
  });

  test.each(['constructor', 'toString', '__proto__', 'alt om constructor', 'R&constructor;D'])(
    '“%s”, a name every object has, is a word like any other',
    async (text) => {
      await someone().say(text);
      expect(last().body.text ?? '').not.toContain('referansen');
      expect(JSON.stringify(last().body)).not.toContain('native code');
      expect(running.logged.join('')).not.toContain('a turn failed');
    },
  );

  test('at most three suggestions, and none beside a card', async () => {
    await someone().say('hei');
    expect(last().body.suggestedActions?.actions.length).toBeLessThanOrEqual(3);
  });

  test.each(['typing', 'messageReaction', 'event', 'noeHeltNytt'])(
    'an activity of type %s is met with quiet',
    async (type) => {
      expect(await someone().send({ type })).toMatchObject({ status: 200 });
      expect(running.connector.sent).toEqual([]);
    },
  );

  test('an invoke nobody knows is answered, so that Teams shows no error', async () => {
    expect(await someone().send({ type: 'invoke', name: 'noe/nytt', value: {} })).toMatchObject({
      status: 200,
    });
  });

  test.each([
    { do: 'rm' },
    {},
    null,
    'x',
    { do: 'quote', section: 'finnes#ikke', lang: 'nb' },
    { do: 'list', topic: 'ukjent', lang: 'nb' },
  ])('a button that is no longer in use: %j', async (data) => {
    expect(await someone().press(data)).toMatchObject({ status: 200 });
    expect(last().body.text).toContain('ikke lenger i bruk');
  });
});

describe('in a channel', () => {
  const channel = {
    id: '19:kanal@thread.tacv2;messageid=1',
    conversationType: 'channel',
    isGroup: true,
    tenantId: 't',
  };
  const mention = (name: string, id: string) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id, name },
  });

  test('our mention is taken out by the entities, others are left', async () => {
    await someone({ conversation: channel }).say('<at>Samvit</at> hva er karens?', {
      entities: [mention('Samvit', '28:samvit')],
    });
    expect(cardText()).toMatch(/[Kk]arens/);
  });

  test('only a mention gives help', async () => {
    await someone({ conversation: channel }).say('<at>Samvit</at>', {
      entities: [mention('Samvit', '28:samvit')],
    });
    expect(cardText()).toContain('Slik bruker du Samvit');
  });

  test('each person has their own topic', async () => {
    const [kari, ola] = [someone({ conversation: channel }), someone({ conversation: channel })];
    await kari.say('Hva er en åpen anbudskonkurranse?');
    await ola.say('og fristene?');
    expect(cardText()).not.toContain('Frister i åpen anbudskonkurranse');
  });
});

describe('the compose box', () => {
  const search = (value: string, name = 'query') =>
    someone().send({
      type: 'invoke',
      name: 'composeExtension/query',
      value: { commandId: 'search', parameters: [{ name, value }], queryOptions: { skip: 0, count: 5 } },
    });

  test('gives cards to insert, each with a preview, none twice', async () => {
    const { body } = (await search('databehandleravtale')) as {
      body: {
        composeExtension: { attachments: { content: object; preview: { content: { title: string } } }[] };
      };
    };
    const { attachments } = body.composeExtension;
    expect(attachments.length).toBeGreaterThan(1);
    expect(attachments.length).toBeLessThanOrEqual(5);
    expect(new Set(attachments.map((a) => JSON.stringify(a.content))).size).toBe(attachments.length);
    expect(textOf(attachments[0]?.content)).toContain('Kilder');
  });

  test('an inserted card has no buttons: where it lands the bot may not be', async () => {
    const { body } = (await search('databehandleravtale')) as {
      body: { composeExtension: { attachments: { content: object }[] } };
    };
    expect(actionsOf(body.composeExtension.attachments.map((a) => a.content))).toEqual([]);
  });

  test('before anything is typed it shows where to begin', async () => {
    const { body } = (await search('true', 'initialRun')) as {
      body: { composeExtension: { attachments?: unknown[] } };
    };
    expect(body.composeExtension.attachments?.length).toBeGreaterThan(0);
  });

  test('nothing found is said', async () => {
    expect((await search('qwertyuiop')).body).toMatchObject({ composeExtension: { type: 'message' } });
  });
});

describe('when something breaks', () => {
  test('the person gets a kind sentence with a number, the log the cause, neither the question', async () => {
    const broken = await startRunning();
    try {
      await broken.samvit.stop();
      await broken.post(activity(broken.connector.url, { text: 'Hva er karens akkurat nå?' }));
      const text = String(broken.connector.sent.at(-1)?.body.text);
      const reference = /referansen (\w{8})/.exec(text)?.[1];
      expect(reference).toBeDefined();
      const log = broken.logged.join('');
      expect(log).toContain(reference);
      expect(log).not.toContain('akkurat');
      expect(log).not.toMatch(/Kari|11111111-1111/);
    } finally {
      await broken.server.stop(100);
      await broken.connector.stop();
    }
  });

  test('a connector that refuses does not stop the bot, and its log holds no card and no token', async () => {
    running.connector.status = 403;
    const kari = someone();
    expect((await kari.say('Hva er karens?')).status).toBe(200);
    expect(running.logged.join('')).toContain('403');
    expect(running.logged.join('')).not.toMatch(/AdaptiveCard|person-\d/);
    running.connector.status = 201;
    await kari.say('Hva er karens?');
    expect(cardText()).toMatch(/[Kk]arens/);
  });
});

test('no log line of all this holds a question, a name or an id', () => {
  // Runs last: everything above has been logged at the lowest level.
  expect(running.logged.join('')).not.toMatch(/karens|DPIA|Kari|person-\d|a:person/);
});
