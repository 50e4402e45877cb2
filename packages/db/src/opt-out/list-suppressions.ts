import type { Channel, Scope, ScopeKind, SuppressionState } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';
import { GIVES_NO_WAY, RETURNED_TO, SCOPES } from './suppression-scopes.sql.ts';

export interface SuppressionFilter {
  /** Everybody of this book whom it does not reach: who left it, and contacts of it who left more than it. */
  readonly addressBookId?: string | null;
  /** The account itself, its books and its topics. */
  readonly accountId?: string | null;
  readonly topicId?: string | null;
  readonly states?: readonly SuppressionState[] | null;
  readonly channel?: Channel | null;
  readonly sinceAfter?: Date | null;
  readonly sinceBefore?: Date | null;
}

export interface ListedSuppression {
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly channel: Channel;
  readonly state: SuppressionState;
  readonly since: Date;
  readonly requestId: string | null;
  /** Null after erasure, or where only the key of an address is known. */
  readonly address: string | null;
  readonly addressKey: Buffer;
  /** What inside its scope it gives way to: the recipient came back to it since. */
  readonly returnedTo: readonly Scope[];
}

export interface SuppressionsAfter {
  readonly since: Date;
  /** Hexadecimal. */
  readonly addressKey: string;
  readonly scopeId: string;
  readonly channel: string;
}

// Of each scope its newest, by its index; then the newest of these. So a page costs the same in a list of a million.
const LIST = `
  SELECT l.scope_kind AS "scopeKind", l.scope_id AS "scopeId", l.channel, l.state, l.since, l.request_id AS "requestId",
    l.address, l.address_key AS "addressKey", ${RETURNED_TO('l')} AS "returnedTo"
  FROM (${SCOPES}) scope
  CROSS JOIN LATERAL (
    SELECT s.*, r.address FROM suppression s
    LEFT JOIN recipient r ON r.organisation_id = $1 AND r.channel = s.channel AND r.address_key = s.address_key
    WHERE s.scope_id = scope.id
      AND ($5::text[] IS NULL OR s.state = ANY ($5))
      AND ($6::text IS NULL OR s.channel = $6)
      AND ($7::timestamptz IS NULL OR s.since >= $7)
      AND ($8::timestamptz IS NULL OR s.since < $8)
      AND ($9::timestamptz IS NULL OR (s.since, s.address_key, s.scope_id, s.channel) < ($9, $10::bytea, $11::uuid, $12::text))
      AND (NOT scope.wider OR $2::uuid IS NULL OR (${GIVES_NO_WAY} AND EXISTS (
        SELECT 1 FROM book_address k WHERE k.address_book_id = $2 AND k.recipient_id = r.id)))
    ORDER BY s.since DESC, s.address_key DESC, s.channel DESC LIMIT $13
  ) l
  ORDER BY l.since DESC, l.address_key DESC, l.scope_id DESC, l.channel DESC LIMIT $13`;

/** One page of an organisation's suppressions, the newest first (A5). */
export async function listSuppressions(
  sql: Sql,
  organisationId: string,
  page: {
    readonly filter: SuppressionFilter;
    readonly first: number;
    readonly after: SuppressionsAfter | null;
  },
): Promise<Listed<ListedSuppression>> {
  const { filter, first, after } = page;
  const rows = await sql.once<ListedSuppression>(LIST, [
    organisationId,
    filter.addressBookId ?? null,
    filter.accountId ?? null,
    filter.topicId ?? null,
    filter.states ?? null,
    filter.channel ?? null,
    filter.sinceAfter ?? null,
    filter.sinceBefore ?? null,
    after?.since ?? null,
    after && Buffer.from(after.addressKey, 'hex'),
    after?.scopeId ?? null,
    after?.channel ?? null,
    first + 1,
  ]);
  return listedOf(rows, first);
}
