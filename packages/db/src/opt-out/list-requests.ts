import type { OptOutRequest } from '../entities/index.ts';
import type { Sql } from '../sql.ts';
import { REQUEST_COLUMNS } from './request-columns.ts';
import { type RequestFilter, whereOf } from './request-filter.ts';

/**
 * DEADLINE: what ends first, requests without a deadline last. RECEIVED_AT: the newest first. DECIDED_AT: the newest
 * decision first, without the requests that nobody and nothing decided.
 */
export type RequestOrder = 'DEADLINE' | 'RECEIVED_AT' | 'DECIDED_AT';

export interface RequestPage {
  readonly filter: RequestFilter;
  readonly orderBy: RequestOrder;
  readonly first: number;
  /** The sort instant and id of the last row seen. Pages stay right while rows are added. */
  readonly after: { readonly at: Date | 'infinity'; readonly id: string } | null;
}

const ORDERS = {
  DEADLINE: { key: "coalesce(q.deadline, 'infinity')", newestFirst: false, only: 'true' },
  // Open requests all have a deadline, so that their own index answers in order.
  OPEN_DEADLINE: { key: 'q.deadline', newestFirst: false, only: 'true' },
  RECEIVED_AT: { key: 'q.received_at', newestFirst: true, only: 'true' },
  DECIDED_AT: { key: 'q.decided_at', newestFirst: true, only: 'q.decided_at IS NOT NULL' },
} as const;

/** One page of an organisation's requests: a walk along an index from where the last page ended, however deep. */
export async function listRequests(
  sql: Sql,
  organisationId: string,
  page: RequestPage,
): Promise<{ rows: OptOutRequest[]; hasNext: boolean }> {
  const { text, values } = pageStatement(organisationId, page);
  const rows = await sql.once<OptOutRequest>(text, values);
  return { rows: rows.slice(0, page.first), hasNext: rows.length > page.first };
}

/** The statement of one page. Apart, so that its plan can be looked at. */
export function pageStatement(
  organisationId: string,
  page: RequestPage,
): { text: string; values: unknown[] } {
  const { where, values } = whereOf(organisationId, page.filter);
  const states = page.filter.states ?? [];
  const onlyPending = states.length === 1 && states[0] === 'PENDING';
  const order = ORDERS[page.orderBy === 'DEADLINE' && onlyPending ? 'OPEN_DEADLINE' : page.orderBy];
  const after =
    page.after === null
      ? 'true'
      : `(${order.key}, q.id) ${order.newestFirst ? '<' : '>'} ($${values.push(page.after.at)}::timestamptz, $${values.push(page.after.id)}::uuid)`;
  const direction = order.newestFirst ? 'DESC' : 'ASC';
  const text = `SELECT ${REQUEST_COLUMNS} FROM opt_out_request q
    WHERE ${where} AND ${order.only} AND ${after}
    ORDER BY ${order.key} ${direction}, q.id ${direction} LIMIT $${values.push(page.first + 1)}`;
  return { text, values };
}

/** Counting stops here: a number nobody reads to its end is not worth reading the table for. */
export const MOST_COUNTED = 10_000;

/** How many requests meet the filter, but never more than `MOST_COUNTED` + 1. */
export async function countRequests(
  sql: Sql,
  organisationId: string,
  filter: RequestFilter,
): Promise<number> {
  const { where, values } = whereOf(organisationId, filter);
  const [row] = await sql.once<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM opt_out_request q WHERE ${where} LIMIT ${MOST_COUNTED + 1}) x`,
    values,
  );
  return row?.n ?? 0;
}
