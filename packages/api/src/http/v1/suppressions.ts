import { feedFromNow, suppressionsPage } from '@adieu/db';
import type { z } from 'zod';
import type { Asked, Refusal, V1Deps } from './asked.ts';
import { refusal } from './asked.ts';
import { readList, writeFeed, writeList } from './cursors.ts';
import type { Page } from './lines.ts';
import { reachOf } from './reach-of.ts';
import { rowFor } from './row-for.ts';
import type { ListQuery } from './list-schemas.ts';
import { showStanding, showWhom } from './show-standing.ts';

/** `GET /v1/suppressions`: everybody who left, or is paused while their wish is reviewed, page by page. */
export async function suppressions(
  { db, publicUrl }: V1Deps,
  { viewer, body: query }: Asked<z.output<typeof ListQuery>>,
): Promise<Page | Refusal> {
  const own = db.ofTenant(viewer.organisationId);
  const reach = await reachOf(own, viewer, rowFor(query), query.account);
  if ('status' in reach) return reach;
  const after = query.after === undefined ? null : readList(query.after);
  if (query.after !== undefined && after === null)
    return refusal(400, 'INVALID_INPUT', 'after: give `next` of the page before.', 'after');
  // Before the first row is read: what changes while the list is walked is among these changes.
  const changes = after?.changes ?? (await feedFromNow(own.sql));
  const { rows, next: place } = await suppressionsPage(own.sql, reach, {
    after: after?.place ?? null,
    limit: query.limit,
  });
  const next = place && writeList({ place, changes });
  return {
    items: rows.map((row) => ({ ...showWhom(row, query.addresses), ...showStanding(row) })),
    end: { next, changes: writeFeed(changes) },
    next: next && nextUrl(`${publicUrl}/v1/suppressions`, query, next),
  };
}

function nextUrl(url: string, query: z.output<typeof ListQuery>, after: string): string {
  const { limit, addresses, account } = query;
  const asked = { after, limit: String(limit), addresses, ...(account && { account }) };
  return `${url}?${new URLSearchParams(asked)}`;
}
