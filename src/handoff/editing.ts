import { toCsv } from '../csv.ts';
import { button, field, formCard, type Screen } from '../form-card.ts';
import type { Lang, Topic } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { toLocal } from '../times.ts';
import { saidCard } from './asker-card.ts';
import type { HandoffDeskDeps } from './desk-deps.ts';
import { draftOf, experienceOf } from './draft.ts';
import { type Disliked, GAP_DAYS, gapsCard, PAGE, waitingCard } from './gaps-card.ts';
import type { Handoff } from './model.ts';
import { type Counts, gapsOf } from './rules.ts';

/** What editors make of what was asked. Whether the one who asks may is settled before. */
export function createEditing(deps: HandoffDeskDeps) {
  const { handoffs, channels, fill, now, counts, articleOf, articleIds } = deps;

  async function gaps(tenant: string, from: number, lang: Lang): Promise<Screen> {
    const [counted, page] = await Promise.all([
      counts(tenant, GAP_DAYS),
      handoffs.page(tenant, 'all', from, PAGE),
    ]);
    const byTopic = gapsOf(counted, (section) => articleOf(section)?.topic);
    const file = deps.gapsLink(tenant, lang);
    return gapsCard(byTopic, dislikedIn(counted), { ...page, from }, file, lang, fill);
  }

  /** Counts only: a link opens for whoever has it. */
  async function gapsCsv(tenant: string, lang: Lang): Promise<string> {
    const all = textsIn(lang);
    const counted = await counts(tenant, GAP_DAYS);
    const saidTopic = (topic: Topic | null | undefined) =>
      topic ? all.topic[topic] : all.handoff.gaps.other;
    return toCsv(all.handoff.gaps.columns, [
      ...gapsOf(counted, (section) => articleOf(section)?.topic).map(({ topic, unanswered, disliked }) => [
        saidTopic(topic),
        '',
        unanswered,
        disliked,
      ]),
      ...dislikedIn(counted).map(({ section, title, count }) => [
        saidTopic(articleOf(section)?.topic),
        title,
        '',
        count,
      ]),
    ]);
  }

  function dislikedIn({ disliked }: Counts): Disliked[] {
    return disliked
      .flatMap(({ section, count }) => {
        const article = section === null ? undefined : articleOf(section);
        return section !== null && article ? [{ section, title: article.title, count }] : [];
      })
      .sort((a, b) => b.count - a.count);
  }

  async function waiting(tenant: string, from: number, lang: Lang): Promise<Screen> {
    const [page, chosen] = await Promise.all([
      handoffs.page(tenant, 'waiting', from, PAGE),
      channels.all(tenant),
    ]);
    const hasChannel = ({ topic }: Handoff) => chosen.some(({ purpose }) => purpose === topic);
    return waitingCard({ ...page, from }, hasChannel, lang, fill);
  }

  /** An answer of the tenant, or why there is none to make something of. */
  async function answered(tenant: string, id: string, lang: Lang): Promise<Handoff | { screen: Screen }> {
    const t = textsIn(lang).handoff;
    const handoff = await handoffs.get(id);
    if (!handoff || handoff.tenant !== tenant || handoff.state === 'withdrawn')
      return { screen: saidCard(t.refused.gone, lang, fill) };
    return handoff.content.answer
      ? handoff
      : { screen: saidCard({ title: t.draft.title, body: t.draft.gone }, lang, fill) };
  }

  /** A file to copy: nothing is written. */
  async function draft(tenant: string, id: string, lang: Lang): Promise<Screen> {
    const t = textsIn(lang).handoff.draft;
    const handoff = await answered(tenant, id, lang);
    if ('screen' in handoff) return handoff.screen;
    const taken = articleIds().map((article) => `articles/${article}.md`);
    const made = draftOf(handoff, toLocal(now()).date, taken);
    if ('fault' in made) return saidCard({ title: t.title, body: t.noTitle }, lang, fill);
    return formCard(fill, lang, {
      heading: t.title,
      lines: [t.lead(made.file)],
      fields: [field('long', 'in-draft', t.text, lang, { value: made.text, max: DRAFT_MOST })],
      buttons: [button(t.share, { do: 'handoff.share', lang, id })],
      title: t.title,
    });
  }

  /** What the dialog that shares an experience is filled in with. */
  async function experience(
    tenant: string,
    id: string,
    lang: Lang,
  ): Promise<{ text: string } | { screen: Screen }> {
    const handoff = await answered(tenant, id, lang);
    return 'screen' in handoff ? handoff : { text: experienceOf(handoff) };
  }

  return { gaps, gapsCsv, waiting, draft, experience };
}

const DRAFT_MOST = 10_000;
