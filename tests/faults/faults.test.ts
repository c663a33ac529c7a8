import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadCards } from '../../src/cards.ts';
import type { Batch, Recipient } from '../../src/delivery/delivery.ts';
import { createFaultNotices, faultsCard } from '../../src/faults/faults.ts';
import { type Fault, langs } from '../../src/knowledge/model.ts';
import type { Address } from '../../src/messages.ts';
import { createKey } from '../../src/people/key.ts';
import { checkCard } from '../card-check.ts';
import { textOf } from '../connector.ts';
import { databases } from '../databases.ts';
import { smallBase } from '../knowledge/small-base.ts';
import { ADMIN, activity, startRunning } from '../running.ts';

const fill = loadCards('cards');
const key = createKey('a secret for tests, long enough to be one');
const fault = (line: number): Fault => ({
  file: 'knowledge/articles/karens.md',
  line,
  field: 'sources.0.url',
  rule: 'må være en *adresse*',
});
const plainOf = (card: unknown) => textOf(card).replace(/\\(?=[^\w\s])/g, '');

describe.each(databases)('on %s', (_, open) => {
  let opened: Awaited<ReturnType<typeof open>>;
  const planned = new Map<string, Batch & { to: Recipient[] }>();
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    planned.clear();
    await opened.database.db.deleteFrom('faults_told').execute();
  });

  /** As in one process; the queue stands in at the fence. */
  function process() {
    const address: Address = { tenant: 't', service: 'https://x.test/', conversation: '19:red' };
    return createFaultNotices({
      db: opened.database.db,
      delivery: {
        async plan(_tx, batch, recipients) {
          const to: Recipient[] = [];
          for await (const one of recipients) to.push(one);
          if (!planned.has(batch.id)) planned.set(batch.id, { ...batch, to });
          return to.length;
        },
        forgetBatch: async (_tx, id) => void planned.delete(id),
      },
      channels: {
        everyEditors: async () =>
          (['nb', 'en'] as const).map((lang) => ({
            tenant: `tenant-${lang}`,
            purpose: 'editors' as const,
            channel: `channel-${lang}`,
            address,
            name: '',
            lang,
          })),
      },
      fill,
      key,
      log: { error: (fields: unknown) => expect.fail(JSON.stringify(fields)) } as never,
    });
  }
  const said = () =>
    [...planned.values()].map(({ tenant, messages }) => {
      const message = messages.card!;
      return `${tenant}: ${message.kind === 'card' ? message.summary : message.text}`;
    });

  test('every tenant’s editors are told in their language, once for all processes', async () => {
    const [one, other] = [process(), process()];
    for (const notices of [one, other, one]) notices.tell([fault(1), fault(2)]);
    await Promise.all([one.stop(), other.stop()]);
    expect(said().sort()).toEqual([
      'tenant-en: The knowledge base has 2 errors',
      'tenant-nb: Kunnskapsbasen har fått 2 feil',
    ]);
  });

  test('and when it is mended; the same fault later is told anew', async () => {
    const notices = process();
    notices.tell([]);
    notices.tell([fault(1)]);
    notices.tell([]);
    notices.tell([]);
    await notices.stop();
    expect(said()).toContain('tenant-nb: Kunnskapsbasen er i orden igjen');
    expect(planned.size).toBe(2);
    notices.tell([fault(1)]);
    await notices.stop();
    expect(said()).toContain('tenant-nb: Kunnskapsbasen har fått en feil');
    expect(planned.size).toBe(2);
  });

  test('nothing is said where nothing was wrong', async () => {
    const notices = process();
    notices.tell([]);
    await notices.stop();
    expect(said()).toEqual([]);
  });
});

describe('the card', () => {
  test.each(langs)('in %s has at most ten faults, and says how many more', (lang) => {
    const many = Array.from({ length: 13 }, (_, n) => ({ ...fault(n + 1), rule: 'x'.repeat(2_000) }));
    for (const faults of [[], [fault(1)], many]) {
      const message = faultsCard(faults, lang, fill);
      if (message.kind !== 'card') throw new Error('no card');
      checkCard(message.card, lang);
    }
    const message = faultsCard(many, lang, fill) as { card: Record<string, unknown> };
    expect(plainOf(message.card).match(/karens\.md:/g)).toHaveLength(10);
    expect(plainOf(message.card)).toMatch(/(og 3 til|and 3 more)/);
  });

  test('says file, line, field and rule as they are', () => {
    const { card } = faultsCard([fault(7)], 'nb', fill) as { card: Record<string, unknown> };
    expect(plainOf(card)).toContain('**knowledge/articles/karens.md:7** sources.0.url: må være en *adresse*');
  });
});

describe('while Samvit runs', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'samvit-faults-'));
    for (const [name, text] of smallBase()) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), text);
    }
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  test('the editors’ channel hears that a file was broken, and that it was mended', async () => {
    const running = await startRunning({
      KNOWLEDGE_FOLDER: join(root, 'knowledge'),
      KNOWLEDGE_POLL_SECONDS: '1',
    });
    try {
      running.samvit.start();
      await running.samvit.delivery.start();
      await running.post(
        activity(running.connector.url, {
          from: { id: '29:a', aadObjectId: ADMIN, name: 'Anne' },
          conversation: { id: '19:red', conversationType: 'channel', isGroup: true, tenantId: 'town' },
          channelData: { tenant: { id: 'town' }, team: { id: '19:team' } },
          text: 'bruk denne kanalen for redaktører',
        }),
      );
      const heard = () =>
        running.connector.sent.flatMap(
          ({ body }) => body.attachments?.map(({ content }) => plainOf(content)) ?? [],
        );
      const file = join(root, 'knowledge/articles/karens.md');
      const right = await readFile(file, 'utf8');
      await writeFile(file, right.replace('topic: anskaffelser', 'topic: hagestell'));
      await vi.waitFor(
        () => expect(heard().at(-1)).toMatch(/har fått en feil[\s\S]*karens\.md:\d+\*\* topic/),
        {
          timeout: 30_000,
          interval: 100,
        },
      );
      await writeFile(file, right);
      await vi.waitFor(() => expect(heard().at(-1)).toContain('er i orden igjen'), {
        timeout: 30_000,
        interval: 100,
      });
      expect(heard()).toHaveLength(2);
    } finally {
      await running.stop();
    }
  });
});
