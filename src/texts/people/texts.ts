/** What the people cards and answers say, in one language. */
export interface PeopleTexts {
  title: string;
}
