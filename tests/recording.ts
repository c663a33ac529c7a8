import { setTimeout } from 'node:timers/promises';
import { actionsOf, textOf } from './connector.ts';
import type { Running } from './running.ts';

/** Activities as Teams sends them, and what came of them. `npm run record` writes one. */
export interface Recording {
  name: string;
  activities: Record<string, unknown>[];
  outcome: Outcome[];
}

interface Outcome {
  status: number;
  body?: unknown;
  sent: unknown[];
}

/**
 * Plays activities through the real bot, one after the other; `{connector}` stands for the stand-in's address. A press
 * whose data has `pressed`, a title, is of that button on the card shown last, with the rest of the data filled in: the
 * ids on it are new each time. One with `until` comes again until what came of it says so, for what is taken in a moment
 * after.
 */
export async function play(running: Running, activities: Record<string, unknown>[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let card: unknown;
  for (const { until, ...recorded } of activities) {
    const post = async () => {
      running.connector.sent.length = 0;
      return running.post(
        JSON.parse(JSON.stringify(onCard(recorded, card)).replaceAll('{connector}', running.connector.url)),
      );
    };
    let response = await post();
    for (let again = 0; !says(running, until) && again < MOST_AGAIN; again++) {
      await setTimeout(500);
      response = await post();
    }
    const shown = (response.body as { value?: { type?: string } } | undefined)?.value;
    card =
      shown?.type === 'AdaptiveCard'
        ? shown
        : (running.connector.sent.at(-1)?.body.attachments?.[0]?.content ?? card);
    outcomes.push({
      status: response.status,
      ...(response.body === undefined ? {} : { body: digest(response.body) }),
      sent: running.connector.sent.map(({ body }) => digest(body)),
    });
  }
  return outcomes;
}

const MOST_AGAIN = 40;

const says = ({ connector }: Running, until: unknown): boolean =>
  until === undefined || JSON.stringify(connector.sent.at(-1)?.body).includes(String(until));

/** A press by a button's title, as the press that Teams would send. */
function onCard(recorded: Record<string, unknown>, card: unknown): Record<string, unknown> {
  const { action } = (recorded.value ?? {}) as { action?: { data?: Record<string, unknown> } };
  const { pressed, ...filled } = action?.data ?? {};
  if (pressed === undefined) return recorded;
  const button = actionsOf(card).find(({ title }) => title === pressed);
  if (!button) throw new Error(`No button “${pressed}” on the card shown last`);
  return {
    ...recorded,
    value: { action: { ...action, data: { ...(button.data as Record<string, unknown>), ...filled } } },
  };
}

/** The bones of what was sent: enough to see that it is the right thing, not so much that a comma in an article breaks it. */
function digest(value: unknown): unknown {
  const body = value as {
    type?: string;
    text?: string;
    summary?: string;
    attachments?: { content: unknown }[];
    composeExtension?: { type: string; text?: string; attachments?: { content: unknown }[] };
    value?: unknown;
  };
  if (body.composeExtension) {
    const { type, text, attachments = [] } = body.composeExtension;
    return {
      compose: type,
      ...(text ? { text } : {}),
      found: attachments.length > 0,
      first: firstLine(attachments[0]?.content),
    };
  }
  if ((body.value as { type?: string } | undefined)?.type === 'AdaptiveCard') {
    return { shown: firstLine(body.value), does: does(body.value) };
  }
  if (body.attachments) {
    const content = body.attachments[0]?.content;
    return {
      card: body.summary,
      does: does(content),
    };
  }
  return body.text === undefined ? value : { text: body.text };
}

const does = (card: unknown): string[] => [
  ...new Set(actionsOf(card).map((a) => (a.data as { do: string }).do)),
];

const firstLine = (card: unknown): string => textOf(card).split('\n')[0] ?? '';
