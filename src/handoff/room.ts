import { randomUUID } from 'node:crypto';
import type { Ground, Room } from '../ground.ts';
import { norwegianHolidays } from '../holidays.ts';
import type { Topic } from '../knowledge/model.ts';
import type { HandoffDeskDeps } from './desk-deps.ts';
import { createHandoffs } from './handoffs.ts';
import { createHandoffStore } from './store.ts';
import { createTelling } from './telling.ts';
import { createHandoffDesk, type HandoffDesk } from './turns.ts';
import { createWaiting } from './waiting.ts';

export interface HandoffRoom extends Room {
  /** What is put under an answer that is none, and after a thumb down. */
  offer: Pick<HandoffDesk, 'unanswered' | 'disliked'>;
  /** What a sealed link to the counts of what was not answered leads to. */
  gapsCsv: HandoffDesk['gapsCsv'];
}

/** What other jobs have. */
interface Others extends Pick<HandoffDeskDeps, 'counts' | 'press'> {
  /** An article or something shared, by id. */
  article(id: string): { title: string; topic: Topic } | undefined;
}

export function handoffRoom(ground: Ground, others: Others): HandoffRoom {
  const { database, knowledge, links } = ground;
  const deps = { ...ground, db: database.db, holidays: norwegianHolidays };
  const store = createHandoffStore(deps);
  const telling = createTelling(deps);
  const handoffs = createHandoffs(deps, store, telling, createWaiting(deps, store, telling));
  const desk = createHandoffDesk({
    ...ground,
    ...others,
    handoffs,
    newId: randomUUID,
    articleOf: (section) => others.article(section.replace(/#.*$/, '')),
    gapsLink: (tenant, lang) => links.link({ kind: 'gaps', tenant, lang }),
    articleIds: () => knowledge().articles.map(({ id }) => id),
  });
  return { desks: [desk], offer: desk, gapsCsv: desk.gapsCsv, purge: handoffs.purge };
}
