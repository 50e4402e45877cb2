import type { BounceKind, BounceSource } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';
import { CAME_BACK_TO } from './came-back-to.sql.ts';

export interface Undeliverable {
  readonly recipientId: string;
  readonly since: Date;
  /** What was told last; null in all three once that was purged. */
  readonly kind: BounceKind | null;
  readonly status: string | null;
  readonly source: BounceSource | null;
}

export interface UndeliverableAfter {
  /** As PostgreSQL writes it: a Date would lose what is finer than a millisecond. */
  readonly since: string;
  readonly recipientId: string;
}

/** One page of an organisation's undeliverable addresses, the newest first; of one mail domain, or of all. */
export async function listUndeliverable(
  sql: Sql,
  organisationId: string,
  page: {
    readonly domain: string | null;
    /** Those of which something came back to it; null = to any. */
    readonly accountId: string | null;
    readonly first: number;
    readonly after: UndeliverableAfter | null;
  },
): Promise<Listed<Undeliverable & { readonly at: string }>> {
  const { domain, accountId, first, after } = page;
  const rows = await sql.rows<Undeliverable & { readonly at: string }>(LIST, [
    organisationId,
    domain,
    after?.since ?? null,
    after?.recipientId ?? null,
    first + 1,
    accountId,
  ]);
  return listedOf(rows, first);
}

const LIST = `
  SELECT r.id AS "recipientId", r.undeliverable_since AS since, r.undeliverable_since::text AS at,
    CASE s.kind WHEN 'HARD_BOUNCE' THEN 'HARD' WHEN 'SOFT_BOUNCE' THEN 'SOFT' END AS kind,
    s.detail ->> 'status' AS status, s.detail ->> 'source' AS source
  FROM recipient r LEFT JOIN LATERAL (
    SELECT x.kind, x.detail FROM machine_signal x
    WHERE x.recipient_id = r.id AND x.kind IN ('HARD_BOUNCE', 'SOFT_BOUNCE') ORDER BY x.at DESC LIMIT 1
  ) s ON true
  WHERE r.organisation_id = $1 AND r.undeliverable_since IS NOT NULL
    AND ($2::text IS NULL OR split_part(r.address, '@', 2) = $2)
    AND ($6::uuid IS NULL OR ${CAME_BACK_TO('$6', 'r.id')})
    AND ($3::timestamptz IS NULL OR (r.undeliverable_since, r.id) < ($3, $4::uuid))
  ORDER BY r.undeliverable_since DESC, r.id DESC LIMIT $5`;
