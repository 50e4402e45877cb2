import type { OptOutMethod, RequestState, Signal } from '@adieu/domain';
import type { OptOutRequest } from '../entities/index.ts';
import type { Sql } from '../sql.ts';
import { REQUEST_COLUMNS } from './request-columns.ts';

export interface RequestFilter {
  readonly states?: readonly RequestState[] | null;
  readonly signals?: readonly Signal[] | null;
  readonly methods?: readonly OptOutMethod[] | null;
  readonly addressBookId?: string | null;
  readonly accountId?: string | null;
  readonly deadlineAfter?: Date | null;
  readonly deadlineBefore?: Date | null;
  readonly quarantineId?: string | null;
}

export interface RequestPage {
  readonly filter: RequestFilter;
  /** DEADLINE lists what ends first (requests without a deadline last); RECEIVED_AT lists the newest first. */
  readonly orderBy: 'DEADLINE' | 'RECEIVED_AT';
  readonly first: number;
  /** The sort instant and id of the last row seen. Pages stay right while rows are added. */
  readonly after: { readonly at: Date | 'infinity'; readonly id: string } | null;
}

const FILTER = `
  organisation_id = $1
  AND ($2::text[] IS NULL OR state = ANY ($2))
  AND ($3::text[] IS NULL OR signal = ANY ($3))
  AND ($4::text[] IS NULL OR method = ANY ($4))
  AND ($5::uuid IS NULL OR address_book_id = $5)
  AND ($6::uuid IS NULL OR account_id = $6)
  AND ($7::timestamptz IS NULL OR deadline >= $7)
  AND ($8::timestamptz IS NULL OR deadline < $8)
  AND ($9::uuid IS NULL OR quarantine_id = $9)`;

const BY_DEADLINE = `SELECT ${REQUEST_COLUMNS} FROM opt_out_request WHERE ${FILTER}
  AND ($11::timestamptz IS NULL OR (coalesce(deadline, 'infinity'), id) > ($11, $12::uuid))
  ORDER BY coalesce(deadline, 'infinity'), id LIMIT $10`;

// The queue itself: only pending rows, which all have a deadline, so that its index answers in order.
const PENDING_BY_DEADLINE = `SELECT ${REQUEST_COLUMNS} FROM opt_out_request WHERE ${FILTER} AND state = 'PENDING'
  AND ($11::timestamptz IS NULL OR (deadline, id) > ($11, $12::uuid))
  ORDER BY deadline, id LIMIT $10`;

const BY_TIME = `SELECT ${REQUEST_COLUMNS} FROM opt_out_request WHERE ${FILTER}
  AND ($11::timestamptz IS NULL OR (received_at, id) < ($11, $12::uuid))
  ORDER BY received_at DESC, id DESC LIMIT $10`;

/** One page of an organisation's requests. */
export async function listRequests(
  sql: Sql,
  organisationId: string,
  page: RequestPage,
): Promise<{ rows: OptOutRequest[]; hasNext: boolean }> {
  const onlyPending = page.filter.states?.length === 1 && page.filter.states[0] === 'PENDING';
  const byDeadline = onlyPending ? PENDING_BY_DEADLINE : BY_DEADLINE;
  const rows = await sql.rows<OptOutRequest>(page.orderBy === 'DEADLINE' ? byDeadline : BY_TIME, [
    ...filterValues(organisationId, page.filter),
    page.first + 1,
    page.after?.at ?? null,
    page.after?.id ?? null,
  ]);
  return { rows: rows.slice(0, page.first), hasNext: rows.length > page.first };
}

/** How many requests meet the filter. */
export async function countRequests(
  sql: Sql,
  organisationId: string,
  filter: RequestFilter,
): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM opt_out_request WHERE ${FILTER}`,
    filterValues(organisationId, filter),
  );
  return row?.n ?? 0;
}

function filterValues(organisationId: string, filter: RequestFilter): unknown[] {
  return [
    organisationId,
    filter.states ?? null,
    filter.signals ?? null,
    filter.methods ?? null,
    filter.addressBookId ?? null,
    filter.accountId ?? null,
    filter.deadlineAfter ?? null,
    filter.deadlineBefore ?? null,
    filter.quarantineId ?? null,
  ];
}
