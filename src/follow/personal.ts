import type { Screen } from '../form-card.ts';
import { textsIn } from '../texts/texts.ts';
import type { DeskDeps } from './desk-deps.ts';
import { unknownSaid } from './filled.ts';
import type { Here } from './here.ts';
import { type Interest, interestKinds, isSolution, type Kept, partsOf } from './model.ts';
import { saidNames } from './notice-card.ts';
import { type Drawing, mineCard, startedCard } from './shown-card.ts';
import { moreOf } from './tell.ts';

/** What people follow for themselves. */
export function createPersonal({ following, addresses, names, solutions, isTold, fill }: DeskDeps) {
  const drawn = ({ lang }: Here): Drawing => ({ names: names(), lang, fill });
  const keptBy = async ({ self }: Here): Promise<Kept | undefined> => (await following.of(self.recipient))[0];

  /** What can be followed beside what was asked for: of a solution, its places and tags. */
  function moreThan(interests: Interest[], kept: Kept | undefined): Interest[] {
    const asked = solutions().filter(({ id }) => interests.includes(`solution:${id}`));
    const more = asked.flatMap(moreOf);
    return [...new Set(more)].filter((interest) => !kept?.interests.includes(interest));
  }

  /** A card outlives what stands on it. What was told of just now may not be among the knowledge of this process yet. */
  async function areGone(interests: Interest[]): Promise<boolean> {
    const there = solutions();
    for (const interest of interests) {
      const { value } = partsOf(interest);
      if (!isSolution(interest) || there.some(({ id }) => id === value) || (await isTold(value)))
        return false;
    }
    return true;
  }

  async function start(here: Here, interests: Interest[], lines: string[] = []): Promise<Screen> {
    const { lang, self, from } = here;
    const t = textsIn(lang).follow;
    if (await areGone(interests))
      return startedCard(t.mine.noSolution, [t.mine.noSolutionBody, t.mine.unknownBody], [], drawn(here));
    const outcome = await following.start(self, interests);
    if (outcome.kind === 'full' || outcome.kind === 'gone')
      return startedCard(t.mine.title, [t.mine.full], [], drawn(here));
    const { kept } = outcome;
    const said = saidNames(interests, names(), lang);
    const heading = outcome.kind === 'known' ? t.mine.already(said) : t.mine.started(said);
    const reachable =
      from.scope === 'personal' || (await addresses.byPersons([self.recipient])).has(self.recipient);
    const when = reachable ? `${t.shown.when(t.rhythm(kept.rhythm))}.` : t.mine.unreachable;
    return startedCard(heading, [...lines, when], moreThan(interests, kept), drawn(here));
  }

  async function drop(here: Here, interests: Interest[]): Promise<Screen> {
    const { dropped, left } = await following.drop(here.self.recipient, interests);
    const t = textsIn(here.lang).follow.mine;
    // One that is dropped already is not followed either.
    const said = saidNames(dropped.length > 0 ? dropped : interests, names(), here.lang);
    return mineCard(left, drawn(here), t.stopped(said), dropped);
  }

  return {
    start,
    mine: async (here: Here, done = ''): Promise<Screen> => mineCard(await keptBy(here), drawn(here), done),

    drop,

    async stopAll(here: Here, id: string): Promise<Screen> {
      const { self, lang } = here;
      const stopped = await following.stop(self.recipient, self.person, (kept) => kept.id === id);
      const { stoppedAll } = textsIn(lang).follow.mine;
      const interests = stopped.flatMap((kept) => kept.interests);
      return mineCard(await keptBy(here), drawn(here), stoppedAll, interests);
    },

    /** "Følg Lillestrøm og velferdsteknologi". undefined: it names nothing we know, and may be a question. */
    async startNamed(here: Here, text: string): Promise<Screen | undefined> {
      const { lang } = here;
      const t = textsIn(lang).follow;
      const { interests, unknown, today } = names().understand(text, interestKinds);
      const near = [...new Set(unknown.flatMap((one) => one.near))];
      if (interests.length === 0 && near.length === 0 && text.split(' ').length > 1) return undefined;
      const faults = unknown.map((one) => unknownSaid(one, names(), lang));
      const changes = today.map(({ was, now }) => t.today(was, now));
      if (interests.length > 0) return start(here, interests, [...changes, ...faults]);
      return startedCard(
        t.mine.unknown(text.slice(0, 60)),
        [...faults, t.mine.unknownBody],
        near,
        drawn(here),
      );
    },

    /** "Slutt å følge Lillestrøm" */
    async dropNamed(here: Here, text: string): Promise<Screen | undefined> {
      const { interests } = names().understand(text, interestKinds);
      return interests.length > 0 ? drop(here, interests) : undefined;
    },
  };
}
