import { randomInt } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import type { Batch, Delivery, Recipient } from '../../src/delivery/delivery.ts';
import type { SurveyTemplate } from '../../src/knowledge/survey.ts';
import type { Address, Member, Outgoing } from '../../src/messages.ts';
import type { Reachable } from '../../src/people/addresses.ts';
import type { Deed } from '../../src/people/audit.ts';
import { createKey } from '../../src/people/key.ts';
import { createSeal } from '../../src/people/seal.ts';
import type { Role, Who } from '../../src/people/who.ts';
import type { Answers, Plan, Question, Round } from '../../src/survey/model.ts';
import type { Outcome, Surveys } from '../../src/survey/survey.ts';
import { createSurveys } from '../../src/survey/surveys.ts';

export const SECRET = 'a secret for tests, long enough to be one';
export const seal = createSeal(SECRET);
export const key = createKey(SECRET);
export const TENANT = 'tenant-1';
export const HERE: Address = {
  tenant: TENANT,
  service: 'https://x.test/',
  conversation: '19:team',
  team: 'team',
};

interface Sent {
  batch: string;
  recipient: string;
  says: string;
}

/** The survey job on a real database; Teams and the queue stand in at the fence, and the clock is moved by hand. */
export interface Stage {
  surveys: Surveys;
  clock: { now: Date };
  /** Who is in the leader's team, who has the app, and what templates there are. */
  team: Member[];
  app: Map<string, Reachable & { tenant: string; emails: string[] }>;
  templates: SurveyTemplate[];
  batches: Map<string, Batch & { to: Map<string, Recipient>; cancelled: boolean }>;
  alarms: Map<string, Date>;
  /** What was said to whom, as it stands now. */
  sent(what: string): Sent[];
  /** What was put on the audit log. */
  onRecord: ({ who: string } & Deed)[];
  /** The batches that are held back. */
  held(): string[];
  /** Moves the clock and rings what is due, in order of time. */
  moveTo(at: Date | string): Promise<void>;
}

export function stage(database: Database): Stage {
  const clock = { now: new Date('2026-11-30T09:00:00Z') };
  const team: Member[] = [];
  const app: Stage['app'] = new Map();
  const templates: SurveyTemplate[] = [];
  const batches: Stage['batches'] = new Map();
  const alarms = new Map<string, Date>();
  const paused = new Set<string>();
  const onRecord: Stage['onRecord'] = [];
  const rings = new Map<string, (key: string) => Promise<void>>();
  const say =
    (what: string) =>
    (round: Round, second: unknown, third?: unknown): Outgoing => ({
      kind: 'text',
      text: [what, round.plan.form.title.nb, second, third].filter(Boolean).join(' '),
    });

  const delivery: Delivery = {
    async plan(_, batch, recipients) {
      const known = batches.get(batch.id) ?? { ...batch, to: new Map(), cancelled: false };
      batches.set(batch.id, known);
      const before = known.to.size;
      for await (const one of recipients) if (!known.to.has(one.recipient)) known.to.set(one.recipient, one);
      return known.to.size - before;
    },
    planAll: async () => {},
    async replace(_, id, messages) {
      const batch = batches.get(id);
      if (batch) batch.messages = { ...batch.messages, ...messages };
    },
    async cancel(_, id) {
      const batch = batches.get(id);
      if (batch) batch.cancelled = true;
    },
    async progress(_, about) {
      const planned = [...batches.values()]
        .filter((b) => b.about === about)
        .reduce((n, b) => n + b.to.size, 0);
      return { planned, sent: 0, gone: 0, failed: 0, cancelled: 0, paused: false };
    },
    async forgetBatch(_, id) {
      batches.delete(id);
    },
    async setAlarm(_, { name, key: of, at }) {
      alarms.set(`${name} ${of}`, at);
    },
    async clearAlarm(_, { name, key: of }) {
      alarms.delete(`${name} ${of}`);
    },
    onAlarm: (name, ring) => void rings.set(name, ring),
    deadLetters: async () => [],
    pause: async (id) => void paused.add(id),
    resume: async (id) => void paused.delete(id),
    cancelTo: async () => {},
    forgetRecipient: async () => {},
    forgetTeam: async () => {},
    sweep: async () => {},
    start: async () => {},
    stop: async () => {},
  };

  const surveys = createSurveys({
    db: database.db,
    delivery,
    addresses: {
      async *ofTenant(tenant) {
        yield [...app.values()].filter((one) => one.tenant === tenant);
      },
      async byEmails(tenant, emails) {
        const found = emails.flatMap((email) => {
          const one = [...app.values()].find(
            (r) => r.tenant === tenant && r.emails.includes(email.toLowerCase()),
          );
          return one ? [[email, one] as const] : [];
        });
        return new Map(found);
      },
      async byPersons(persons) {
        return new Map(
          persons.flatMap((person) => (app.has(person) ? [[person, app.get(person)!] as const] : [])),
        );
      },
    },
    roster: {
      async *members() {
        for (let at = 0; at < team.length; at += 500) yield team.slice(at, at + 500);
      },
      member: async () => undefined,
      channels: async () => [],
    },
    templates: () => templates,
    seal,
    key,
    now: () => clock.now,
    random: (below) => randomInt(below),
    audit: { write: async (_, who, deed) => void onRecord.push({ who: who.person, ...deed }) },
    notices: {
      invitation: say('invitation'),
      channelInvitation: say('channel invitation'),
      reminder: say('reminder'),
      results: say('results'),
      coming: say('coming'),
      notOpened: say('not opened'),
      withdrawn: say('withdrawn'),
    },
    log: { debug() {}, info() {}, warn() {}, error() {} } as never,
  });

  return {
    surveys,
    clock,
    team,
    app,
    templates,
    batches,
    alarms,
    sent: (what) =>
      [...batches.values()]
        .filter(({ id }) => id.includes(`/${what}`))
        .flatMap((batch) =>
          [...batch.to.values()].map(({ recipient, message }) => ({
            batch: batch.id,
            recipient,
            says: (batch.messages[message] as { text: string }).text,
          })),
        ),
    onRecord,
    held: () => [...paused],
    async moveTo(at) {
      const until = new Date(at);
      for (;;) {
        const due = [...alarms].filter(([, time]) => time <= until).sort((a, b) => +a[1] - +b[1])[0];
        if (!due) break;
        const [name = '', of = ''] = due[0].split(' ');
        if (due[1] > clock.now) clock.now = due[1];
        alarms.delete(due[0]);
        await rings.get(name)!(of);
      }
      clock.now = until;
    },
  };
}

