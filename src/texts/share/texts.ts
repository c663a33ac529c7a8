export interface ShareTexts {
  title: string;
}
