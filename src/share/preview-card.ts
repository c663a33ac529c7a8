import type { Choice, FillCard } from '../cards.ts';
import { button, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Names } from './desk-deps.ts';
import type { Content } from './model.ts';
import { shown } from './shown.ts';
import { titleOf } from './solution.ts';
import { stepOf, wayOn } from './wizard-card.ts';

interface Look {
  entry: string;
  editor: boolean;
  content: Content;
  /** What others have shared that may be the same. */
  similar: Choice[];
  warning: string;
}

/** The last step: as it will be read, and what there is already. */
export function previewCard(look: Look, lang: Lang, names: Names, fill: FillCard): Screen {
  const t = textsIn(lang).share;
  const { entry, editor, content, similar, warning } = look;
  const { lines, facts } = shown(content, names, lang);
  return formCard(fill, lang, {
    kicker: stepOf('preview', editor, lang),
    heading: t.step.heading.preview,
    warning,
    lines: [t.preview.ready, `**${plain(titleOf(content))}**`, ...lines],
    facts,
    rowsTitle: similar.length > 0 ? t.preview.similar : '',
    rows: similar.map(({ label, text, data }) => row(label, text, data)),
    note: similar.length > 0 ? t.preview.kept : '',
    buttons: [
      button(t.preview.submit, { do: 'share.submit', lang, entry }, { style: 'positive' }),
      ...wayOn('preview', { entry, editor }, lang),
      button(t.preview.discard, { do: 'share.discard', lang, entry }, { style: 'destructive' }),
    ],
  });
}

/** "Vil du forkaste utkastet?" */
export function discardCard(entry: string, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).share;
  return formCard(fill, lang, {
    heading: t.preview.sure,
    lines: [t.preview.sureBody],
    buttons: [
      button(t.preview.discard, { do: 'share.discard', lang, entry, sure: true }, { style: 'destructive' }),
      button(t.cancel, { do: 'share.step', lang, entry, go: 'about' }),
    ],
  });
}
