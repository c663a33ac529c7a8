import { plain } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { toLocal } from '../times.ts';
import type { Handoff } from './model.ts';

/** How parts of a question are said on cards. */

/** As many lines as a card has room for; the rest stand together. */
const LINES_MOST = 30;

/** What people wrote, a line for each of theirs. */
export function paragraphs(text: string): string[] {
  const lines = text
    .split(/\n+/)
    .map((line) => plain(line.trim()))
    .filter((line) => line !== '');
  return lines.length <= LINES_MOST
    ? lines
    : [...lines.slice(0, LINES_MOST - 1), lines.slice(LINES_MOST - 1).join(' ')];
}

/** What a line costs on a card besides its text. */
const LINE_BYTES = 50;

/** As many of the lines as fit in so many bytes, the last of them cut where it must be; and the bytes that are left. */
export function fitting(lines: string[], bytes: number): { shown: string[]; left: number } {
  let left = bytes;
  const shown: string[] = [];
  for (const line of lines) {
    const size = Buffer.byteLength(JSON.stringify(line)) + LINE_BYTES;
    if (size <= left) {
      shown.push(line);
      left -= size;
      continue;
    }
    // A character takes three bytes at most as it is sent; an escape is not cut in two.
    const cut = line.slice(0, Math.max(0, Math.floor((left - LINE_BYTES) / 3))).replace(/\\+$/, '');
    return { shown: cut ? [...shown, `${cut} …`] : shown, left: 0 };
  }
  return { shown, left };
}

const SHORT = 120;

/** The first of a text, in one line, as plain text. */
export function shortened(text: string, most = SHORT): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 20)).trimEnd()} …`;
}

/** "30. november 2026". */
export const saidDay = (at: Date, lang: Lang): string => textsIn(lang).date(toLocal(at).date);

export const channelOf = ({ content }: Handoff, lang: Lang): string =>
  textsIn(lang).handoff.channel(plain(content.channelName));

/** Who last did something with it. */
export const actorOf = ({ content }: Handoff, lang: Lang): string =>
  plain(content.by) || textsIn(lang).handoff.someone;

/** A link that was checked when it was given, said by where it leads. */
export function saidLink(link: string): string {
  const url = URL.parse(link);
  if (!url) return '';
  const name = shortened(`${url.hostname}${url.pathname === '/' ? '' : url.pathname}`, 60);
  return `[${plain(name)}](${url.href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
