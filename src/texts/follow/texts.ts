import type { Home, Rhythm } from '../../follow/model.ts';
import type { Solution } from '../../knowledge/solution.ts';

type Place = Exclude<Home, 'person'>;

export interface FollowTexts {
  /** In help and in the welcome: how to follow. */
  how: string;
  welcome: string;
  everything: string;
  /** Within a sentence. */
  solution(title: string): string;
  /** "velferdsteknologi, Agder og Lillestrøm" */
  joined(names: string[]): string;
  /** "hver mandag kl. 08.00, men ikke på helligdager" */
  rhythm(rhythm: Rhythm): string;

  form: {
    title: Record<Home, string>;
    change: Record<Home, string>;
    lead: Record<Home, string>;
    what: string;
    everything: string;
    chosen: string;
    topics: string;
    tags: string;
    tagsHelp: string;
    municipalities: string;
    municipalitiesHelp: string;
    counties: string;
    countiesHelp: string;
    every: string;
    now: string;
    day: string;
    week: string;
    weekday: string;
    /** From Monday. */
    weekdays: string[];
    at: string;
    daysOff: string;
    waits: string;
    comes: string;
    save: string;
    keep: string;
    cancel: string;
  };
  fault: {
    /** What was filled in is not saved yet. */
    some: string;
    nothing: string;
    unknown(text: string, near: string[]): string;
    /** A name that several have. */
    several(text: string, which: string[]): string;
    time: string;
    weekend: string;
    many(most: number): string;
  };
  /** "Skedsmo er i dag Lillestrøm." */
  today(was: string, now: string[]): string;

  shown: {
    title: Record<Place, string>;
    none: Record<Place, string>;
    noneBody: string;
    follows(names: string): string;
    when(rhythm: string): string;
    /** Who made it is not said. */
    maker: string;
    change: string;
    stop: string;
    another: string;
    make: string;
  };
  done: {
    made: Record<Home, string>;
    changed: string;
    stopped: Record<Place, string>;
    stoppedBody: Record<Place, string>;
    again: string;
    show: string;
    /** Someone else changed or stopped it meanwhile. */
    meanwhile: string;
    gone: string;
    goneBody: string;
    known: string;
    /** There is no room for one more. */
    full: string;
  };

  mine: {
    title: string;
    none: string;
    lead(rhythm: string): string;
    stopRow: string;
    /** On a row of something to follow. */
    followRow: string;
    rhythm: string;
    more: string;
    stopAll: string;
    stopped(names: string): string;
    stoppedAll: string;
    again: string;
    started(names: string): string;
    already(names: string): string;
    /** They cannot be written to. */
    unreachable: string;
    also: string;
    all: string;
    full: string;
    unknown(text: string): string;
    unknownBody: string;
    /** Pressed on an old card. */
    noSolution: string;
    noSolutionBody: string;
    /** Asked for where others read along. */
    personal: string;
  };

  notice: {
    kicker: Record<Solution['kind'], { new: string; changed: string }>;
    why: Record<Home, (names: string) => string>;
    open: string;
    follow: string;
    stop: string;
    withdrawn: string;
    withdrawnBody: string;
    /** For the notification. */
    summary(title: string): string;
  };
  digest: {
    title(count: number): string;
    lead: string;
    /** After whose it is: ", endret" */
    changed: string;
    because(names: string): string;
    also: string;
    /** The last in a row of titles. */
    more(count: number): string;
    why: Record<Home, string>;
    show: string;
    stop: string;
  };
  closed: {
    title: string;
    /** "kanalen «Innkjøp»", within a sentence; the name is not always known. */
    place(home: Place, name: string): string;
    gone(place: string): string;
    deleted(place: string): string;
    stopped(place: string): string;
    followed(names: string): string;
    how: string;
  };
}
