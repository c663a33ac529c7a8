import type { FillCard } from '../cards.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../db/schema.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { formCard, plain } from '../form-card.ts';
import type { Fault, Lang } from '../knowledge/model.ts';
import type { Log } from '../log.ts';
import type { Outgoing } from '../messages.ts';
import type { Channels } from '../people/channels.ts';
import type { Key } from '../people/key.ts';
import { textsIn } from '../texts/texts.ts';
import { isNews } from './store.ts';

interface FaultsDeps {
  db: Database['db'];
  delivery: Pick<Delivery, 'plan' | 'forgetBatch'>;
  channels: Pick<Channels, 'everyEditors'>;
  fill: FillCard;
  key: Key;
  log: Log;
}

export interface FaultNotices {
  /** What is wrong in the knowledge now; none when it has been mended. Returns at once, never throws. */
  tell(faults: Fault[]): void;
  stop(): Promise<void>;
}

const SHOWN = 10;

/** The editors of every tenant are told when the knowledge base breaks while Samvit runs, and when it is mended. */
export function createFaultNotices({ db, delivery, channels, fill, key, log }: FaultsDeps): FaultNotices {
  let telling: Promise<void> = Promise.resolve();

  async function plan(tx: Tx, faults: Fault[]): Promise<void> {
    const times = await isNews(tx, faults.length > 0 ? key('faults', JSON.stringify(faults)) : '');
    if (times === undefined) return;
    for (const { tenant, channel, address, lang } of await channels.everyEditors(tx)) {
      const batch = (number: number) => `faults/${number}/${tenant}`;
      // What was said before is no longer so; what of it still waits is not sent.
      await delivery.forgetBatch(tx, batch(times - 1));
      const messages = { card: faultsCard(faults, lang, fill) };
      await delivery.plan(tx, { id: batch(times), tenant, cause: 'knowledge', about: 'faults', messages }, [
        { recipient: channel, address, message: 'card' },
      ]);
    }
  }

  return {
    tell(faults) {
      // In order: mended after broken.
      telling = telling
        .then(() => db.transaction().execute((tx) => plan(tx, faults)))
        .catch((err) => log.error({ err }, 'the editors could not be told of the knowledge base'));
    },
    stop: () => telling,
  };
}

export function faultsCard(faults: Fault[], lang: Lang, fill: FillCard): Outgoing {
  const t = textsIn(lang).faults;
  const mended = faults.length === 0;
  const left = faults.length - SHOWN;
  const { card, summary } = formCard(fill, lang, {
    kicker: t.kicker,
    heading: mended ? t.mended : t.broken(faults.length),
    lines: [mended ? t.mendedBody : t.brokenBody],
    facts: [...faults.slice(0, SHOWN).map((fault) => lineOf(fault)), ...(left > 0 ? [t.more(left)] : [])],
    after: mended ? [] : [t.how],
    note: t.why,
  });
  return { kind: 'card', card, summary };
}

const RULE_MOST = 300;

const lineOf = ({ file, line, field, rule }: Fault): string =>
  `**${plain(file)}:${line}** ${plain(field)}: ${plain(rule.slice(0, RULE_MOST))}`;
