import { AdieuError } from '../errors.ts';
import { askV1, type V1Options } from './ask-v1.ts';
import type {
  ChangedSuppressions,
  ListedSuppression,
  SuppressionCopy,
} from './suppression-copy.ts';

export interface FollowOptions extends V1Options {
  /** How addresses come: `clear` needs the use `addresses:read`. Masked if not given. */
  readonly addresses?: 'masked' | 'clear' | 'none';
  /** Only what stops something of this account. */
  readonly account?: string;
}

export interface Followed {
  /** How many addresses changed; of a whole list, how many opt-outs it had. */
  readonly count: number;
  /** Whether the whole list was read: the first time, and where Adieu's record was put back or moved. */
  readonly whole: boolean;
}

interface Page<Item, End> {
  readonly items: readonly Item[];
  readonly end: End;
}

/**
 * Brings a copy of Adieu's opt-outs up to date, and resolves when it has all that stood when this began. To be called again and
 * again, by one at a time: each call tells what changed since the last. A key with the use `suppressions:read`.
 */
export async function followSuppressions(
  copy: SuppressionCopy,
  options: FollowOptions = {},
): Promise<Followed> {
  const cursor = await copy.cursor();
  if (cursor === null) return readAll(copy, options);
  try {
    return await readChanges(copy, cursor, options);
  } catch (error) {
    if (error instanceof AdieuError && error.code === 'CURSOR_GONE') return readAll(copy, options);
    throw error;
  }
}

async function readAll(copy: SuppressionCopy, options: FollowOptions): Promise<Followed> {
  await copy.begin();
  let count = 0;
  for (let after: string | null = null; ;) {
    const { items, end }: Page<ListedSuppression, { next: string | null; changes: string }> =
      await askV1(`/v1/suppressions?${query(options, after)}`, options);
    await copy.add(items);
    count += items.length;
    after = end.next;
    if (after !== null) continue;
    await copy.end(end.changes);
    // What changed while the list was read.
    await readChanges(copy, end.changes, options);
    return { count, whole: true };
  }
}

async function readChanges(
  copy: SuppressionCopy,
  from: string,
  options: FollowOptions,
): Promise<Followed> {
  let count = 0;
  for (let after = from; ;) {
    const { items, end }: Page<ChangedSuppressions, { next: string; more: boolean }> = await askV1(
      `/v1/changes?${query(options, after)}`,
      options,
    );
    await copy.change(items, end.next);
    count += items.length;
    after = end.next;
    if (!end.more) return { count, whole: false };
  }
}

function query({ addresses, account }: FollowOptions, after: string | null): string {
  return new URLSearchParams({
    ...(after !== null && { after }),
    ...(addresses && { addresses }),
    ...(account && { account }),
  }).toString();
}
