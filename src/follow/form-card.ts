import type { FillCard } from '../cards.ts';
import { button, field, formCard, plain, type Screen } from '../form-card.ts';
import type { Field } from '../form-cards.ts';
import { type Lang, topics } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { FIELD, type Form } from './filled.ts';
import type { Home } from './model.ts';
import { LONGEST_TEXT } from './names.ts';

/** What a form is about: something that is followed already, as it was then, or something new. */
export type Edited = { subscription: string; version: number } | undefined;

/** "Abonner": what to follow, and when to be told. */
export function subscribeCard(
  form: Form,
  edited: Edited,
  home: Home,
  lang: Lang,
  fill: FillCard,
  warning = '',
): Screen {
  const t = textsIn(lang).follow.form;
  const faulty = Object.keys(form.faults).length > 0;
  return formCard(fill, lang, {
    heading: (edited ? t.change : t.title)[home],
    lines: [t.lead[home]],
    warning: warning || (faulty ? textsIn(lang).follow.fault.some : ''),
    fields: [...whatFields(form, lang), ...whenFields(form, lang)],
    buttons: [
      button(edited ? t.keep : t.save, { do: 'follow.save', lang, ...edited }, { style: 'positive' }),
      button(t.cancel, { do: home === 'person' ? 'follow.mine' : 'follow.show', lang }),
    ],
  });
}

function whatFields(
  { everything, topics: chosen, tags, municipalities, counties, faults }: Form,
  lang: Lang,
): Field[] {
  const t = textsIn(lang);
  const f = t.follow.form;
  return [
    field('one', FIELD.what, f.what, lang, {
      value: everything ? 'everything' : 'chosen',
      fault: plain(faults.what ?? ''),
      choices: [
        { title: f.chosen, value: 'chosen' },
        { title: f.everything, value: 'everything' },
      ],
    }),
    field('many', FIELD.topics, f.topics, lang, {
      value: chosen.join(','),
      choices: topics.map((value) => ({ title: t.topic[value], value })),
    }),
    field('text', FIELD.tags, f.tags, lang, {
      value: tags,
      fault: plain(faults.tags ?? ''),
      help: f.tagsHelp,
      max: LONGEST_TEXT,
    }),
    field('text', FIELD.municipalities, f.municipalities, lang, {
      value: municipalities,
      fault: plain(faults.municipalities ?? ''),
      help: f.municipalitiesHelp,
      max: LONGEST_TEXT,
    }),
    field('text', FIELD.counties, f.counties, lang, {
      value: counties,
      fault: plain(faults.counties ?? ''),
      help: f.countiesHelp,
      max: LONGEST_TEXT,
    }),
  ];
}

function whenFields({ rhythm, faults }: Form, lang: Lang): Field[] {
  const f = textsIn(lang).follow.form;
  return [
    field('one', FIELD.every, f.every, lang, {
      value: rhythm.every,
      choices: (['now', 'day', 'week'] as const).map((value) => ({ title: f[value], value })),
    }),
    field('few', FIELD.weekday, f.weekday, lang, {
      value: `${rhythm.weekday}`,
      fault: plain(faults.weekday ?? ''),
      choices: f.weekdays.map((title, n) => ({ title, value: `${n + 1}` })),
    }),
    field('time', FIELD.at, f.at, lang, { value: rhythm.at, fault: plain(faults.at ?? '') }),
    field('one', FIELD.daysOff, f.daysOff, lang, {
      value: rhythm.daysOff ? 'yes' : 'no',
      choices: [
        { title: f.waits, value: 'no' },
        { title: f.comes, value: 'yes' },
      ],
    }),
  ];
}
