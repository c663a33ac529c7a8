import type { Screen } from '../form-card.ts';
import { textsIn } from '../texts/texts.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type Filled, formOf, readForm } from './filled.ts';
import type { Wanted } from './following.ts';
import { type Edited, subscribeCard } from './form-card.ts';
import { type Here, isPlace } from './here.ts';
import { AT_ONCE, type Interest, isSolution, type Kept } from './model.ts';
import { type Drawing, goneCard, mineCard, oneCard, showCard, stoppedCard } from './shown-card.ts';

/** What a channel or a chat follows; and the form, which is the same for a person. */
export function createPlaces({ following, names, fill }: DeskDeps) {
  const drawn = ({ lang }: Here): Drawing => ({ names: names(), lang, fill });

  async function edit(
    here: Here,
    subscription: string | undefined,
    interests: Interest[] = [],
  ): Promise<Screen> {
    const { place } = here;
    const all = await following.of(place.recipient);
    // A person has one, and changes it; a channel may have several.
    const kept = all.find(({ id }) => (subscription ? id === subscription : place.home === 'person'));
    if (subscription && !kept) return goneCard(place.home, drawn(here));
    return formFor(here, kept, kept ?? { interests, rhythm: AT_ONCE });
  }

  function formFor(here: Here, kept: Kept | undefined, { interests, rhythm }: Wanted, warning = ''): Screen {
    const { place, lang } = here;
    const form = formOf(interests, rhythm, names(), lang);
    return subscribeCard(form, editedOf(kept), place.home, lang, fill, warning);
  }

  async function save(here: Here, edited: Edited, filled: Filled): Promise<Screen> {
    const { place, lang } = here;
    const t = textsIn(lang).follow;
    const { form, interests, today } = readForm(filled, names(), lang);
    if (Object.keys(form.faults).length > 0) return subscribeCard(form, edited, place.home, lang, fill);
    const wanted = { interests: [...interests, ...(await solutionsKept(here, edited))], rhythm: form.rhythm };
    const outcome = await following.save(place, wanted, edited);
    if (outcome.kind === 'gone') return goneCard(place.home, drawn(here));
    if (outcome.kind === 'full') return show(here, undefined, t.done.full);
    const { kept, kind } = outcome;
    if (kind === 'meanwhile') return formFor(here, kept, kept, t.done.meanwhile);
    if (!isPlace(place.home)) return mineCard(kept, drawn(here), t.done.made.person);
    const heading = kind === 'changed' ? t.done.changed : t.done.made[place.home];
    return oneCard(kept, place.home, drawn(here), {
      heading,
      lines: [...(kind === 'known' ? [t.done.known] : []), ...today.map(({ was, now }) => t.today(was, now))],
    });
  }

  async function solutionsKept({ place }: Here, edited: Edited): Promise<Interest[]> {
    if (!edited) return [];
    const kept = (await following.of(place.recipient)).find(({ id }) => id === edited.subscription);
    return (kept?.interests ?? []).filter(isSolution);
  }

  async function show(here: Here, subscription?: string, done = ''): Promise<Screen> {
    const { home, recipient } = here.place;
    const all = await following.of(recipient);
    if (!isPlace(home)) return mineCard(all[0], drawn(here));
    const one = subscription && all.find(({ id }) => id === subscription);
    if (subscription && !one) return goneCard(home, drawn(here));
    return showCard(one ? [one] : all, home, drawn(here), done);
  }

  async function stop(here: Here, fits: (kept: Kept) => boolean): Promise<Screen> {
    const { place } = here;
    const stopped = await following.stop(place.recipient, place.person, fits);
    if (stopped.length === 0 || !isPlace(place.home)) return goneCard(place.home, drawn(here));
    return stoppedCard(stopped, place.home, drawn(here));
  }

  return {
    edit,
    save,
    show,
    stop,
    /** "Stopp abonnement": the only one is stopped; of several it is asked which. */
    async stopHere(here: Here): Promise<Screen> {
      const all = await following.of(here.place.recipient);
      return all.length === 1 ? stop(here, () => true) : show(here);
    },
    /** "Endre abonnement" */
    async change(here: Here): Promise<Screen> {
      const all = await following.of(here.place.recipient);
      return all.length === 1 ? edit(here, all[0]!.id) : show(here);
    },
  };
}

const editedOf = (kept: Kept | undefined): Edited => kept && { subscription: kept.id, version: kept.version };
