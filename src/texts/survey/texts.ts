import type { Question, RoundState } from '../../survey/model.ts';
import type { Refusal } from '../../survey/survey.ts';
import type { ShownTexts } from './texts-shown.ts';

/** What the survey cards and answers say, in one language. Dates and times come in as they are said (`at`). */
export interface SurveyTexts extends ShownTexts {
  /** "4. desember 2026 kl. 08.00"; `day` is said already, `clock` is "08:00". */
  at(day: string, clock: string): string;
  people(count: number): string;
  minutes(count: number): string;
  questions(count: number): string;
  state: Record<RoundState, string>;
  kind: Record<Question['kind'], string>;
  scale: [string, string, string, string, string];
  dontKnow: string;
  required: string;
  voluntary: string;
  unnamed: string;
  refusal: Record<Refusal, string>;
  back: string;
  next: string;
  cancel: string;
  yes: string;
  no: string;

  start: {
    title: string;
    lead: string;
    dialog: string;
    templates: string;
    template(minutes: string, dimensions: number): string;
    own: string;
    ownText: string;
  };
  mine: {
    title: string;
    lead: string;
    none: string;
    row(state: string, until: string): string;
    /** Of another leader's, whose results may be seen. */
    from(name: string): string;
    older: string;
  };

  step: {
    of(step: number, of: number): string;
    discard: string;
    about: {
      heading: string;
      title: string;
      purpose: string;
      purposeHint: string;
      anonymous: string;
      anonymousYes: string;
      anonymousNo: string;
      minGroup: string;
      shownTo: string;
      sender: string;
      leaders: string;
      everyone: string;
    };
    questions: {
      heading: string;
      template(questions: number, pages: number): string;
      none: string;
      own: string;
      add: string;
      groups: string;
      groupsText: string;
      groupsOn(count: number): string;
    };
    question: {
      add(kind: string): string;
      edit: string;
      text: string;
      options: string;
      optionsHint: string;
      mustAnswer: string;
      textHint: string;
      save: string;
      up: string;
      down: string;
      remove: string;
      noText: string;
      fewOptions: string;
      manyOptions: string;
      page: string;
    };
    groups: {
      heading: string;
      lead(minGroup: number): string;
      text: string;
      standard: string;
      options: string;
      remove: string;
      page: string;
    };
    audience: {
      heading: string;
      label: string;
      members: string;
      channel: string;
      everyone: string;
      emails: string;
      elsewhere: string;
      kept(audience: string): string;
      list: string;
      listHint: string;
    };
    time: {
      heading: string;
      lead: string;
      opensDate: string;
      opensTime: string;
      closesDate: string;
      closesTime: string;
      remind: string;
      remindDays(days: number): string;
      repeat: string;
      none: string;
      halfYear: string;
      year: string;
    };
    preview: {
      heading: string;
      lead: string;
      see: string;
      reached(count: string): string;
      unreachable(count: number): string;
      unknown(emails: string, more: number): string;
      send: string;
      schedule: string;
      later: string;
      discard: string;
      sure: string;
      sureBody: string;
      discarded: string;
      seen: string;
      done: string;
    };
  };

  fact: {
    audience: string;
    reached: string;
    opens: string;
    atOnce: string;
    closes: string;
    remind: string;
    noRemind: string;
    remindDays(days: number[]): string;
    repeat: string;
    answers: string;
    anonymous(minGroup: number): string;
    named: string;
    shownTo: string;
    questions: string;
    state: string;
    answered: string;
    answeredOf(answered: number, invited: number): string;
    answeredChannel(answered: number): string;
    answeredFew(minGroup: number, invited: number): string;
    delivery: string;
    delivered(sent: number, planned: number): string;
    gone(count: number): string;
    failed(count: number): string;
    held: string;
  };
  audience: {
    members: string;
    channel: string;
    named(kind: string, name: string): string;
    everyone: string;
    emails(count: number): string;
  };

  status: {
    kicker: string;
    hidden: string;
    sent(at: string): string;
    sentNow: string;
    refresh: string;
    edit: string;
    results: string;
    copy: string;
    close: string;
    closeSure: string;
    closeBody: string;
    extend: string;
    extendBody: string;
    extendSave: string;
    correct: string;
    correctBody: string;
    corrected: string;
    correctSave: string;
    correctNone: string;
    withdraw: string;
    /** To those who have not answered. */
    remind: string;
    remindSure: string;
    remindBody: string;
    /** Of what has not been sent yet. */
    hold: string;
    holdSure: string;
    holdBody: string;
    release: string;
    withdrawSure: string;
    withdrawBody: string;
    done: Record<
      'reminded' | 'held' | 'released' | 'closed' | 'extended' | 'corrected' | 'withdrawn',
      string
    >;
    what: string;
    waiting: string;
  };
}
