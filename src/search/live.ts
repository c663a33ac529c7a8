import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../knowledge/model.ts';
import { type Search, searchOver } from './index.ts';
import { buildingIndex, type Lexicon, openShelf, type Shelf } from './shelf.ts';
import { inTurns } from './steps.ts';

/** A search that takes in changes while it answers. */
export interface LiveSearch extends Search {
  /**
   * Takes in articles that are new or changed, and lets go of those removed, by id. Each article is found as soon as it
   * is built, some hundredths of a second; others are answered meanwhile. Resolves when all are taken in.
   */
  update(changed: Article[], removed?: string[]): Promise<void>;
}

/**
 * A large shelf that never changes, and beside it one small shelf for each article changed since. Nothing is merged
 * while we run: each costs a question a tenth of a millisecond, so reload.ts has
 * all built as one again when they are many.
 */
export function openLive(base: Shelf, lexicon: Lexicon): LiveSearch {
  const placesOf = new Map<string, number[]>();
  base.places.forEach(({ article }, place) => {
    const places = placesOf.get(article.id);
    if (places) places.push(place);
    else placesOf.set(article.id, [place]);
  });
  const young = new Map<string, Shelf>();
  const gone = new Set<number>();
  let current = searchOver([base], lexicon);
  let working: Promise<void> = Promise.resolve();

  function letGo(id: string): void {
    young.delete(id);
    for (const place of placesOf.get(id) ?? []) gone.add(place);
  }

  function renew(): void {
    current = searchOver([base, ...young.values()], lexicon, gone);
  }

  async function takeIn(changed: Article[], removed: string[]): Promise<void> {
    for (const id of removed) letGo(id);
    if (removed.length > 0) renew();
    for (const article of changed) {
      const built = await inTurns(buildingIndex([article], lexicon, base));
      await nextTurn();
      const shelf = openShelf([article], built);
      await nextTurn();
      letGo(article.id);
      young.set(article.id, shelf);
      renew();
      await nextTurn();
    }
  }

  return {
    search: (question, options) => current.search(question, options),
    has: (word) => current.has(word),
    update(changed, removed = []) {
      // One after the other: a second change of an article waits for the first.
      const done = working.then(() => takeIn(changed, removed));
      working = done.catch(() => {});
      return done;
    },
  };
}
