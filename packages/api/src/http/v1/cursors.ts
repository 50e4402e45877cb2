import type { FeedPosition, SuppressionsPlace } from '@adieu/db';
import type { Channel } from '@adieu/domain';
import { isUuid, partsOf, writeCursor } from '../../graphql/shared/page-args.ts';

/** A place in the walk through all suppressions, and where changes are told from once it ends. */
export interface ListPosition {
  readonly place: SuppressionsPlace;
  readonly changes: FeedPosition;
}

const WHOLE = /^\d{1,20}$/;

export function writeFeed({ server, tx, id }: FeedPosition): string {
  return writeCursor('changes', server, tx, id);
}

/** Null for what is no cursor of changes. */
export function readFeed(text: string): FeedPosition | null {
  const parts = partsOf(text);
  if (parts?.length !== 4) return null;
  const [kind, server, tx, id] = parts as [string, string, string, string];
  if (kind !== 'changes' || !WHOLE.test(tx) || !isBigint(id)) return null;
  return { server, tx, id };
}

export function writeList({ place, changes }: ListPosition): string {
  const { scopeId, listId, row } = place;
  const { server, tx, id } = changes;
  const at = row === null ? [] : [row.micros, row.key, row.channel];
  return writeCursor('list', server, tx, id, scopeId, listId, ...at);
}

/** Null for what is no cursor of the list. */
export function readList(text: string): ListPosition | null {
  const parts = partsOf(text);
  if (parts?.length !== 6 && parts?.length !== 9) return null;
  const [kind, server, tx, id, scopeId, listId, micros, key, channel] = parts as string[];
  if (kind !== 'list' || !WHOLE.test(tx!) || !isBigint(id!)) return null;
  if (!isUuid(scopeId) || !isUuid(listId)) return null;
  const changes = { server: server!, tx: tx!, id: id! };
  const place = { scopeId: scopeId!, listId: listId! };
  if (micros === undefined) return { changes, place: { ...place, row: null } };
  const isRow =
    /^\d{1,16}$/.test(micros) && /^[\da-f]{64}$/.test(key!) && /^[A-Z]{1,20}$/.test(channel!);
  if (!isRow) return null;
  return { changes, place: { ...place, row: { micros, key: key!, channel: channel as Channel } } };
}

const MOST_ID = 2n ** 63n - 1n;

function isBigint(text: string): boolean {
  return WHOLE.test(text) && BigInt(text) <= MOST_ID;
}
