import { describe, expect, test } from 'vitest';
import { createLinks, type Linked } from '../src/links.ts';

const DAY_MS = 24 * 60 * 60_000;
const start = new Date('2026-11-21T10:00:00Z');
const report: Linked = { kind: 'report', tenant: 'tenant-1', round: 'round-1', lang: 'nn' };

function made({ secret = 'one secret', at = start }: { secret?: string; at?: Date } = {}) {
  return createLinks({ secret, publicUrl: () => 'https://samvit.example.no', now: () => at });
}

const tokenIn = (link: string): string => link.replace('https://samvit.example.no/d/', '');
const after = (ms: number) => made({ at: new Date(start.getTime() + ms) });

describe('signed links', () => {
  test('a link leads back to what it was made for', () => {
    const link = made().link(report);
    expect(link).toMatch(/^https:\/\/samvit\.example\.no\/d\/[\w-]+$/);
    expect(made().read(tokenIn(link))).toMatchObject({ kind: 'valid', linked: report });
  });

  test.each([
    ['report', 14],
    ['csv', 1],
    ['xlsx', 1],
  ] as const)('a %s opens for %i days', (kind, days) => {
    const token = tokenIn(made().link({ ...report, kind }));
    expect(after(days * DAY_MS - 1).read(token)).toMatchObject({ kind: 'valid' });
    expect(after(days * DAY_MS).read(token)).toEqual({ kind: 'expired', linked: { ...report, kind } });
  });

  test('a list opens for 14 days, and carries what it is a list of', () => {
    const list: Linked = {
      kind: 'list',
      lang: 'nb',
      query: {
        where: [
          { field: 'subject', any: ['velferdsteknologi'] },
          { field: 'year', from: 2020 },
        ],
        by: 'solution',
      },
    };
    const token = tokenIn(made().link(list));
    expect(after(14 * DAY_MS - 1).read(token)).toMatchObject({ kind: 'valid', linked: list });
    expect(after(14 * DAY_MS).read(token)).toEqual({ kind: 'expired', linked: list });
  });

  test('a link may be made for a shorter time', () => {
    const token = tokenIn(made().link(report, 1_000));
    expect(after(999).read(token)).toMatchObject({ kind: 'valid', until: new Date(start.getTime() + 1_000) });
    expect(after(1_000).read(token)).toMatchObject({ kind: 'expired' });
  });

  test('a link tells nothing of what it leads to', () => {
    const token = tokenIn(made().link(report));
    const read = Buffer.from(token, 'base64url').toString('latin1');
    for (const word of Object.values(report)) expect(token + read).not.toContain(word);
    expect(tokenIn(made().link(report))).not.toBe(token);
  });

  test('every change of a link breaks it', () => {
    const token = tokenIn(made().link(report));
    const last = token.length - 1;
    for (let at = 0; at <= last; at++) {
      // The last character carries bits that are thrown away, so some of its neighbours mean the same.
      if (at === last) continue;
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(made().read(changed), `character ${at}`).toEqual({ kind: 'wrong' });
    }
  });

  test.each(['', 'x', '../../etc/passwd', 'A'.repeat(5_000), 'å', '%00'])('%j is no link', (token) => {
    expect(made().read(token)).toEqual({ kind: 'wrong' });
  });

  test('a link from another installation does not open', () => {
    expect(made({ secret: 'another secret' }).read(tokenIn(made().link(report)))).toEqual({ kind: 'wrong' });
  });
});
