/** What the survey cards and answers say, in one language. */
export interface SurveyTexts {
  title: string;
}
