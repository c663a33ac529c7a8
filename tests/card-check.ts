import * as AdaptiveCards from 'adaptivecards';
import { expect } from 'vitest';
import type { Card } from '../src/messages.ts';
import { actionsOf, textOf } from './connector.ts';

/** A card stays under this everywhere, posts through connectors included. */
const MAX_BYTES = 28 * 1024;

/** The real parser's complaints: unknown elements, missing properties, wrong values. */
function faultsOf(card: Card): string[] {
  const parsed = new AdaptiveCards.AdaptiveCard();
  const context = new AdaptiveCards.SerializationContext();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  // The parser's pattern for "lang" keeps its place between calls, and so refuses every second right value.
  expect(card.lang).toMatch(/^(nb|nn|en)$/);
  const more = parsed.validateProperties().validationEvents.map((e: { message: string }) => e.message);
  // Charts are of Teams and not of the parser; each carries what is shown in its place (survey/cards.test.ts).
  return [...events, ...more].filter((message) => !/property "lang"|element type "Chart\./.test(message));
}

/** What every card must be, whichever job it is of. */
export function checkCard(card: Card, what: string): void {
  const json = JSON.stringify(card);
  expect(faultsOf(card), what).toEqual([]);
  expect(json, what).not.toMatch(/\$\{/);
  expect(Buffer.byteLength(json), what).toBeLessThan(MAX_BYTES);
  expect(card, what).toMatchObject({
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: expect.stringMatching(/./),
  });
  // A screen reader names a button by its title, and moves by headings.
  for (const action of actionsOf(card)) expect(action.title, what).toMatch(/\S/);
  expect(json, what).toContain('"style":"heading"');
  expect(textOf(card).length, what).toBeGreaterThan(40);
  // Everything wraps: on a phone nothing is cut off.
  expect([...json.matchAll(/"type":"TextBlock"/g)].length, what).toBe(
    [...json.matchAll(/"type":"TextBlock"[^{}]*?"wrap":true/g)].length,
  );
}
