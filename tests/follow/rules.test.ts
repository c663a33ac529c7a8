import { describe, expect, test } from 'vitest';
import { AT_ONCE, type Interest, type Rhythm, type Subscription } from '../../src/follow/model.ts';
import { interestsOf, noticesFor, sameInterests } from '../../src/follow/rules.ts';

const subscription = (
  recipient: string,
  interests: Interest[],
  change: Partial<Subscription> = {},
): Subscription => ({
  id: `${recipient} ${interests.join(' ')}`,
  recipient,
  tenant: 't',
  home: 'channel',
  lang: 'nb',
  interests,
  rhythm: AT_ONCE,
  ...change,
});
const every = (every: Rhythm['every']): Rhythm => ({ ...AT_ONCE, every });
const solution = {
  id: 'agder-alarmer',
  topic: 'anskaffelser',
  tags: ['velferdsteknologi', 'opsjon'],
} as const;
const of = interestsOf({ ...solution, tags: [...solution.tags] }, ['4204', '42']);

describe('who is told of a solution', () => {
  test('it is followed by itself, its tags, places and topic, and by those who follow everything', () => {
    expect(of).toEqual([
      'solution:agder-alarmer',
      'tag:velferdsteknologi',
      'tag:opsjon',
      'municipality:4204',
      'county:42',
      'topic:anskaffelser',
      'everything',
    ]);
  });

  test('a municipality is followed by the numbers it has had, too', () => {
    const formerly = (number: string) => (number === '4204' ? ['1001', '1018'] : []);
    const interests = interestsOf({ id: 'a', topic: 'personvern', tags: [] }, ['4204'], formerly);
    expect(noticesFor(interests, [subscription('a', ['municipality:1018'])])).toHaveLength(1);
    expect(noticesFor(interests, [subscription('a', ['municipality:1014'])])).toEqual([]);
  });

  test('one that follows several of its things is told once, for every reason, the narrowest first', () => {
    const due = noticesFor(of, [
      subscription('a', ['everything', 'topic:personvern', 'county:42', 'tag:velferdsteknologi']),
    ]);
    expect(due.map(({ reasons }) => reasons)).toEqual([['tag:velferdsteknologi', 'county:42', 'everything']]);
  });

  test('reasons are as many as a card and its button hold, the narrowest of them', () => {
    const many = Array.from({ length: 300 }, (_, n): Interest => `municipality:${1000 + n}`);
    const [due] = noticesFor([...of, ...many], [subscription('a', ['everything', ...many, 'tag:opsjon'])]);
    expect(due?.reasons).toHaveLength(40);
    expect(due?.reasons[0]).toBe('tag:opsjon');
    expect(due?.reasons).not.toContain('everything');
  });

  test('several subscriptions of a channel give one notice, by the one that tells soonest', () => {
    const week = subscription('a', ['county:42'], { rhythm: every('week') });
    const day = subscription('a', ['tag:opsjon'], { rhythm: every('day') });
    const now = subscription('a', ['topic:anskaffelser']);
    const [due, ...others] = noticesFor(of, [week, now, day, subscription('b', ['tag:skole'])]);
    expect(others).toEqual([]);
    expect(due?.by).toBe(now);
    expect(due?.reasons).toEqual(['tag:opsjon', 'county:42', 'topic:anskaffelser']);
    expect(noticesFor(of, [week, day])[0]?.by).toBe(day);
  });

  test('the same is followed in whatever order it was chosen', () => {
    expect(sameInterests(['tag:a', 'county:42'], ['county:42', 'tag:a', 'tag:a'])).toBe(true);
    expect(sameInterests(['tag:a'], ['tag:a', 'county:42'])).toBe(false);
  });
});

/** Slow and plain: each subscription is asked of each thing by itself. */
function oracle(
  { id, topic, tags, places }: { id: string; topic: string; tags: string[]; places: string[] },
  subscriptions: Subscription[],
) {
  const told = new Map<string, { soonest: number; reasons: Set<string> }>();
  for (const { recipient, interests, rhythm } of subscriptions) {
    for (const interest of interests) {
      const [kind, value = ''] = interest.split(':');
      const fits =
        kind === 'everything' ||
        (kind === 'topic' && topic === value) ||
        (kind === 'tag' && tags.some((tag) => tag === value)) ||
        (kind === 'solution' && id === value) ||
        ((kind === 'municipality' || kind === 'county') && places.some((place) => place === value));
      if (!fits) continue;
      const one = told.get(recipient) ?? { soonest: 3, reasons: new Set() };
      one.soonest = Math.min(one.soonest, ['now', 'day', 'week'].indexOf(rhythm.every));
      one.reasons.add(interest);
      told.set(recipient, one);
    }
  }
  return [...told]
    .map(([recipient, { soonest, reasons }]) => [recipient, soonest, [...reasons].sort()])
    .sort();
}

test('whatever is followed, the same are told for the same reasons as by asking one by one', () => {
  let seed = 20261130;
  const below = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * limit);
  };
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const some = <T>(from: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: below(most + 1) }, () => pick(from))),
  ];
  const topics = ['anskaffelser', 'personvern', 'samarbeid', 'digitalisering'] as const;
  const tags = Array.from({ length: 12 }, (_, n) => `tag-${n}`);
  const places = ['3203', '3205', '4204', '1103', '32', '42', '11'];
  const ids = ['a', 'b', 'c'];
  const everything: Interest[] = [
    'everything',
    ...topics.map((topic): Interest => `topic:${topic}`),
    ...tags.map((tag): Interest => `tag:${tag}`),
    ...places.map((place): Interest => (place.length === 2 ? `county:${place}` : `municipality:${place}`)),
    ...ids.map((id): Interest => `solution:${id}`),
  ];
  let told = 0;
  for (let round = 0; round < 300; round++) {
    const subscriptions = Array.from({ length: below(30) }, (_, n) =>
      subscription(`channel ${below(12)}`, some(everything, 5), {
        id: `${n}`,
        rhythm: every(pick(['now', 'day', 'week'] as const)),
      }),
    );
    const shared = { id: pick(ids), topic: pick(topics), tags: some(tags, 4), places: some(places, 4) };
    const due = noticesFor(interestsOf(shared, shared.places), subscriptions);
    told += due.length;
    expect(
      due
        .map(({ by, reasons }) => [
          by.recipient,
          ['now', 'day', 'week'].indexOf(by.rhythm.every),
          [...reasons].sort(),
        ])
        .sort(),
    ).toEqual(oracle(shared, subscriptions));
  }
  expect(told).toBeGreaterThan(500);
});
