import type { Tx } from '../db/schema.ts';
import { originOf } from '../knowledge/articles.ts';
import type { Knowledge } from '../knowledge/model.ts';
import type { Municipalities } from '../knowledge/municipalities.ts';
import { placesOf } from '../knowledge/places.ts';
import { type Solution, solutionAsArticle } from '../knowledge/solution.ts';
import type { Address } from '../messages.ts';
import type { News, Tell } from '../news.ts';
import { correct } from './correct.ts';
import type { FollowDeps } from './deps.ts';
import type { Interest, Told } from './model.ts';
import { noticeMessages, viewName } from './notice-card.ts';
import { type Due, interestsOf, noticesFor } from './rules.ts';
import type { Following } from './store/subscriptions.ts';
import type { View } from './store/told.ts';

/** Tells of a shared solution, once to each who follows it: now, or in their next digest. Cards sent before are put right. */
export function createTell(deps: FollowDeps): Tell {
  const { subscriptions, told, delivery, addresses, knowledge, norway, names, fill, also } = deps;

  return async (tx, news) => {
    const { solution, change } = news;
    const now = toldOf(solution, norway(), change === 'withdrawn');
    const telling = news.tell && change !== 'withdrawn';
    // Held before the solution is, as a digest holds them.
    const due = telling ? await followers(tx, solution) : [];
    const differs = await told.put(tx, now, telling);
    if (differs) await correct(deps, tx, now);
    if (!telling) return;
    const fresh = await told.add(tx, { id: news.id, solution: solution.id, change }, due);
    await planNow(
      tx,
      news,
      now,
      fresh.filter(({ by }) => by.rhythm.every === 'now'),
    );
  };

  async function followers(tx: Tx, solution: Solution): Promise<Due<Following>[]> {
    const { facets, tags } = knowledge();
    const interests = interestsOf(
      solution,
      placesOf(solution, facets, norway()),
      formerlyIn(norway(), { facets, tags }),
    );
    return noticesFor(interests, await subscriptions.following(tx, interests));
  }

  /** One batch for each tenant, in which those who are told the same share a message. */
  async function planNow(tx: Tx, news: News, solution: Told, due: Due<Following>[]): Promise<void> {
    const change = news.change === 'new' ? 'new' : 'changed';
    const tenants = new Map<string, { views: Record<string, View>; to: Notice[] }>();
    for (const notice of await addressed(tx, due, change)) {
      const { views, to } = tenants.get(notice.tenant) ?? { views: {}, to: [] };
      views[notice.message] = notice.view;
      tenants.set(notice.tenant, { views, to: [...to, notice] });
    }
    const render = noticeMessages(solution, names(), fill, also);
    const batches = [...tenants].map(([tenant, { views, to }]) => ({
      batch: {
        id: noticeBatch(news.id, tenant),
        tenant,
        cause: 'share',
        about: solution.id,
        messages: render(views),
      } as const,
      views,
      to,
    }));
    await told.addBatches(
      tx,
      batches.map(({ batch, views }) => ({
        batch: batch.id,
        solution: solution.id,
        sent: { kind: 'notices', views },
      })),
    );
    await delivery.planAll(
      tx,
      batches.map(({ batch, to }) => ({ batch, recipients: to })),
    );
  }

  /** Those who can be written to, each with what they are shown. A person's language is that of now. */
  async function addressed(tx: Tx, due: Due<Following>[], change: View['change']): Promise<Notice[]> {
    const persons = due.filter(({ by }) => by.home === 'person').map(({ by }) => by.recipient);
    const reachable = await addresses.byPersons(persons, tx);
    return due.flatMap(({ by, reasons }) => {
      const person = reachable.get(by.recipient);
      const address = by.home === 'person' ? person?.address : subscriptions.openWhere(by);
      if (!address) return [];
      const view: View = { change, lang: person?.lang ?? by.lang ?? 'nb', home: by.home, reasons };
      return [{ tenant: by.tenant, recipient: by.recipient, address, message: viewName(view), view }];
    });
  }
}

interface Notice {
  tenant: string;
  recipient: string;
  address: Address;
  message: string;
  view: View;
}

/** What those of a tenant who are told at once are told in. */
export const noticeBatch = (news: string, tenant: string): string => `follow/${news}/${tenant}`;

/** What cards say of a solution. */
function toldOf(solution: Solution, { all }: Municipalities, withdrawn: boolean): Told {
  const { id, title, summary } = solution;
  const { kind, by, year } = originOf(solution, new Map(all.map((m) => [m.number, m.name])));
  const section = solutionAsArticle(solution).sections[0]?.id ?? id;
  return { id, title, kind, by, ...(year !== undefined && { year }), summary, section, withdrawn };
}

/**
 * Numbers a municipality has had, itself or as those that became it, and ids a tag has had (among its other names in
 * facets.yaml): someone may still follow one of them.
 */
function formerlyIn(
  { all }: Municipalities,
  { facets, tags }: Pick<Knowledge, 'facets' | 'tags'>,
): (numberOrTag: string) => string[] {
  const byNumber = new Map(all.map((m) => [m.number, m]));
  return (numberOrTag) => {
    const municipality = byNumber.get(numberOrTag);
    if (!municipality) return (facets.subjects[numberOrTag] ?? []).filter((name) => !tags.has(name));
    const { formerNumbers, former } = municipality;
    return [...Object.keys(formerNumbers), ...former.flatMap(({ numbers }) => numbers)];
  };
}

/** What else of a solution can be followed, besides itself. */
export const moreOf = ({ tags, municipalities, topic }: Solution): Interest[] => [
  ...municipalities.slice(0, 2).map((number): Interest => `municipality:${number}`),
  ...tags.slice(0, 3).map((tag): Interest => `tag:${tag}`),
  `topic:${topic}`,
];
