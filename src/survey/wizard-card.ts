import type { FillCard } from '../cards.ts';
import { button, field, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Button, Field } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import type { SurveyTemplate } from '../knowledge/survey.ts';
import type { From } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import { toLocal } from '../times.ts';
import { type Step, type SurveyActionData, steps } from './actions.ts';
import { FIELD, isLong, MAX_EMAILS, MAX_PURPOSE, MAX_TITLE } from './filled.ts';
import { type Audience, MIN_GROUP, type Plan, type Round } from './model.ts';
import { saidAudience, titleOf } from './said.ts';

/** The steps of "Ny undersøkelse" that are filled in, one card each. */

/** The template is chosen first, and counts as a step. */
const STEPS = steps.length + 1;
const REMIND_DAYS = [7, 3, 1];

/** How a step is shown: the round as it is, or as it was filled in when that was refused. */
export interface StepView {
  round: Pick<Round, 'id'>;
  plan: Plan;
  /** Where the leader stands: an audience of members is those of this place. */
  scope: From['scope'];
  /** Why what was filled in was refused. */
  warning: string;
}

export function startCard(templates: SurveyTemplate[], lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).survey;
  const start = (template: string): SurveyActionData => ({ do: 'survey.start', lang, template });
  return formCard(fill, lang, {
    heading: t.start.title,
    lines: [t.start.lead],
    rowsTitle: t.start.templates,
    rows: [
      ...templates.map(({ id, title, minutes, dimensions }) =>
        row(title[lang], t.start.template(t.minutes(minutes), dimensions.length), start(id), 'open'),
      ),
      row(t.start.own, t.start.ownText, start(''), 'open'),
    ],
    note: t.start.dialog,
  });
}

export function stepCard(
  step: 'about' | 'audience' | 'time',
  view: StepView,
  lang: Lang,
  fill: FillCard,
): Screen {
  const heading = textsIn(lang).survey.step[step].heading;
  const shown = {
    kicker: stepOf(step, lang),
    heading,
    warning: view.warning,
    buttons: wayOn(step, view, lang),
  };
  switch (step) {
    case 'about':
      return formCard(fill, lang, { ...shown, fields: aboutFields(view.plan, lang) });
    case 'audience':
      return formCard(fill, lang, { ...shown, ...audience(view, lang) });
    case 'time': {
      const { lead } = textsIn(lang).survey.step.time;
      return formCard(fill, lang, { ...shown, lines: [lead], fields: timeFields(view.plan, lang) });
    }
  }
}

export const stepOf = (step: Step, lang: Lang): string =>
  textsIn(lang).survey.step.of(steps.indexOf(step) + 2, STEPS);

/** Back and on from a step; on the first, back is to let it be. */
export function wayOn(step: Step, { round }: Pick<StepView, 'round'>, lang: Lang): Button[] {
  const t = textsIn(lang).survey;
  const at = steps.indexOf(step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  const go = (to: Step, back: boolean): SurveyActionData => ({
    do: 'survey.step',
    lang,
    round: round.id,
    at: step,
    go: to,
    back,
  });
  return [
    ...(after ? [button(t.next, go(after, false), { style: 'positive' })] : []),
    before
      ? button(t.back, go(before, true))
      : button(t.step.discard, { do: 'survey.discard', lang, round: round.id }),
  ];
}

function aboutFields({ form, anonymous, minGroup, shownTo }: Plan, lang: Lang): Field[] {
  const t = textsIn(lang).survey.step.about;
  return [
    field('text', FIELD.title, t.title, lang, { value: form.title[lang], max: MAX_TITLE }),
    field('long', FIELD.purpose, t.purpose, lang, {
      value: form.purpose[lang],
      help: t.purposeHint,
      max: MAX_PURPOSE,
    }),
    field('one', FIELD.anonymous, t.anonymous, lang, {
      value: anonymous ? 'yes' : 'no',
      choices: [
        { title: t.anonymousYes, value: 'yes' },
        { title: t.anonymousNo, value: 'no' },
      ],
    }),
    field('number', FIELD.minGroup, t.minGroup, lang, { value: minGroup || MIN_GROUP }),
    field('one', FIELD.shownTo, t.shownTo, lang, {
      value: shownTo,
      choices: (['sender', 'leaders', 'everyone'] as const).map((value) => ({ title: t[value], value })),
    }),
  ];
}

function audience({ plan, scope }: StepView, lang: Lang): { fields: Field[]; note: string } {
  const t = textsIn(lang).survey.step.audience;
  const here: Audience['kind'][] =
    scope === 'channel' ? ['members', 'channel'] : scope === 'group' ? ['members'] : [];
  const offered = [...here, 'everyone', 'emails'] as const;
  const chosen = plan.audience;
  // Chosen in another place than this: it can be kept, and not chosen again.
  const elsewhere = chosen && !offered.includes(chosen.kind) ? chosen : null;
  const emails = chosen?.kind === 'emails' ? chosen.emails : [];
  return {
    fields: [
      field('one', FIELD.audience, t.label, lang, {
        value: elsewhere ? 'kept' : (chosen?.kind ?? ''),
        choices: [
          ...(elsewhere ? [{ title: t.kept(saidAudience(elsewhere, lang)), value: 'kept' }] : []),
          ...offered.map((value) => ({ title: t[value], value })),
        ],
      }),
      field('long', FIELD.emails, t.list, lang, {
        value: isLong(emails) ? '' : emails.join('\n'),
        hint: t.listHint,
        help: isLong(emails) ? t.kept(saidAudience({ kind: 'emails', emails }, lang)) : '',
        max: MAX_EMAILS,
      }),
    ],
    note: scope === 'personal' ? t.elsewhere : '',
  };
}

function timeFields({ opensAt, closesAt, remindDays, repeat }: Plan, lang: Lang): Field[] {
  const t = textsIn(lang).survey.step.time;
  const [opens, closes] = [opensAt, closesAt].map((moment) => moment && toLocal(moment));
  return [
    field('date', FIELD.opensDay, t.opensDate, lang, { value: opens?.date ?? '' }),
    field('time', FIELD.opensClock, t.opensTime, lang, { value: opens?.time ?? '' }),
    field('date', FIELD.closesDay, t.closesDate, lang, { value: closes?.date ?? '' }),
    field('time', FIELD.closesClock, t.closesTime, lang, { value: closes?.time ?? '' }),
    field('many', FIELD.remind, t.remind, lang, {
      value: remindDays.join(','),
      choices: REMIND_DAYS.map((days) => ({ title: t.remindDays(days), value: `${days}` })),
    }),
    field('few', FIELD.repeat, t.repeat, lang, {
      value: repeat,
      choices: [
        { title: t.none, value: 'none' },
        { title: t.halfYear, value: 'half-year' },
        { title: t.year, value: 'year' },
      ],
    }),
  ];
}

/** "Vil du forkaste utkastet?" */
export function discardCard(round: Round, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).survey;
  return formCard(fill, lang, {
    kicker: plain(titleOf(round.plan.form, lang)),
    heading: t.step.preview.sure,
    lines: [t.step.preview.sureBody],
    buttons: [
      button(
        t.step.preview.discard,
        { do: 'survey.discard', lang, round: round.id, sure: true },
        { style: 'destructive' },
      ),
      button(t.cancel, { do: 'survey.status', lang, round: round.id }),
    ],
  });
}
