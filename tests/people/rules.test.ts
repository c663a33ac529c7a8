import { expect, test } from 'vitest';
import { type Held, type May, may, taking } from '../../src/people/rules.ts';
import type { Role } from '../../src/people/who.ts';

const who = (...roles: Role[]) => ({ roles: new Set<Role>(['staff', ...roles]) });

test.each<[May, Role[]]>([
  ['survey.send', ['leader', 'admin']],
  ['share.approve', ['editor', 'admin']],
  ['roles.give', ['admin']],
  ['audit.read', ['admin']],
  ['municipality.choose', ['admin']],
  ['channels.choose', ['admin']],
  ['gaps.read', ['editor', 'admin']],
  ['benchmark.choose', ['admin']],
  ['delivery.mend', ['admin']],
])('%s is for %j', (what, allowed) => {
  for (const role of ['staff', 'leader', 'editor', 'admin'] as const)
    expect(may(who(role), what), role).toBe(allowed.includes(role));
});

const [kari, ola]: Held[] = [
  { person: 'kari', role: 'admin' },
  { person: 'ola', role: 'admin' },
] as const;
const leader: Held = { person: 'ola', role: 'leader' };

test('both admins asked for at once: the second stays', () => {
  expect(taking([kari!, ola!, leader], [kari!, ola!, leader], false).map((t) => t.outcome)).toEqual([
    'taken',
    'last-admin',
    'taken',
  ]);
});

test('with an admin by setting the last one may go', () => {
  expect(taking([kari!], [kari!], true).map((t) => t.outcome)).toEqual(['taken']);
});

test('what is not held is not taken, and what is taken once is not held after', () => {
  expect(taking([kari!, leader], [ola!, leader, leader], false).map((t) => t.outcome)).toEqual([
    'not-held',
    'taken',
    'not-held',
  ]);
});
