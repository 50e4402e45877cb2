import type { Channel } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { ADDRESS_REACHED, type Reach, REACHED, RETURNS_REACHED } from './reached.sql.ts';
import type { Standing, StandingOf } from './standing.ts';

export type ListedStanding = Standing & StandingOf;

/** A place in the walk: within a scope and list, after the row of this instant (microseconds since 1970), key and channel. */
export interface SuppressionsPlace {
  readonly scopeId: string;
  readonly listId: string;
  /** Null: before the first of them. */
  readonly row: { readonly micros: string; readonly key: string; readonly channel: Channel } | null;
}

type Walked = ListedStanding & { readonly micros: string };

// Scopes where nobody left are not walked: of a thousand topics most have none.
const PLACES = `
  SELECT x.scope_id AS "scopeId", x.list_id AS "listId" FROM (${REACHED}) x
  WHERE ($3::uuid IS NULL OR (x.scope_id, x.list_id) >= ($3, $4::uuid))
    AND EXISTS (SELECT FROM suppression s WHERE s.scope_id = x.scope_id AND s.list_id = x.list_id)
  ORDER BY 1, 2`;

const FROM = `'epoch'::timestamptz + $5 * interval '1 microsecond'`;
// By suppression_scope (scope, since, address): a page costs the same wherever it stands.
const ROWS = `
  SELECT encode(s.address_key, 'hex') AS key, s.channel, ${ADDRESS_REACHED} AS address, s.scope_kind AS "scopeKind", s.scope_id AS "scopeId",
    nullif(s.list_id, $1::uuid) AS "ownListOf", s.state, s.since, (extract(epoch FROM s.since) * 1000000)::bigint::text AS micros, s.request_id AS "requestId",
    CASE WHEN s.returned_to IS NULL THEN '[]' ELSE ${RETURNS_REACHED('s')} END AS "returnedTo"
  FROM suppression s
  LEFT JOIN recipient r ON r.organisation_id = $1 AND r.channel = s.channel AND r.address_key = s.address_key
  WHERE s.scope_id = $3 AND s.list_id = $4
    AND ($5::bigint IS NULL OR (s.since >= ${FROM} AND (s.since, s.address_key, s.channel) > (${FROM}, $6::bytea, $7::text)))
  ORDER BY s.since, s.address_key, s.channel LIMIT $8`;

/**
 * One page of all suppressions within reach, in no order that means anything: whoever walks it to its end has seen each that
 * stood all the while. What changes meanwhile is told by `suppressionChanges` from before the walk. `next`: null at the end.
 */
export async function suppressionsPage(
  sql: Sql,
  { organisationId, accountId }: Reach,
  { after, limit }: { readonly after: SuppressionsPlace | null; readonly limit: number },
): Promise<{ rows: ListedStanding[]; next: SuppressionsPlace | null }> {
  const places = await sql.once<{ scopeId: string; listId: string }>(PLACES, [
    organisationId,
    accountId,
    after?.scopeId ?? null,
    after?.listId ?? null,
  ]);
  const rows: Walked[] = [];
  for (const [nth, { scopeId, listId }] of places.entries()) {
    const begins = scopeId === after?.scopeId && listId === after.listId ? after.row : null;
    const wanted = limit - rows.length;
    const found = await sql.once<Walked>(ROWS, [
      organisationId,
      accountId,
      scopeId,
      listId,
      begins?.micros ?? null,
      begins && Buffer.from(begins.key, 'hex'),
      begins?.channel ?? null,
      wanted,
    ]);
    rows.push(...found);
    const last = found.at(-1);
    if (last !== undefined && found.length === wanted) {
      const row = { micros: last.micros, key: last.key, channel: last.channel };
      return { rows, next: { scopeId, listId, row } };
    }
    const following = places[nth + 1];
    if (rows.length === limit && following !== undefined)
      return { rows, next: { ...following, row: null } };
  }
  return { rows, next: null };
}