export function person(id: string, ...roles: Role[]): Who {
  return {
    tenant: key('tenant', TENANT),
    person: key('person', TENANT, id),
    name: id,
    roles: new Set(['staff', ...roles]),
    municipality: '3205',
  };
}

/** In the team; with the app too when `lang` is given. */
export function member(at: Stage, id: string, lang?: 'nb' | 'nn' | 'en'): Who {
  const address: Address = { tenant: TENANT, service: 'https://x.test/', person: `29:${id}` };
  at.team.push({ person: id, name: id, emails: [`${id}@kommune.test`], address });
  const who = person(id);
  if (lang)
    at.app.set(who.person, {
      person: who.person,
      address: { ...address, conversation: `a:${id}` },
      lang,
      tenant: who.tenant,
      emails: [`${id}@kommune.test`],
    });
  return who;
}

const words = (text: string) => ({ nb: text, nn: text, en: text });
const labels = ['1', '2', '3', '4', '5'].map(words);

export const scale = (id: string, dimension: string | null = null, reversed = false): Question => ({
  id,
  text: words(id),
  required: true,
  kind: 'scale',
  labels,
  dimension,
  reversed,
});

export const choice = (id: string, options: string[], required = false): Question => ({
  id,
  text: words(id),
  required,
  kind: 'choice',
  options: options.map((option) => ({ id: option, text: words(option) })),
});

export const question = (id: string, kind: 'text' | 'number' | 'date'): Question => ({
  id,
  text: words(id),
  required: false,
  kind,
});

export const form = (questions: Question[], groupBy: string | null = null): Plan['form'] => ({
  template: null,
  title: words('Trivsel'),
  purpose: words('Vi vil vite hvordan dere har det.'),
  pages: [{ id: 'own-1', title: words('Spørsmål'), description: words(''), questions }],
  dimensions: [],
  groupBy,
});

export const DEADLINE = new Date('2026-12-11T15:00:00Z');

/** A round that is open, in the leader's team. */
export async function opened(at: Stage, leader: Who, plan: Partial<Plan>): Promise<Round> {
  const { id } = value(await at.surveys.create(leader, null));
  const audience = { kind: 'members', name: 'Teamet' } as const;
  value(await at.surveys.change(leader, id, { audience, closesAt: DEADLINE, ...plan }, HERE));
  const round = value(await at.surveys.send(leader, id));
  await at.moveTo(at.clock.now);
  return round;
}

/** Answers everything on all pages, and sends it. */
export async function answer(at: Stage, who: Who, round: string, answers: Answers): Promise<string> {
  const first = await at.surveys.open(who, round, 0);
  if (first.kind !== 'page') return first.kind;
  for (let number = 0; number < first.of; number++)
    await at.surveys.save(who, round, number, answers, 'next');
  return (await at.surveys.submit(who, round)).kind;
}

export function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.why} ${outcome.detail ?? ''}`);
  return outcome.value;
}

export const whyNot = (outcome: Outcome<unknown>): string | undefined =>
  outcome.kind === 'refused' ? outcome.why : undefined;
