import { sourceSchema } from '../knowledge/model.ts';
import { neutralTitle } from './neutral.ts';

export interface Link {
  title: string;
  url: string;
}
export type LinkFault = { why: 'link-scheme' | 'link-broken'; is: string };

const SHOWN = 60;
const LONGEST_TITLE = 120;
const LONGEST_URL = 500;

/** One on each line, with or without words before it: "Kravspesifikasjon https://…". Pure. */
export function readLinks(text: string): { links: Link[]; faults: LinkFault[] } {
  const read = text
    .split('\n')
    .map((row) => row.trim())
    .filter(Boolean)
    .map(readLink);
  return {
    links: read.flatMap((one) => ('url' in one ? [one] : [])),
    faults: read.flatMap((one) => ('why' in one ? [one] : [])),
  };
}

export function readLink(row: string): Link | LinkFault {
  const words = row.replace(/^[-*•]\s+/, '').split(/\s+/);
  const written = words.find((word) => SCHEME.test(word)) ?? words.find((word) => HOST.test(word));
  if (!written) return { why: 'link-broken', is: row.slice(0, SHOWN) };
  const address = written.replace(/[.,;)\]>]+$/, '').replace(/^[<([]+/, '');
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'http' && scheme !== 'https')
    return { why: 'link-scheme', is: address.slice(0, SHOWN) };
  const url = inMarkdown(scheme ? address : `https://${address}`);
  if (url.length > LONGEST_URL || !sourceSchema.shape.url.safeParse(url).success)
    return { why: 'link-broken', is: address.slice(0, SHOWN) };
  const rest = words.filter((word) => word !== written).join(' ');
  const title = neutralTitle(rest)
    .replace(/[\s:–-]+$/, '')
    .slice(0, LONGEST_TITLE)
    .trim();
  return { title: title.length < 3 ? new URL(url).hostname : title, url };
}

/** The same address, without what would end it early where it stands as a link, and begin another. */
const inMarkdown = (url: string): string =>
  url.replaceAll('\\', '/').replace(/[()[\]<>]/g, (sign) => ENCODED[sign]!);

const ENCODED: Record<string, string> = {
  '(': '%28',
  ')': '%29',
  '[': '%5B',
  ']': '%5D',
  '<': '%3C',
  '>': '%3E',
};

/** "javascript:alert(1)" as well: what comes after the colon may be anything. */
const SCHEME = /^[<([]*([a-z][a-z0-9+.-]*):\S/i;
const HOST = /^[<([]*(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?[.,;)\]>]*$/iu;
