import type { OptOutRequest } from './opt-out-request.entity.ts';
import { type Listed, listedOf } from '../listed.ts';
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
): Promise<Listed<OptOutRequest>> {
  const found = await findTextOf(sql, organisationId, page.filter);
  const rows: OptOutRequest[] = [];
  for (const walk of walksOf(page)) {
    const limit = page.first + 1 - rows.length;
    if (limit > 0) rows.push(...(await take(sql, organisationId, page, found, walk, limit)));
  }
  return listedOf(rows, page.first);
}

interface Walk {
  readonly only: string;
  /** Null: by id alone. */
  readonly key: 'deadline' | 'received_at' | 'decided_at' | null;
  readonly newestFirst: boolean;
}

const ENDING: Walk = { only: 'q.deadline IS NOT NULL', key: 'deadline', newestFirst: false };
const ENDLESS: Walk = { only: 'q.deadline IS NULL', key: null, newestFirst: false };
const RECEIVED: Walk = { only: 'true', key: 'received_at', newestFirst: true };
const DECIDED: Walk = { only: 'q.decided_at IS NOT NULL', key: 'decided_at', newestFirst: true };

/** By deadline there are two: an index that held both kinds in this order would slow the hot path, which has no deadlines. */
function walksOf({ orderBy, after, filter: { states } }: RequestPage): Walk[] {
  if (orderBy === 'RECEIVED_AT') return [RECEIVED];
  if (orderBy === 'DECIDED_AT') return [DECIDED];
  // Open requests all have a deadline.
  if (states?.every((state) => state === 'PENDING')) return [ENDING];
  return after?.at === 'infinity' ? [ENDLESS] : [ENDING, ENDLESS];
}

function take(
  sql: Sql,
  organisationId: string,
  { filter, after }: RequestPage,
  found: TextMatches | null,
  { only, key, newestFirst }: Walk,
  limit: number,
): Promise<OptOutRequest[]> {
  const { where, values } = whereOf(organisationId, filter, found);
  const place = (value: unknown): string => `$${values.push(value)}`;
  const sign = newestFirst ? '<' : '>';
  const direction = newestFirst ? 'DESC' : 'ASC';
  let isAfter = 'true';
  if (after !== null && key !== null)
    isAfter = `(q.${key}, q.id) ${sign} (${place(after.at)}::timestamptz, ${place(after.id)}::uuid)`;
  else if (after?.at === 'infinity') isAfter = `q.id ${sign} ${place(after.id)}::uuid`;
  const order = `${key === null ? '' : `q.${key} ${direction}, `}q.id ${direction}`;
  return sql.once(
    `SELECT ${REQUEST_COLUMNS} FROM opt_out_request q WHERE ${where} AND ${only} AND ${isAfter}
     ORDER BY ${order} LIMIT ${place(limit)}`,
    values,
  );
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
