/**
 * What the report, its files and the pages for dead links say, in one language. Numbers come in as numbers and are
 * written as the language writes them; days come in as "2026-11-21".
 */
export interface ReportTexts {
  /** "3,4": with one decimal for scores and none for counts. */
  number(value: number, decimals: number): string;
  /** "34 %" */
  percent(value: number): string;
  /** "+0,3", "−0,2" or "0,0" */
  change(value: number): string;

  title(survey: string): string;
  skip: string;
  languages: string;
  contents: string;
  /** For what is held back or does not exist, in a table. */
  notShown: string;

  brief: {
    title: string;
    rate(answered: number, invited: number, percent: number): string;
    /** Where nobody knows how many were asked, as in a channel. */
    answered(count: number): string;
    best(dimension: string, score: number): string;
    weakest(dimension: string, score: number): string;
    /** The dimension that has changed most since the round before. */
    changed(dimension: string, change: number): string;
  };
  tooFew: { title: string; body(minGroup: number): string };

  scores: {
    title: string;
    intro: string;
    caption: string;
    /** What a screen reader says of the chart; the table beside it has the numbers. */
    chart: string;
    dimension: string;
    score: string;
    before: string;
    change: string;
    /** In the legend of the chart: median and middle half together. */
    theirs: string;
    median: string;
    quartiles: string;
    /** "2,9–3,6" */
    between(lower: number, upper: number): string;
    answers: string;
    others(count: number): string;
    noOthers(min: number): string;
    firstTime: string;
  };

  next: {
    title: string;
    intro(dimension: string, score: number): string;
    advice: string;
    articles: string;
    solutions: string;
    noSolutions: string;
    source: string;
  };

  answers: {
    intro: string;
    caption(page: string): string;
    chart(page: string): string;
    statement: string;
    answer: string;
    count: string;
    share: string;
    dontKnow: string;
    notAnswered: string;
    reversed: string;
    several: string;
    hidden: string;
    textBelow: string;
  };

  groups: {
    title: string;
    intro(question: string): string;
    caption: string;
    group: string;
    answered: string;
    heldBack(count: number, minGroup: number): string;
    none: string;
  };

  free: { title: string; intro: string; few(min: number): string };

  about: {
    title: string;
    askedBy: string;
    municipality: string;
    period: string;
    fromTo(from: string, to: string): string;
    closed(day: string): string;
    questions: string;
    kind: string;
    anonymous: string;
    named: string;
  };
  privacy: {
    title: string;
    anonymous(minGroup: number, minText: number): string[];
    named(minGroup: number): string[];
  };
  method: { title: string; lines(minOthers: number): string[] };

  files: { title: string; xlsx: string; csv: string };
  footer: string;
  expires(day: string): string;

  /** Column names and sheet names of the files. */
  file: {
    /** The column that says which sheet a row belongs to. */
    part: string;
    overview: string;
    questions: string;
    groups: string;
    free: string;
    content: string;
    question: string;
    value: string;
    survey: string;
    invited: string;
    answered: string;
    rate: string;
    everyone: string;
    lower: string;
    upper: string;
    municipalities: string;
    minGroup: string;
    heldBack: string;
    name: string;
    named: string;
    text: string;
  };

  gone: { title: string; body: string };
  expired: { title: string; body: string };
  wrong: { title: string; body: string };
}
