import lunr from 'lunr';

/** How often each term stands in each field of each passage, as lunr counted them. */
export interface Counted {
  /** Calls back for each passage and field with the number of terms in it and each term's frequency. */
  each(
    visit: (passage: number, field: string, length: number, frequencies: Record<string, number>) => void,
  ): void;
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
export function countWithLunr(fields: string[], passages: Iterable<Record<string, string[]>>): Counted {
  const builder = newBuilder(fields);
  let size = 0;
  for (const passage of passages) builder.add({ n: size++, ...passage });
  return {
    each(visit) {
      for (const [ref, frequencies] of Object.entries(builder.fieldTermFrequencies)) {
        const slash = ref.indexOf('/');
        visit(Number(ref.slice(slash + 1)), ref.slice(0, slash), builder.fieldLengths[ref]!, frequencies);
      }
    },
    length: (passage, field) => builder.fieldLengths[`${field}/${passage}`] ?? 0,
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
