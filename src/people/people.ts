import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Lang } from '../knowledge/model.ts';

/** What people have chosen. `person` is always a keyed hash (key.ts). */
export interface People {
  languageOf(person: string): Promise<Lang | undefined>;
  /** undefined: follow the language of each question again. */
  setLanguage(person: string, lang: Lang | undefined): Promise<void>;
  forget(person: string): Promise<void>;
}

/** A choice made in another process is seen here within this time; one made here at once. */
const CACHE_MS = 15_000;
const CACHE_MAX = 20_000;

export function createPeople({ db, now }: { db: Kysely<Schema>; now: () => Date }): People {
  const cache = new Map<string, { lang: Lang | undefined; until: number }>();

  function keep(person: string, lang: Lang | undefined): Lang | undefined {
    if (cache.size >= CACHE_MAX) cache.clear();
    cache.set(person, { lang, until: now().getTime() + CACHE_MS });
    return lang;
  }

  return {
    async languageOf(person) {
      const known = cache.get(person);
      if (known && known.until > now().getTime()) return known.lang;
      const row = await db
        .selectFrom('person')
        .select('language')
        .where('person', '=', person)
        .executeTakeFirst();
      return keep(person, row?.language);
    },
    async setLanguage(person, lang) {
      if (lang) {
        await db
          .insertInto('person')
          .values({ person, language: lang })
          .onConflict((c) => c.column('person').doUpdateSet({ language: lang }))
          .execute();
      } else {
        await db.deleteFrom('person').where('person', '=', person).execute();
      }
      keep(person, lang);
    },
    async forget(person) {
      await db.deleteFrom('person').where('person', '=', person).execute();
      cache.delete(person);
    },
  };
}
