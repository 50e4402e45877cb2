import { feedFromNow, suppressionChanges } from '@adieu/db';
import type { z } from 'zod';
import { type Asked, refusal, type Refusal, type V1Deps } from './asked.ts';
import { readFeed, writeFeed } from './cursors.ts';
import type { Page } from './lines.ts';
import { reachOf } from './reach-of.ts';
import { rowFor } from './row-for.ts';
import type { ChangesQuery } from './list-schemas.ts';
import { showStanding, showWhom } from './show-standing.ts';

/** `GET /v1/changes`: whose suppressions changed after a cursor, each with all that stands now. 410 where it must begin anew. */
export async function changes(
  { db }: V1Deps,
  { viewer, body: query }: Asked<z.output<typeof ChangesQuery>>,
): Promise<Page | Refusal> {
  const own = db.ofTenant(viewer.organisationId);
  const reach = await reachOf(own, viewer, rowFor(query), query.account);
  if ('status' in reach) return reach;
  if (query.after === undefined) {
    const end = { next: writeFeed(await feedFromNow(own.sql)), more: false };
    return { items: [], end, next: null };
  }
  const after = readFeed(query.after);
  if (after === null)
    return refusal(400, 'INVALID_INPUT', 'after: give `next` or `changes` as it came.', 'after');
  const read = await suppressionChanges(own.sql, reach, { after, limit: query.limit });
  if ('refused' in read) return GONE;
  return {
    items: read.changes.map((each) => ({
      ...showWhom(each, query.addresses),
      suppressions: each.suppressions.map(showStanding),
    })),
    end: { next: writeFeed(read.next), more: read.more },
    next: null,
  };
}

const GONE = refusal(
  410,
  'CURSOR_GONE',
  'This cursor is of another server, or of a time that was undone here: read all of /v1/suppressions, put it in place of what you have, and go on from the `changes` at its end.',
  'after',
);
