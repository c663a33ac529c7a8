import lunr from 'lunr';

/** How often each term stands in each field of each passage, as lunr counted them. */
export interface Counted {
  /** For each passage and field the number of terms in it and each term's frequency. */
  all(): Iterable<{ passage: number; field: string; length: number; frequencies: Record<string, number> }>;
  /** The number of terms in a field of a passage. */
  length(passage: number, field: string): number;
}

/** lunr keeps what its builder has counted, but does not declare it. */
interface Builder extends lunr.Builder {
  fieldTermFrequencies: Record<string, Record<string, number>>;
  fieldLengths: Record<string, number>;
}

/**
 * Runs passages through lunr's builder. Terms are made by us, so its pipeline and tokeniser are off; what it has counted
 * is laid out for reading in segment.ts.
 */
export function lunrCounter(fields: string[]) {
  const builder = newBuilder(fields);
  let size = 0;
  return {
    /** The terms of the next passage by field. */
    add(passage: Record<string, string[]>): void {
      builder.add({ n: size++, ...passage });
    },
    counted: (): Counted => ({
      *all() {
        for (const [ref, frequencies] of Object.entries(builder.fieldTermFrequencies)) {
          const slash = ref.indexOf('/');
          const [field, passage] = [ref.slice(0, slash), Number(ref.slice(slash + 1))];
          yield { passage, field, length: builder.fieldLengths[ref]!, frequencies };
        }
      },
      length: (passage, field) => builder.fieldLengths[`${field}/${passage}`] ?? 0,
    }),
  };
}

/** A builder that takes terms as they are. Its index is what the tests hold our own evaluation against. */
export function newBuilder(fields: string[]): Builder {
  const builder = new lunr.Builder() as Builder;
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  builder.tokenizer = ((terms: string[]) =>
    terms.map((term) => new lunr.Token(term, {}))) as unknown as typeof lunr.tokenizer;
  builder.ref('n');
  for (const field of fields) builder.field(field);
  return builder;
}
