import { type Topic, topics } from '../knowledge/model.ts';
import type { Event, Reply } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { ChannelCommand } from './channel-commands.ts';
import { channelCode, type Purpose, purposes } from './channels.ts';
import { plainName } from './name.ts';
import { createPlaceName } from './place.ts';
import type { Asking, PeopleDeskDeps } from './turns.ts';

/** Channels are chosen and dropped. Whether the one who asks may is settled before. */
export function createChannelTurns({ channels, delivery, roster, key }: PeopleDeskDeps) {
  const placeName = createPlaceName(roster);

  async function choose({ from, who, lang }: Asking, asked: Purpose[]): Promise<string> {
    const t = textsIn(lang).people;
    const before = await channels.all(who.tenant);
    const name = plainName(await placeName(from.address));
    for (const purpose of asked) await channels.choose(who, purpose, from.address, name, lang);
    const replaced = before.filter(
      ({ purpose, channel }) => asked.includes(purpose) && channel !== channelCode(key, from.address),
    );
    return [
      t.channels.chosen(t.channels.here(name), said(asked, lang)),
      asked.includes('editors') ? t.channels.useEditors : '',
      asked.some(isTopic) ? t.channels.useTopics : '',
      ...replaced.map(({ purpose, name }) => t.channels.replaced(t.channels.there(name), t.purpose[purpose])),
    ]
      .filter(Boolean)
      .join(' ');
  }

  async function drop({ from, who, lang }: Asking, asked: Purpose[]): Promise<string> {
    const t = textsIn(lang).people.channels;
    const here = channelCode(key, from.address);
    const chosen = (await channels.all(who.tenant)).filter(({ channel }) => channel === here);
    const meant = chosen.map(({ purpose }) => purpose).filter((p) => asked.length === 0 || asked.includes(p));
    const dropped: Purpose[] = [];
    for (const purpose of meant) if (await channels.drop(who, purpose)) dropped.push(purpose);
    return dropped.length > 0 ? t.dropped(said(dropped, lang)) : t.notChosen;
  }

  async function list({ who, lang }: Asking): Promise<string> {
    const t = textsIn(lang).people;
    const chosen = await channels.all(who.tenant);
    const lines = purposes.flatMap((purpose) => {
      const one = chosen.find((channel) => channel.purpose === purpose);
      return one ? [`- ${t.channels.line(t.purpose[purpose], t.channels.there(one.name))}`] : [];
    });
    const without = purposes.filter((purpose) => !chosen.some((channel) => channel.purpose === purpose));
    return [
      lines.length > 0 ? [t.channels.title, ...lines].join('\n') : t.channels.none,
      lines.length > 0 && without.length > 0 ? t.channels.without(said(without, lang)) : '',
      t.channels.how,
    ]
      .filter(Boolean)
      .join('\n\n');
  }

  async function lost(channel: string): Promise<void> {
    await channels.lost(channel);
    await delivery.forgetRecipient(channel);
  }

  return {
    async change(asking: Asking, command: ChannelCommand): Promise<Reply> {
      const t = textsIn(asking.lang).people.channels;
      if (command.act === 'list') return text(await list(asking));
      if (asking.from.scope !== 'channel') return text(t.inChannel);
      if (command.act === 'drop') return text(await drop(asking, command.purposes));
      if (command.purposes.length === 0) return text(t.unclear);
      return text(await choose(asking, command.purposes));
    },
    /** What is no longer there is chosen for nothing. With a team go all its channels. */
    async heard(event: Extract<Event, { kind: 'uninstalled' | 'channel' }>): Promise<void> {
      if (event.kind === 'channel') {
        const channel = channelCode(key, event.channel);
        if (event.change === 'deleted') await lost(channel);
        else await channels.renamed(channel, plainName(event.name));
        return;
      }
      const { scope, address, tenant } = event.from;
      if (scope === 'personal') return;
      await lost(channelCode(key, address));
      if (!address.team) return;
      for (const chosen of await channels.all(key('tenant', tenant)))
        if (chosen.address.team === address.team) await channels.lost(chosen.channel);
      await delivery.forgetTeam(key('tenant', tenant), address.team);
    },
  };
}

const isTopic = (purpose: Purpose): purpose is Topic => (topics as readonly string[]).includes(purpose);

function said(asked: Purpose[], lang: Asking['lang']): string {
  const t = textsIn(lang).people;
  return t.channels.several(asked.map((purpose) => t.purpose[purpose]));
}

const text = (said: string): Reply => ({ kind: 'text', text: said });
