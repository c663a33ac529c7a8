/** Rows a statement at a time: PostgreSQL takes at most 65,535 values in one. */
export function* lotsOf<T>(rows: T[], size: number): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
