/** A drawing is made once for wide screens and paper and once for phones; the style sheet shows one of them. */
export interface Size {
  width: number;
  font: number;
  /** About how many characters of a label fit on a line. */
  columns: number;
}

export const WIDE: Size = { width: 720, font: 15, columns: 88 };
export const NARROW: Size = { width: 280, font: 14, columns: 34 };
