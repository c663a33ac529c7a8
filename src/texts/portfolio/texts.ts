import type { Count, Stand } from '../../share/portfolio/rules.ts';

export interface PortfolioTexts {
  help: string;
  /** On the card of something shared. */
  button: Record<Stand, string>;
  /** "Brukes av 4 kommuner til": besides those whose it is. */
  more: Record<Stand, (count: number) => string>;
  seeAll: Record<Stand, string>;
  leave: string;

  /** What came of a press; `place` is a municipality and `title` what is shared. */
  added: { heading(place: string): string; line: Record<Stand, (title: string) => string> };
  already: { heading(place: string): string; line: Record<Stand, (title: string) => string> };
  own: { heading(place: string): string; line: Record<Stand, (title: string) => string> };
  left: { heading(place: string): string; line: Record<Stand, (title: string) => string> };
  /** It had been taken away before. */
  notThere: { heading(place: string): string; line: Record<Stand, (title: string) => string> };
  noMunicipality: string;
  /** For someone who may tie the organisation themselves. */
  howToTie: string;
  gone: string;

  /** Everyone who uses or needs `what`: a system, or a title in quotation marks. */
  who: Record<Stand, (count: Count, what: string) => string>;
  quoted(title: string): string;
  all: Record<Stand, string>;
  /** The groups of names; with how many where all are municipalities. */
  shared: Record<Stand, string>;
  say: Record<Stand, string>;
  counted(group: string, municipalities: number): string;
  solutions: string;
  read: string;
  next(left: number): string;
  previous: string;

  needs: {
    title: string;
    line: string;
    none: string;
    how: string;
    /** "3 kommuner og ett nettverk", or who where that is nobody by number; and how many shared solutions may meet it. */
    row(count: Count, who: string, fits: number): string;
    fits: string;
    noFits: string;
    all: string;
  };
}
