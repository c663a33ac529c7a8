import type { Deed } from '../../people/audit.ts';
import type { Purpose } from '../../people/channels.ts';
import type { May } from '../../people/rules.ts';
import type { Role } from '../../people/who.ts';

/** What the people cards and answers say, in one language. Names come in as they may be shown. */
export interface PeopleTexts {
  role: Record<Role, string>;
  /** "for redaktørene", of a channel. */
  purpose: Record<Purpose, string>;
  /** In place of a name we no longer have. */
  someone: string;
  /** To someone who may not: whose it is, and whom to ask. */
  mayNot(what: May, admins: string[]): string;
  /** Lines of the help, for those who may. */
  help: { surveys: string; roles: string };

  roles: {
    given(name: string, role: string): string;
    held(name: string, role: string): string;
    taken(name: string, role: string): string;
    notHeld(name: string, role: string): string;
    lastAdmin(name: string): string;
    /** An admin by ADMINS, which no chat changes. */
    set(name: string): string;
    /** Mentioned, but not where we asked. */
    notFound(name: string): string;
    /** Nobody was mentioned, no role named, or several things asked at once. */
    unclear: Record<'whom' | 'which' | 'both', string>;
    mine(roles: string[]): string;
    title: string;
    /** "Leder: Kari og Ola". */
    line(role: string, names: string[]): string;
    none: string;
    someSet: string;
    how: string;
    take: string;
    holds(name: string, role: string): string;
    next(left: number): string;
    confirm: { title(name: string, role: string): string; body: string; yes: string };
  };

  channels: {
    /** "Kanalen «Innkjøp»", first in a sentence; by its name or without. */
    here(name: string): string;
    there(name: string): string;
    /** "redaktørene og spørsmål om personvern". */
    several(purposes: string[]): string;
    chosen(channel: string, purposes: string): string;
    useEditors: string;
    useTopics: string;
    /** Another channel was chosen for it. */
    replaced(channel: string, purpose: string): string;
    dropped(purposes: string): string;
    notChosen: string;
    title: string;
    line(purpose: string, channel: string): string;
    none: string;
    without(purposes: string): string;
    how: string;
    /** It is written in the channel that is meant. */
    inChannel: string;
    unclear: string;
  };
  municipality: {
    is(name: string): string;
    none: string;
    how: string;
    chosen(name: string): string;
    /** What it is for. */
    use: string;
    already(name: string): string;
    confirm: {
      title(name: string): string;
      body(from: string, to: string): string;
      yes(name: string): string;
    };
    which: { title: string; body: string };
    unknown: { title(asked: string): string; near: string; body: string };
    inCounty(county: string): string;
  };

  audit: {
    title: string;
    kept: string;
    empty: string;
    /** Asked for where others would see it. */
    personal: string;
    deed(actor: string, deed: Deed): string;
    unreadable: string;
    older: string;
    newer: string;
  };

  no: string;
  unchanged: { title: string; body: string };
}
