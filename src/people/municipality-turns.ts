import { escapeMarkdown } from '../cards.ts';
import type { Municipality } from '../knowledge/municipalities.ts';
import type { Reply } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { PeopleAction } from './actions.ts';
import { confirmCard, municipalitiesCard, saidCard } from './card.ts';
import type { PeopleCommand } from './commands.ts';
import { isPlace, meantBy } from './municipality.ts';
import { may } from './rules.ts';
import type { Asking, PeopleDeskDeps } from './turns.ts';

const ASKED_MAX = 60;

/** The tenant is tied to a municipality. Whether the one who asks may is settled before. */
export function createMunicipalityTurns({ roles, municipalities, changes, fill }: PeopleDeskDeps) {
  /** A number may have gone out of use since it was chosen. */
  const nameOf = (number: string): string => municipalities().byNumber(number)?.municipality.name ?? number;

  async function tie(
    asking: Asking,
    { number, name }: Municipality,
    sure: boolean,
    why: string[] = [],
  ): Promise<Reply> {
    const { who, lang } = asking;
    const t = textsIn(lang).people.municipality;
    if (who.municipality === number) return saidCard(lang, fill, t.already(name), [t.use]);
    if (who.municipality && !sure) {
      return confirmCard(lang, fill, {
        title: t.confirm.title(name),
        body: [...why, t.confirm.body(nameOf(who.municipality), name)].join(' '),
        yes: t.confirm.yes(name),
        data: { do: 'people.municipality', lang, number, sure: true },
      });
    }
    await roles.chooseMunicipality(who, { number, name });
    return saidCard(lang, fill, t.chosen(`${name} (${number})`), [...why, t.use]);
  }

  return {
    /** Whether a message that may be about a place is about ours. */
    isMeant(
      { who }: Asking,
      { name, sure, bare }: Extract<PeopleCommand, { kind: 'municipality' }>,
    ): boolean {
      if (bare) return may(who, 'municipality.choose') && who.municipality === undefined;
      return sure || isPlace(name, municipalities());
    },
    which({ who, lang }: Asking): string {
      const t = textsIn(lang).people.municipality;
      return who.municipality ? t.is(nameOf(who.municipality)) : `${t.none} ${t.how}`;
    },
    async choose(asking: Asking, name: string): Promise<Reply> {
      const { lang } = asking;
      const t = textsIn(lang).people.municipality;
      const meant = meantBy(name, municipalities());
      switch (meant.kind) {
        case 'one':
          return tie(asking, meant.municipality, false, changes(meant.found, lang));
        case 'several':
          return municipalitiesCard(lang, fill, { ...t.which, municipalities: meant.municipalities });
        case 'none': {
          const title = t.unknown.title(escapeMarkdown(name.slice(0, ASKED_MAX)));
          if (meant.near.length === 0) return saidCard(lang, fill, title, [t.unknown.body]);
          return municipalitiesCard(lang, fill, { title, body: t.unknown.near, municipalities: meant.near });
        }
      }
    },
    async pressed(
      asking: Asking,
      { number, sure }: Extract<PeopleAction, { do: 'people.municipality' }>,
    ): Promise<Reply> {
      const found = municipalities().byNumber(number);
      if (found) return tie(asking, found.municipality, sure);
      const { unchanged } = textsIn(asking.lang).people;
      return saidCard(asking.lang, fill, unchanged.title, [unchanged.body]);
    },
  };
}
