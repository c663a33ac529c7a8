/** What editors are told of faults in the knowledge base. The faults themselves are in Norwegian, as its files are. */
export interface FaultsTexts {
  kicker: string;
  broken(count: number): string;
  brokenBody: string;
  more(left: number): string;
  how: string;
  mended: string;
  mendedBody: string;
  why: string;
}
