import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Seal } from '../../people/seal.ts';
import type { Answers, Form } from '../model.ts';
import { pack, padded, textsOf, unpacker } from './packing.ts';
import type { Tx } from './rounds.ts';

/** A new answer changes places among so many, itself with them. */
const MIXED = 16;
/** So many at a time when all that has been answered is mixed. */
const STIRRED = 500;
const READ = 5_000;
/** What is chosen, as against the texts, which are kept apart from it and from each other. */
const CHOSEN = '';
const TEXT_STEP = 256;

export type Responses = ReturnType<typeof createResponses>;

interface ResponsesDeps {
  db: Kysely<Schema>;
  seal: Seal;
  random: (below: number) => number;
}

/**
 * Anonymous answers (docs/decisions/009-anonymity.md). All that was chosen is one row of a length that is the same for
 * all in the round; each text is a row of its own. Rows have no order: what is in them changes places with every answer,
 * sealed anew, so that neither where a row lies nor when it was written tells whose answer is in it.
 */
export function createResponses({ db, seal, random }: ResponsesDeps) {
  const place = (round: string, part: string) => `response ${round} ${part}`;

  /** The rows' contents in random order, each sealed anew so that none can be followed by how it looks. */
  function shuffled(round: string, part: string, contents: string[]): string[] {
    const about = place(round, part);
    const anew = contents.map((sealed) => {
      const content = seal.open(sealed, about);
      // Sealed with a secret that is lost: it can no longer be read, and is moved as it is.
      return content === undefined ? sealed : seal.close(content, about);
    });
    for (let i = anew.length - 1; i > 0; i--) {
      const j = random(i + 1);
      [anew[i], anew[j]] = [anew[j]!, anew[i]!];
    }
    return anew;
  }

  async function mixIn(tx: Tx, round: string, part: string, content: unknown): Promise<void> {
    const others = await someOf(tx, round, part, MIXED - 1);
    const sealed = seal.close(content, place(round, part));
    const [first, ...rest] = shuffled(round, part, [sealed, ...others.map((other) => other.sealed)]);
    await rewrite(tx, others, rest);
    await tx
      .insertInto('survey_response')
      .values({ id: randomUUID(), round, part, sealed: first! })
      .execute();
  }

  async function parts(from: Kysely<Schema> | Tx, round: string): Promise<string[]> {
    const rows = await from
      .selectFrom('survey_response')
      .select('part')
      .distinct()
      .where('round', '=', round)
      .execute();
    return rows.map(({ part }) => part);
  }

  return {
    async add(tx: Tx, round: string, form: Form, answers: Answers): Promise<void> {
      await mixIn(tx, round, CHOSEN, pack(form, answers));
      for (const { id } of textsOf(form)) {
        const text = answers[id];
        if (typeof text === 'string') await mixIn(tx, round, id, padded([text], TEXT_STEP));
      }
    },

    /**
     * Mixes everything that has been answered in a round, so that all rows are newly written and none is newer than
     * another by when its answer came. A window at a time: each is its own transaction, short for those who wait.
     */
    async stir(round: string): Promise<void> {
      for (const part of await parts(db, round)) {
        for (let after: string | undefined = NO_ID; after !== undefined; ) {
          after = await db.transaction().execute(async (tx) => {
            const rows = await rowsAfter(tx, round, part, after!, STIRRED).forUpdate().skipLocked().execute();
            if (rows.length === 0) return undefined;
            await rewrite(
              tx,
              rows,
              shuffled(
                round,
                part,
                rows.map((row) => row.sealed),
              ),
            );
            return rows.at(-1)!.id;
          });
        }
      }
    },

    /** All that was chosen, and deleted as it is read: fifty thousand at most, and each is short. */
    async takeChosen(tx: Tx, round: string, form: Form): Promise<Answers[]> {
      const rows = await tx
        .deleteFrom('survey_response')
        .where('round', '=', round)
        .where('part', '=', CHOSEN)
        .returning('sealed')
        .execute();
      const unpack = unpacker(form);
      return rows.flatMap(({ sealed }) => unpack(seal.open(sealed, place(round, CHOSEN))));
    },

    /** All texts to a question, in random order, and deleted as they are read. */
    async takeTexts(tx: Tx, round: string, question: string): Promise<string[]> {
      const texts: string[] = [];
      for (;;) {
        const rows = await take(tx, round, question);
        if (rows.length === 0) break;
        for (const row of rows) {
          const content = seal.open<[string]>(row.sealed, place(round, question));
          if (content) texts.splice(random(texts.length + 1), 0, content[0]);
        }
      }
      return texts;
    },

    async drop(tx: Tx, round: string): Promise<void> {
      await tx.deleteFrom('survey_response').where('round', '=', round).execute();
    },

    /** Deleted rows stay on the page until this, and they have marks of the transaction that deleted them. */
    async vacuum(): Promise<void> {
      await sql`vacuum survey_outstanding, survey_draft, survey_asked, survey_response`.execute(db);
    },
  };
}

/** Neighbours of a random id: ids are random, so that is as random as any. Those held by another answer are let be. */
async function someOf(tx: Tx, round: string, part: string, count: number): Promise<Row[]> {
  const at = randomUUID();
  const above = await rowsAfter(tx, round, part, at, count).forUpdate().skipLocked().execute();
  if (above.length === count) return above;
  const below = await rowsAfter(tx, round, part, NO_ID, count - above.length)
    .where('id', '<', at)
    .forUpdate()
    .skipLocked()
    .execute();
  return [...above, ...below];
}

const rowsAfter = (tx: Tx, round: string, part: string, after: string, limit: number) =>
  tx
    .selectFrom('survey_response')
    .select(['id', 'sealed'])
    .where('round', '=', round)
    .where('part', '=', part)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);

async function rewrite(tx: Tx, rows: Row[], sealed: string[]): Promise<void> {
  if (rows.length === 0) return;
  const values = JSON.stringify(rows.map(({ id }, i) => ({ id, sealed: sealed[i] })));
  await sql`
    update survey_response r set sealed = v.sealed
      from json_to_recordset(${values}::json) as v(id uuid, sealed text) where r.id = v.id`.execute(tx);
}

const take = (tx: Tx, round: string, part: string): Promise<{ sealed: string }[]> =>
  tx
    .deleteFrom('survey_response')
    .where('id', 'in', (from) =>
      from
        .selectFrom('survey_response')
        .select('id')
        .where('round', '=', round)
        .where('part', '=', part)
        .limit(READ),
    )
    .returning('sealed')
    .execute();

interface Row {
  id: string;
  sealed: string;
}

const NO_ID = '00000000-0000-0000-0000-000000000000';
