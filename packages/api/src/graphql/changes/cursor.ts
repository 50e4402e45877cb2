import type { ChangesPosition } from '@adieu/db';
import { readCursor, writeCursor } from '../shared/page-args.ts';

const FROM = 'the cursor of an earlier change, or the changesCursor of a list';
const WHOLE_NUMBER = /^\d{1,19}$/;

export function writeChangesCursor({ tx, id }: ChangesPosition): string {
  return writeCursor('changes', tx, id);
}

/** The position of a cursor; null where none was given. */
export function readChangesCursor(after: string | null | undefined): ChangesPosition | null {
  const isOurs = ([kind, tx, id]: readonly string[]): boolean =>
    kind === 'changes' && isPosition(tx) && isPosition(id);
  const parts = readCursor({ after: after ?? null }, isOurs, FROM);
  if (parts === null) return null;
  const [, tx, id] = parts as [string, string, string];
  return { tx, id };
}

function isPosition(text = ''): boolean {
  return WHOLE_NUMBER.test(text) && BigInt(text) <= LARGEST;
}

const LARGEST = 2n ** 63n - 1n;
