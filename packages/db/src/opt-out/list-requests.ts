import type { OptOutRequest } from '../entities/index.ts';
import type { Sql } from '../sql.ts';
import { findText, type TextMatches } from './find-text.ts';
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

/** One page of an organisation's requests: a walk along an index from where the last page ended, however deep. */
export async function listRequests(
  sql: Sql,
  organisationId: string,
  page: RequestPage,
): Promise<{ rows: OptOutRequest[]; hasNext: boolean }> {
  const found = await findTextOf(sql, organisationId, page.filter);
  const { text, values } = pageStatement(organisationId, page, found);
  const rows = await sql.once<OptOutRequest>(text, values);
  return { rows: rows.slice(0, page.first), hasNext: rows.length > page.first };
}

function pageStatement(
  organisationId: string,
  { filter, orderBy, first, after }: RequestPage,
  found: TextMatches | null,
): { text: string; values: unknown[] } {
  const { where, values } = whereOf(organisationId, filter, found);
  const limit = `$${values.push(first + 1)}`;
  const at = `$${values.push(after?.at ?? null)}::timestamptz`;
  const id = `$${values.push(after?.id ?? null)}::uuid`;
  const walk = (condition: string, ...order: string[]): string => `
    SELECT ${REQUEST_COLUMNS} FROM opt_out_request q WHERE ${where} AND ${condition} ORDER BY ${order.join(', ')} LIMIT ${limit}`;
  if (orderBy !== 'DEADLINE') {
    const key = orderBy === 'RECEIVED_AT' ? 'q.received_at' : 'q.decided_at';
    const on = `${key} IS NOT NULL AND (${at} IS NULL OR (${key}, q.id) < (${at}, ${id}))`;
    return { text: walk(on, `${key} DESC`, 'q.id DESC'), values };
  }
  // Two walks: no index holds requests with and without a deadline in this order, and one that did would slow the hot path.
  const ending = walk(
    `q.deadline IS NOT NULL AND (${at} IS NULL OR (q.deadline, q.id) > (${at}, ${id}))`,
    'q.deadline',
    'q.id',
  );
  const endless = walk(
    `q.deadline IS NULL AND (${at} IS NULL OR ${at} < 'infinity' OR q.id > ${id})`,
    'q.id',
  );
  const text = `SELECT * FROM ((${ending}) UNION ALL (${endless})) both_walks
    ORDER BY coalesce(deadline, 'infinity'), id LIMIT ${limit}`;
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
  const found = await findTextOf(sql, organisationId, filter);
  const { where, values } = whereOf(organisationId, filter, found);
  const [row] = await sql.once<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM opt_out_request q WHERE ${where} LIMIT ${MOST_COUNTED + 1}) x`,
    values,
  );
  return row?.n ?? 0;
}

async function findTextOf(
  sql: Sql,
  organisationId: string,
  { text }: RequestFilter,
): Promise<TextMatches | null> {
  return text === null || text === undefined ? null : findText(sql, organisationId, text);
}
