import type { Refusal } from '../../handoff/handoffs.ts';
import type { State } from '../../handoff/rules.ts';
import type { Topic } from '../../knowledge/model.ts';

/** Questions that go to people, in one language. Names and what people wrote come in as they may be shown. */
export interface HandoffTexts {
  /** A line of the help, for editors. */
  help: string;
  /** Under an answer that is none, and after a thumb down. `hint` stands over it. */
  offer: { label: string; text: string; hint: string };
  disliked: { title: string; body(topic: string): string; note: string };
  about: Record<Topic, string>;
  channel(name: string): string;
  /** A colleague whose name we do not show, or no longer have. */
  someone: string;

  ask: {
    kicker: string;
    title: string;
    lead: string;
    readBy(channel: string): string;
    pick: string;
    topic: string;
    question: string;
    hint: string;
    help: string;
    name: string;
    named: string;
    nameless: string;
    /** Where the answer comes. */
    own: string;
    here: string;
    kept: string;
    send: string;
    no: string;
    declined: string;
    /** Why it was not sent. */
    empty: string;
    noTopic: string;
    long(max: number): string;
    none: string;
    many(most: number): string;
    old: string;
  };
  sent: {
    title: string;
    body(channel: string): string;
    own: string;
    here: string;
    /** We could not be sure where to. */
    nowhere: string;
    withdraw: string;
    sure: string;
    sureBody: string;
    keep: string;
    withdrawn: string;
    withdrawnBody: string;
  };

  /** The card in the channel. */
  card: {
    kicker(topic: string): string;
    again: string;
    title: Record<State, string>;
    from: string;
    nameless: string;
    sent: string;
    state: string;
    status: {
      open: string;
      taken(by: string): string;
      answered(by: string): string;
      closed(by: string): string;
    };
    helped: string;
    more: string;
    answer: string;
    before: string;
    reason: string;
    link: string;
    withdrawnBody: string;
    take: string;
    reply: string;
    close: string;
    reopen: string;
    /** Of one that is taken: for others to take. */
    putBack: string;
    draft: string;
    share: string;
    why(topic: string): string;
  };
  answerForm: {
    title: string;
    lead(asker: string): string;
    text: string;
    link: string;
    linkHelp: string;
    send: string;
  };
  closeForm: { title: string; lead: string; reason: string; hint: string; send: string };
  back: string;
  done: { taken: string; answered: string; closed: string; reopened: string };
  fault: {
    answer: string;
    link: string;
    reason: string;
    long(max: number): string;
    personal(kinds: string[]): string;
  };
  /** Someone was here first. */
  late: {
    taken(by: string): string;
    mine: string;
    answered(by: string): string;
    closed(by: string): string;
    open: string;
  };
  /** What was written stands there, so that nothing is lost. */
  written: string;
  refused: Record<Refusal, { title: string; body: string }>;

  /** To the one who asked. */
  notice: {
    taken(by: string): string;
    takenBody(channel: string): string;
    answered(by: string): string;
    answeredBody(channel: string): string;
    closed(by: string): string;
    closedBody: string;
    reopened: string;
    reopenedBody(channel: string): string;
    asked: string;
    reason: string;
    yes: string;
    notYet: string;
    more: string;
    moreHint: string;
    why: string;
    thanks: string;
    thanksBody: string;
    again: string;
    againBody(channel: string): string;
    over: string;
  };

  draft: {
    title: string;
    lead(file: string): string;
    text: string;
    share: string;
    noTitle: string;
    gone: string;
  };
  gaps: {
    /** The link to the counts as a file, what the file is called, and its columns. */
    csv: string;
    csvName: string;
    columns: string[];
    title: string;
    lead(days: number): string;
    none: string;
    other: string;
    line(unanswered: number, disliked: number): string;
    questions: string;
    noQuestions: string;
    articles: string;
    article(title: string, count: number): string;
    personal: string;
    kept: string;
    waiting: string;
    next(left: number): string;
  };
  waiting: {
    title: string;
    lead(count: number): string;
    none: string;
    row(topic: string, state: string, since: string, reminded: number): string;
    noChannel: string;
  };
}
