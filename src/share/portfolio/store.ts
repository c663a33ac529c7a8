import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Who } from '../../people/who.ts';
import type { Said, Stand } from './rules.ts';

/** One municipality's word on one shared solution. */
interface Word {
  solution: string;
  municipality: string;
  kind: Stand;
}

/** Which municipalities say that they use or need what is shared. */
export interface PortfolioStore {
  /** Gives whether it was new: a municipality says a thing once, however many press at once. */
  add(who: Pick<Who, 'tenant'>, word: Word): Promise<boolean>;
  /** Gives whether it was there. */
  remove(word: Word): Promise<boolean>;
  /** As they are now, of some solutions or of all. */
  of(solutions?: string[]): Promise<Map<string, Said>>;
  /** All there are, as they were at most some seconds ago. */
  recent(): Promise<Map<string, Said>>;
}

/** What another process has been told is seen here within this time; what we are told ourselves, at once. */
const KEPT_MS = 10_000;

export function createPortfolioStore(deps: { db: Kysely<Schema>; now: () => Date }): PortfolioStore {
  const { db, now } = deps;
  let kept: { at: number; read: Promise<Map<string, Said>> } | undefined;

  async function read(solutions?: string[]): Promise<Map<string, Said>> {
    if (solutions?.length === 0) return new Map();
    let query = db
      .selectFrom('portfolio')
      .select(['solution', 'kind', sql<string[]>`array_agg(municipality order by municipality)`.as('by')])
      .groupBy(['solution', 'kind']);
    if (solutions) query = query.where('solution', 'in', solutions);
    const said = new Map<string, Said>();
    for (const { solution, kind, by } of await query.execute())
      said.set(solution, { ...(said.get(solution) ?? { uses: [], needs: [] }), [kind]: by });
    return said;
  }

  return {
    async add({ tenant }, { solution, municipality, kind }) {
      const day = now().toISOString().slice(0, 10);
      const added = await db
        .insertInto('portfolio')
        .values({ solution, municipality, kind, tenant, day })
        .onConflict((c) => c.columns(['solution', 'municipality', 'kind']).doNothing())
        .returning('solution')
        .executeTakeFirst();
      kept = undefined;
      return added !== undefined;
    },
    async remove({ solution, municipality, kind }) {
      const removed = await db
        .deleteFrom('portfolio')
        .where('solution', '=', solution)
        .where('municipality', '=', municipality)
        .where('kind', '=', kind)
        .returning('solution')
        .executeTakeFirst();
      kept = undefined;
      return removed !== undefined;
    },
    of: read,
    recent() {
      const at = now().getTime();
      if (!kept || at - kept.at >= KEPT_MS) {
        const reading = { at, read: read() };
        kept = reading;
        // What could not be read is read anew the next time.
        reading.read.catch(() => {
          if (kept === reading) kept = undefined;
        });
      }
      return kept.read;
    },
  };
}
