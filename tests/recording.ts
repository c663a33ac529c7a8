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

/** Plays activities through the real bot, one after the other; `{connector}` stands for the stand-in's address. */
export async function play(running: Running, activities: Record<string, unknown>[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const recorded of activities) {
    running.connector.sent.length = 0;
    const response = await running.post(
      JSON.parse(JSON.stringify(recorded).replaceAll('{connector}', running.connector.url)),
    );
    outcomes.push({
      status: response.status,
      ...(response.body === undefined ? {} : { body: digest(response.body) }),
      sent: running.connector.sent.map(({ body }) => digest(body)),
    });
  }
  return outcomes;
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
  if (body.attachments) {
    const content = body.attachments[0]?.content;
    return {
      card: body.summary,
      does: [...new Set(actionsOf(content).map((a) => (a.data as { do: string }).do))],
    };
  }
  return body.text === undefined ? value : { text: body.text };
}

const firstLine = (card: unknown): string => textOf(card).split('\n')[0] ?? '';
