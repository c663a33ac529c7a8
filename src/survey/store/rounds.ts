import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Address } from '../../messages.ts';
import type { Seal } from '../../people/seal.ts';
import type { Audience, Plan, Round } from '../model.ts';

export type Tx = Transaction<Schema>;
type Db = Kysely<Schema>;

/** A round with what is kept beside it. */
export interface Kept {
  round: Round;
  version: number;
  renews: boolean;
  /** Where the leader stood, for an audience of members or a channel; gone when the round is over. */
  here: Address | undefined;
  /** What has been planned to be sent about it, until that is forgotten. */
  batches: string[];
  createdAt: Date;
  closedAt: Date | null;
  invited: number;
  answered: number;
  heldBack: number;
}

export type Rounds = ReturnType<typeof createRounds>;

/** The rounds themselves. Ids that are none are asked for as any other and are not there. */
export function createRounds({ db, seal }: { db: Db; seal: Seal }) {
  const place = (id: string) => `round ${id}`;

  function keptOf(row: Selectable<Schema['survey_round']>): Kept {
    const hidden = seal.open<Hidden>(row.hidden, place(row.id));
    const { audience, ...plan } = JSON.parse(row.plan) as StoredPlan;
    return {
      round: {
        id: row.id,
        tenant: row.tenant,
        owner: row.owner,
        ownerName: hidden?.ownerName ?? '',
        state: row.state,
        plan: {
          ...plan,
          audience: hidden?.audience ?? audience,
          opensAt: row.opens_at,
          closesAt: row.closes_at,
        },
        previous: row.previous,
      },
      version: row.version,
      renews: row.renews,
      here: hidden?.here,
      batches: hidden?.batches ?? [],
      createdAt: row.created_at,
      closedAt: row.closed_at,
      invited: row.invited,
      answered: row.answered,
      heldBack: row.held_back,
    };
  }

  function rowOf(kept: Kept) {
    const { round, here, batches } = kept;
    const { opensAt, closesAt, audience, ...plan } = round.plan;
    const hidden: Hidden = { ownerName: round.ownerName, audience, here, batches };
    const stored: StoredPlan = { ...plan, audience: audience && withoutEmails(audience) };
    return {
      id: round.id,
      tenant: round.tenant,
      owner: round.owner,
      state: round.state,
      version: kept.version,
      template: plan.form.template,
      previous: round.previous,
      renews: kept.renews,
      plan: JSON.stringify(stored),
      hidden: seal.close(hidden, place(round.id)),
      created_at: kept.createdAt,
      opens_at: opensAt,
      closes_at: closesAt,
      closed_at: kept.closedAt,
      invited: kept.invited,
      answered: kept.answered,
      held_back: kept.heldBack,
    };
  }

  async function read(from: Db | Tx, id: string, lock?: 'update' | 'share'): Promise<Kept | undefined> {
    if (!isRoundId(id)) return undefined;
    const query = from.selectFrom('survey_round').selectAll().where('id', '=', id);
    const locked = lock === 'update' ? query.forUpdate() : lock === 'share' ? query.forShare() : query;
    const row = await locked.executeTakeFirst();
    return row && keptOf(row);
  }

  return {
    transaction: <T>(run: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(run),
    get: (id: string) => read(db, id),
    /** Nobody else changes it, or sends from it, until the transaction is over. */
    lock: (tx: Tx, id: string) => read(tx, id, 'update'),
    /** It stays as it is until the transaction is over. */
    hold: (tx: Tx, id: string) => read(tx, id, 'share'),
    async insert(kept: Kept, into: Db | Tx = db): Promise<void> {
      await into.insertInto('survey_round').values(rowOf(kept)).execute();
    },
    /** Under `lock`. Gives the round as it then is. */
    async write(tx: Tx, changed: Kept): Promise<Kept> {
      const kept = { ...changed, version: changed.version + 1 };
      const { id, ...row } = rowOf(kept);
      await tx.updateTable('survey_round').set(row).where('id', '=', id).execute();
      return kept;
    },
    async remove(tx: Tx, id: string): Promise<void> {
      await tx.deleteFrom('survey_round').where('id', '=', id).execute();
    },
    async ofOwner(tenant: string, owner: string): Promise<Kept[]> {
      const rows = await db
        .selectFrom('survey_round')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('owner', '=', owner)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(keptOf);
    },
    /** Closed rounds of others in the tenant, whose results are for leaders to see. The newest first. */
    async sharedWithLeaders(tenant: string, leader: string): Promise<Kept[]> {
      const rows = await db
        .selectFrom('survey_round')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('owner', '!=', leader)
        .where('state', '=', 'closed')
        .where(sql`plan::json->>'shownTo'`, '!=', 'sender')
        .orderBy('closed_at', 'desc')
        .limit(SHARED_MOST)
        .execute();
      return rows.map(keptOf);
    },
    /** Rounds that are open now. */
    async open(): Promise<string[]> {
      const rows = await db.selectFrom('survey_round').select('id').where('state', '=', 'open').execute();
      return rows.map(({ id }) => id);
    },
    /** The latest round before, of the same template and tenant, that has been closed. */
    async before(kept: Kept): Promise<string | undefined> {
      const { template } = kept.round.plan.form;
      if (!template || !kept.closedAt) return undefined;
      const row = await db
        .selectFrom('survey_round')
        .select('id')
        .where('template', '=', template)
        .where('tenant', '=', kept.round.tenant)
        .where('state', '=', 'closed')
        .where('closed_at', '<', kept.closedAt)
        .orderBy('closed_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.id;
    },
  };
}

interface Hidden {
  ownerName: string;
  audience: Audience | null;
  here: Address | undefined;
  batches: string[];
}

/** The audience without e-mails, should the secret be lost. */
type StoredPlan = Omit<Plan, 'opensAt' | 'closesAt'>;

const withoutEmails = (audience: Audience): Audience =>
  audience.kind === 'emails' ? { kind: 'emails', emails: [] } : audience;

/** Ids come from buttons, and may be anything. */
const SHARED_MOST = 50;

export const isRoundId = (id: string): boolean => ROUND_ID.test(id);

const ROUND_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
