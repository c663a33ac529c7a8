import type { FillCard } from '../cards.ts';
import { button, fact, formCard, plain, type Screen } from '../form-card.ts';
import type { Outgoing } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { Names } from './desk-deps.ts';
import { decisionLine, stateLine } from './entry-card.ts';
import type { Notices } from './notices.ts';
import { lostTags } from './shown.ts';
import { summaryOf, titleOf } from './solution.ts';

/** What is sent unasked about what was shared, as cards. */
export function createNotices({ fill, names }: { fill: FillCard; names: () => Names }): Notices {
  return {
    toEditors(entry, lang) {
      const all = textsIn(lang);
      const t = all.share;
      const { id, state, content } = entry;
      const title = plain(titleOf(content));
      const waits = state === 'waiting';
      const { nameOf } = names();
      return outgoing(
        formCard(fill, lang, {
          kicker: stateLine(entry, lang),
          heading: waits ? t.notice.waits(title) : t.notice.settled(title),
          lines: [decisionLine(entry, lang), waits ? plain(summaryOf(content)[lang]) : ''],
          facts: [
            fact(t.fact.kind, t.kind[content.kind]),
            fact(t.fact.place, content.municipalities.map(nameOf).map(plain).join(', ')),
            fact(t.fact.topic, all.topic[content.topic]),
          ],
          after: [lostTags(content, names(), lang)],
          note: t.notice.whyChannel,
          // One card in a channel is pressed by people of several languages.
          buttons: [
            button(
              waits ? t.notice.decide : t.notice.see,
              { do: 'share.open', entry: id },
              {
                verb: 'open',
                style: waits ? 'positive' : 'default',
              },
            ),
          ],
        }),
      );
    },
    toSharer(entry, lang) {
      const t = textsIn(lang).share;
      const { id, content, decision } = entry;
      const { heading, body } = t.notice.sharer[decision?.what ?? 'approve'];
      return outgoing(
        formCard(fill, lang, {
          heading: heading(plain(titleOf(content))),
          lines: [decisionLine(entry, lang), body],
          note: t.notice.whySharer,
          buttons: [
            decision?.what === 'changes'
              ? button(
                  t.notice.mend,
                  { do: 'share.correct', lang, entry: id },
                  { verb: 'open', style: 'positive' },
                )
              : button(t.notice.see, { do: 'share.open', lang, entry: id }, { verb: 'open' }),
          ],
        }),
      );
    },
  };
}

const outgoing = ({ card, summary }: Screen): Outgoing => ({ kind: 'card', card, summary });
