import type { Step } from '../../share/actions.ts';
import type { Gdpr, Kind } from '../../share/model.ts';
import type { Fault } from '../../share/reading.ts';
import type { Decided, EntryState, Made, Refusal } from '../../share/rules.ts';
import type { FieldName } from '../../share/written.ts';

/** What the cards of sharing say, in one language. Titles, names and reasons come in as they may be shown. */
export interface ShareTexts {
  /** Lines of the help; the second for those who may. */
  help: string;
  helpEditors: string;
  title: string;
  lead: string;
  /** What is shared, as a heading or a name. */
  kind: Record<Kind, string>;
  kindText: Record<Kind, string>;
  state: Record<EntryState, string>;
  made: Record<Made, string>;
  answer: Record<NonNullable<Gdpr['done']>, string>;
  refusal: Record<Refusal, string>;
  fault(fault: Fault): string;
  /** Several fields of a step are wrong. */
  faults: string;
  /** Personal data of these kinds was stopped. */
  personal(kinds: string): string;
  /** The same of a field, whose text is not shown again. */
  personalField: string;
  /** Of the text of a message that was to be shared. */
  personalMessage(kinds: string): string;

  and: string;
  next: string;
  back: string;
  cancel: string;
  older: string;
  mine: {
    /** Asked for where others would see it. */
    personal: string;
    title: string;
    lead: string;
    none: string;
    draft: string;
    untitled: string;
    at(day: string): string;
  };
  waiting: { title: string; lead: string; none: string; row(kind: string, day: string): string };

  step: {
    of(step: number, of: number): string;
    heading: Record<Step, string>;
    lead: Partial<Record<Step, string>>;
    field: Record<FieldName, string>;
    hint: Partial<Record<FieldName, string>>;
    help: Partial<Record<FieldName, string>>;
    choose: string;
    consent: string;
    kept: string;
  };
  preview: {
    similar: string;
    /** Under what is like it, for who opens one of those. */
    kept: string;
    ready: string;
    submit: string;
    discard: string;
    sure: string;
    sureBody: string;
    discarded: string;
  };
  fact: {
    kind: string;
    place: string;
    year: string;
    procedure: string;
    systems: string;
    topic: string;
    tags: string;
    /** "Stikkordet «x» finnes ikke lenger." */
    lostTags(slugs: string[]): string;
    dpia: string;
    agreement: string;
    links: string;
    contact: string;
    summary: string;
  };
  part: Record<'problem' | 'done' | 'result' | 'again' | 'otherwise', string>;

  /** What happens next, after sending in. */
  sent: { channel: string; people: string; nobody: string };
  /** "Kari Nordmann godkjente dette 30. november 2026." */
  decided(what: Decided, by: string, day: string): string;
  reason(reason: string): string;
  /** In place of a name we do not have. */
  someone: string;
  open: {
    kicker(state: string, version: number): string;
    /** What others see while a correction waits, and when it was rejected. */
    shown: string;
    stays: string;
    what: string;
  };
  act: {
    approve: string;
    changes: string;
    reject: string;
    withdraw: string;
    correct: string;
    versions: string;
    restore: string;
  };
  sure: Record<
    'approve' | 'changes' | 'reject' | 'withdraw' | 'restore',
    { heading: string; body: string; yes: string }
  >;
  ask: {
    reason: string;
    reasonMissing: string;
    reasonPersonal: string;
    tell: string;
    tellYes: string;
    tellNo: string;
  };
  done: Record<Decided, string>;
  versions: {
    title: string;
    lead: string;
    row(number: number): string;
    shown: string;
    of(number: number): string;
  };
  notice: {
    waits(title: string): string;
    decide: string;
    whyChannel: string;
    settled(title: string): string;
    see: string;
    sharer: Record<Decided, { heading(title: string): string; body: string }>;
    mend: string;
    whySharer: string;
  };
}
