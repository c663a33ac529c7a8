import type { Tx } from '../db/schema.ts';

/**
 * Marks what the editors are told now. Gives which telling it is, counted from 1, or undefined when it is what they were
 * told last: every process that reads the same files finds the same faults, and one of them tells.
 */
export async function isNews(tx: Tx, faults: string): Promise<number | undefined> {
  await tx
    .insertInto('faults_told')
    .values({ id: 1, faults: '', times: 0 })
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  const last = await tx
    .selectFrom('faults_told')
    .selectAll()
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (last.faults === faults) return undefined;
  const times = last.times + 1;
  await tx.updateTable('faults_told').set({ faults, times }).where('id', '=', 1).execute();
  return times;
}
