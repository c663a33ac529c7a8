import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadCards } from '../../src/cards.ts';
import type { Database } from '../../src/db/database.ts';
import { createDeliveryDesk } from '../../src/delivery/desk.ts';
import { troubleOf } from '../../src/delivery/rules.ts';
import { type Lang, langs } from '../../src/knowledge/model.ts';
import type { From, Reply } from '../../src/messages.ts';
import type { Role } from '../../src/people/who.ts';
import { checkCard } from '../card-check.ts';
import { textOf } from '../connector.ts';
import { databases } from '../databases.ts';
import { batch, recipient, type Sending, startSending } from './sending.ts';

const [, open] = databases[0]!;
const REASONS = ['413 MessageSizeTooBig', '429', 'timeout', '403 Forbidden', 'unreadable', '400 BadSyntax'];
let database: Database;
let close: () => Promise<void>;
let sending: Sending;
beforeAll(async () => {
  ({ database, close } = await open());
  sending = startSending(database);
  await sending.delivery.start();
  const recipients = REASONS.map((reason) => {
    sending.answers.set(reason, [{ kind: 'refused', reason }]);
    return recipient(reason);
  });
  const what = batch({ tenant: 'ours' });
  await database.db.transaction().execute((tx) => sending.delivery.plan(tx, what, recipients));
  await vi.waitFor(
    async () => expect(await sending.delivery.progress('survey', what.about)).toMatchObject({ failed: 6 }),
    { timeout: 30_000 },
  );
});
afterAll(async () => {
  await sending.stop();
  await close();
});

async function said(text: string, lang: Lang = 'nb', tenant = 'ours', roles: Role[] = ['admin']) {
  const desk = createDeliveryDesk({
    delivery: sending.delivery,
    who: async () => ({ tenant, person: 'p', name: 'P', roles: new Set(roles), municipality: undefined }),
    refuse: async () => 'Spør en administrator.',
    fill: loadCards('cards'),
    languageFor: async () => lang,
  });
  const from = {} as From;
  return (await desk.said({ kind: 'message', from, text, attached: false, mentions: [] }))?.[0];
}
const cardOf = (reply: Reply | undefined) => (reply?.kind === 'card' ? reply.card : {});

test('an admin sees how many were not delivered, why, and what to do, in each language', async () => {
  for (const lang of langs) {
    const card = cardOf(await said('Hva ble ikke levert?', lang));
    checkCard(card, lang);
    expect(textOf(card).split('\n')).toHaveLength(2 + REASONS.length);
    expect(textOf(card)).toContain('400 BadSyntax');
  }
});

test.each(['leveringsfeil', 'Kva vart ikkje levert?', 'delivery errors', 'vis meg leveringsfeil'])(
  '“%s” asks for it',
  async (text) => expect((await said(text))?.kind).toBe('card'),
);

test.each(['Hva er leveringsfeil i en kontrakt?', 'hva skjer når varen ikke er levert', ''])(
  '“%s” does not',
  async (text) => expect(await said(text)).toBeUndefined(),
);

test('another tenant has none, and is told so', async () => {
  expect(textOf(cardOf(await said('leveringsfeil', 'nb', 'theirs')))).toContain('Ingenting har feilet');
});

test('someone who is no admin is told whom to ask', async () => {
  expect(await said('leveringsfeil', 'nb', 'ours', ['leader'])).toEqual({
    kind: 'text',
    text: 'Spør en administrator.',
  });
});

test.each([
  ['429', 'busy'],
  ['503 ServiceUnavailable', 'busy'],
  ['ECONNRESET', 'busy'],
  ['403 Forbidden', 'access'],
  ['404', 'access'],
  ['413 MessageSizeTooBig', 'large'],
  ['unreadable', 'address'],
  ['400 BadSyntax', 'other'],
])('“%s” is trouble of the kind %s', (reason, trouble) => expect(troubleOf(reason)).toBe(trouble));
