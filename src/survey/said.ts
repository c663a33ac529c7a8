import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { toLocal } from '../times.ts';
import type { Audience, Form, Words } from './model.ts';

/** How parts of a round are said on cards. */

/** "4. desember 2026 kl. 08.00"; '' for none. */
export function saidMoment(moment: Date | null, lang: Lang): string {
  if (!moment) return '';
  const { date, time } = toLocal(moment);
  const t = textsIn(lang);
  return t.survey.at(t.date(date), time);
}

export const titleOf = (form: Form, lang: Lang): string =>
  form.title[lang].trim() || textsIn(lang).survey.unnamed;

export function saidAudience(audience: Audience, lang: Lang): string {
  const t = textsIn(lang).survey.audience;
  switch (audience.kind) {
    case 'members':
    case 'channel':
      return audience.name ? t.named(t[audience.kind], audience.name) : t[audience.kind];
    case 'everyone':
      return t.everyone;
    case 'emails':
      return t.emails(audience.emails.length);
  }
}

/** The same text of ours in every language, for what is kept with a round. */
export const inAll = (text: (lang: Lang) => string): Words => ({
  nb: text('nb'),
  nn: text('nn'),
  en: text('en'),
});
