export interface HandoffTexts {
  title: string;
}
