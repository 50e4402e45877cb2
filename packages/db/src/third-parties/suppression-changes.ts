import type { Scope, ScopeKind, SuppressionState } from '@adieu/domain';
import type { ChangesPosition } from '../opt-out/changes.ts';
import type { Sql } from '../sql.ts';
import { ADDRESS_REACHED, type Reach, REACHED, RETURNS_REACHED } from './reached.sql.ts';
import type { Standing, StandingOf } from './standing.ts';

/** A place in the order of changes, of one server: transactions are numbered by it. */
export interface FeedPosition extends ChangesPosition {
  /** The cluster and its timeline: others number anew, so a position of theirs means nothing here. */
  readonly server: string;
}

/** All that stands within reach for one address now; none = nothing does any more. */
export type Changed = StandingOf & { readonly suppressions: readonly Standing[] };

const SERVER = `
  (SELECT system_identifier::text FROM pg_control_system()) || '/' ||
  CASE WHEN pg_is_in_recovery() THEN '0' ELSE left(pg_walfile_name(pg_current_wal_lsn()), 8) END`;

const HERE = `
  SELECT ${SERVER} AS server, (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text AS tx,
    pg_snapshot_xmax(pg_current_snapshot())::text AS "nextTx"`;

interface Here extends Pick<FeedPosition, 'server' | 'tx'> {
  readonly nextTx: string;
}

const LAST_ID = '9223372036854775807';

/** Where to go on from later: nothing that commits from now on is before it. */
export async function feedFromNow(sql: Sql): Promise<FeedPosition> {
  const [here] = await sql.rows<Here>(HERE);
  return { server: here!.server, tx: here!.tx, id: LAST_ID };
}

// The ledger says whose state may have changed, in an order into which nothing is put afterwards (decision 016); what stands is
// read beside it, so a change that was told twice, or late, is told as it is now.
const CHANGES = `
  WITH reached AS MATERIALIZED (${REACHED}), page AS MATERIALIZED (
    SELECT e.tx, e.id, e.address_key, e.channel, e.type = 'ERASED' OR EXISTS (SELECT FROM reached x WHERE x.scope_id = e.scope_id) AS shown
    FROM ledger_event e
    WHERE e.organisation_id = $1 AND (e.tx, e.id) > ($3::xid8, $4::bigint) AND e.tx < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY e.tx, e.id LIMIT $5
  ), touched AS MATERIALIZED (
    SELECT address_key, channel, min(tx) AS tx, min(id) AS id FROM page WHERE shown GROUP BY address_key, channel
  )
  SELECT encode(t.address_key, 'hex') AS key, t.channel, ${ADDRESS_REACHED} AS address, s.*, l.tx AS "lastTx", l.id AS "lastId", l.count
  FROM (SELECT count(*)::int AS count, (array_agg(tx::text ORDER BY tx DESC, id DESC))[1] AS tx,
    (array_agg(id::text ORDER BY tx DESC, id DESC))[1] AS id FROM page) l
  LEFT JOIN touched t ON true
  LEFT JOIN recipient r ON r.organisation_id = $1 AND r.channel = t.channel AND r.address_key = t.address_key
  LEFT JOIN LATERAL (
    SELECT s.scope_kind AS "scopeKind", s.scope_id AS "scopeId", nullif(s.list_id, $1::uuid) AS "ownListOf", s.state, s.since,
      s.request_id AS "requestId", CASE WHEN s.returned_to IS NULL THEN '[]' ELSE ${RETURNS_REACHED('s')} END AS "returnedTo"
    FROM suppression s
    WHERE s.address_key = t.address_key AND s.channel = t.channel
      AND EXISTS (SELECT FROM reached x WHERE x.scope_id = s.scope_id AND x.list_id = s.list_id)
    OFFSET 0
  ) s ON true
  ORDER BY t.tx, t.id, t.address_key, t.channel, s."scopeId", s."ownListOf"`;

interface Row extends Partial<Omit<StandingOf, 'key'>> {
  readonly key: string | null;
  readonly scopeKind: ScopeKind | null;
  readonly scopeId: string;
  readonly ownListOf: string | null;
  readonly state: SuppressionState;
  readonly since: Date;
  readonly requestId: string | null;
  readonly returnedTo: readonly Scope[];
  readonly lastTx: string | null;
  readonly lastId: string | null;
  readonly count: number;
}

/**
 * Whose suppressions within reach changed after a position: up to `limit` events of the ledger, each address once, with all
 * that stands for it now. `gone`: the position is of another server or of a record that was put back, so the whole list
 * must be read again. Whoever takes each answer's rows in place of what they had has what stands here.
 */
export async function suppressionChanges(
  sql: Sql,
  { organisationId, accountId }: Reach,
  { after, limit }: { readonly after: FeedPosition; readonly limit: number },
): Promise<
  | { readonly changes: Changed[]; readonly next: FeedPosition; readonly more: boolean }
  | { readonly refused: 'gone' }
> {
  // First: whatever becomes visible after it is read below, or comes after the position that it gives.
  const [here] = await sql.rows<Here>(HERE);
  const { server, tx, nextTx } = here!;
  if (after.server !== server || BigInt(after.tx) >= BigInt(nextTx)) return { refused: 'gone' };
  const rows = await sql.rows<Row>(CHANGES, [organisationId, accountId, after.tx, after.id, limit]);
  const { count, lastTx, lastId } = rows[0]!;
  const more = count === limit;
  const read = { server, tx: lastTx ?? after.tx, id: lastId ?? after.id };
  // At the end others' events need not be walked over again the next time.
  const end = { server, tx, id: LAST_ID };
  return {
    changes: grouped(rows),
    next: more || BigInt(read.tx) > BigInt(end.tx) ? read : end,
    more,
  };
}

function grouped(rows: readonly Row[]): Changed[] {
  const changes: (Changed & { suppressions: Standing[] })[] = [];
  for (const { key, channel, address, scopeKind, ...standing } of rows) {
    if (key === null) continue;
    let last = changes.at(-1);
    if (last?.key !== key || last.channel !== channel) {
      last = { key, channel: channel!, address: address ?? null, suppressions: [] };
      changes.push(last);
    }
    if (scopeKind === null) continue;
    const { scopeId, ownListOf, state, since, requestId, returnedTo } = standing;
    last.suppressions.push({
      scopeKind,
      scopeId,
      ownListOf,
      state,
      since,
      requestId,
      returnedTo,
    });
  }
  return changes;
}
