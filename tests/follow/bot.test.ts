import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { actionsOf, textOf } from '../connector.ts';
import { activity, type Running, startRunning } from '../running.ts';

/** Following through the real bot, over HTTP, with the real queue. */
let running: Running;
beforeAll(async () => {
  running = await startRunning();
  await running.samvit.delivery.start();
}, 90_000);
afterAll(() => running.stop());

const tenantId = 'follow-tenant';
const channel = {
  from: { id: '29:kari', aadObjectId: 'kari', name: 'Kari' },
  conversation: {
    id: '19:kanal@thread.tacv2;messageid=1',
    conversationType: 'channel',
    isGroup: true,
    tenantId,
  },
  channelData: { tenant: { id: tenantId }, team: { id: '19:team@thread.tacv2' } },
};
const post = (change: Record<string, unknown>) =>
  running.post(activity(running.connector.url, { ...channel, ...change }));
const last = () => running.connector.sent.at(-1)!.body.attachments?.[0]?.content;

test('a channel subscribes, is offered a way to follow, and forgets all when the app is taken out of the team', async () => {
  await post({
    text: '<at>Samvit</at> abonner',
    entities: [{ type: 'mention', text: '<at>Samvit</at>', mentioned: { id: '28:samvit', name: 'Samvit' } }],
  });
  const form = last();
  expect(textOf(form)).toContain('Abonner i denne kanalen');
  const save = actionsOf(form).find(({ title }) => title === 'Abonner')!.data as object;
  const filled = { 'in-what': 'chosen', 'in-municipalities': 'Skedsmo', 'in-every': 'now' };
  const { body } = await post({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'press', data: { ...save, ...filled } } },
  });
  expect(textOf((body as { value: unknown }).value)).toContain('Kanalen abonnerer nå');
  await post({ text: 'vis abonnement' });
  expect(textOf(last())).toContain('Følger Lillestrøm.');
  await post({
    type: 'installationUpdate',
    action: 'remove',
    conversation: { ...channel.conversation, id: '19:team@thread.tacv2' },
  });
  await vi.waitFor(async () => {
    await post({ text: 'vis abonnement' });
    expect(textOf(last())).toContain('Kanalen har ikke noe abonnement');
  });
});

test('help and the welcome say how to follow', async () => {
  await post({ text: 'hjelp' });
  expect(textOf(last())).toContain('abonner');
});
