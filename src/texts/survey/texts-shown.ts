/** What those who are asked read, the results, and what is sent unasked. Dates and times come in as they are said. */
export interface ShownTexts {
  answer: {
    asks(name: string): string;
    until(at: string): string;
    takes(minutes: string, questions: string): string;
    anonymous(name: string, minGroup: number): string;
    named(name: string): string;
    freeText: string;
    voluntary(anonymous: boolean): string;
    channel: string;
    start: string;
    summary(name: string, title: string): string;
    page(page: number, of: number): string;
    faults: string;
    fault: Record<'required' | 'number' | 'date' | 'too-long' | 'personal-data', string>;
    numberHint: string;
    pause: string;
    paused: string;
    pausedBody(at: string): string;
    goOn: string;
    ready: string;
    readyAnonymous: string;
    readyNamed: string;
    missing(pages: number): string;
    toPage(page: number, title: string): string;
    send: string;
    sent: string;
    sentAnonymous(minGroup: number): string;
    sentNamed(at: string): string;
    change: string;
    already: string;
    alreadyBody: string;
    late: string;
    lateBody(title: string): string;
    notOpen: string;
    notOpenBody(at: string): string;
    notAsked: string;
    notAskedBody: string;
    withdrawn: string;
    withdrawnBody: string;
    gone: string;
    goneBody: string;
  };

  results: {
    kicker: string;
    rate(answered: number, invited: number): string;
    rateChannel(answered: number): string;
    closed(at: string): string;
    tooFew(minGroup: number): string;
    scores: string;
    scoresLead: string;
    dimension: string;
    score: string;
    change: string;
    others: string;
    changeOthers: string;
    changeNote: string;
    othersNote(count: number, lower: string, upper: string): string;
    nothing: string;
    about: string;
    answers: string;
    numberOf(n: number, of: number): string;
    few: string;
    weakest(title: string): string;
    see: string;
    read: string;
    heldBack(count: number): string;
    groups: string;
    groupsLead(minGroup: number): string;
    group: string;
    distribution(title: string): string;
    chart: string;
    noChart: string;
    option: string;
    count: string;
    other: string;
    texts: string;
    textsLead: string;
    noTexts(minimum: number): string;
    more(left: number): string;
    named: string;
    overview: string;
    report: string;
    csv: string;
    xlsx: string;
    links: string;
    summary(title: string): string;
  };

  notice: {
    reminder: string;
    reminderBody(at: string): string;
    results: string;
    resultsBody(title: string): string;
    next(title: string): string;
    nextBody(at: string): string;
    notOpened(title: string): string;
    notOpenedBody: string;
    why: string;
    see: string;
  };

  /** Whether the municipality's scores count in the comparison of others. */
  compare: { on: string; off: string };
}
