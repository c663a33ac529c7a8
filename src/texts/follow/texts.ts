export interface FollowTexts {
  title: string;
}
