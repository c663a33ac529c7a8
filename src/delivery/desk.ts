import type { FillCard } from '../cards.ts';
import type { Desk } from '../desk.ts';
import type { Lang } from '../knowledge/model.ts';
import type { From } from '../messages.ts';
import type { Refuse } from '../people/refusal.ts';
import { may } from '../people/rules.ts';
import type { WhoIs } from '../people/who.ts';
import { textsIn } from '../texts/texts.ts';
import type { Delivery } from './delivery.ts';
import { troubleOf } from './rules.ts';

interface DeliveryDeskDeps {
  delivery: Pick<Delivery, 'deadLetters'>;
  who: WhoIs;
  refuse: Refuse;
  fill: FillCard;
  languageFor(from: From, text?: string): Promise<Lang>;
}

const ASKED =
  /^(?:(?:vis|sjå|se|show)(?: meg| me)? )?(?:leveringsfeil|sendefeil|(?:hva|kva) (?:er|blei|ble|vart) (?:ikke|ikkje) levert|(?:ikke|ikkje) levert|undelivered|delivery (?:errors|failures)|what was not delivered)$/i;

/** "Hva ble ikke levert?": what was given up, for an admin, with what to do about it. */
export function createDeliveryDesk(deps: DeliveryDeskDeps): Required<Pick<Desk, 'said'>> {
  const { delivery, who, refuse, fill, languageFor } = deps;
  return {
    async said({ from, text }) {
      if (text.length > 60 || !ASKED.test(text.trim().replace(/[?.!]+$/, ''))) return undefined;
      const [asker, lang] = [await who(from), await languageFor(from, text)];
      if (!may(asker, 'delivery.mend'))
        return [{ kind: 'text', text: await refuse(asker, 'delivery.mend', lang) }];
      const t = textsIn(lang).delivery;
      const letters = await delivery.deadLetters(asker.tenant);
      const said = letters.map(
        ({ count, cause, reason }) => `**${t.count(count, cause)}.** ${t.trouble[troubleOf(reason)](reason)}`,
      );
      const lines = letters.length > 0 ? [...said.slice(0, MOST), t.kept] : [t.none];
      const fallback = lines.join('\n').replaceAll('**', '');
      const card = fill('info', { lang, fallback, title: t.title, lines, subtitle: '', choices: [] });
      return [{ kind: 'card', card, summary: t.title, feedback: false }];
    },
  };
}

/** They come with the most frequent first. */
const MOST = 20;
