import type { ChangesPosition } from '@adieu/db';
import { readCursor, writeCursor } from '../shared/page-args.ts';
import { BadArgument } from '../shared/bad-argument.ts';

const WHOLE_NUMBER = /^\d{1,19}$/;

export function writeChangesCursor({ tx, id }: ChangesPosition): string {
  return writeCursor('changes', tx, id);
}

/** The position of a cursor; null where none was given. */
export function readChangesCursor(after: string | null | undefined): ChangesPosition | null {
  const isOurs = ([kind, tx, id]: readonly string[]): boolean =>
    kind === 'changes' && WHOLE_NUMBER.test(tx ?? '') && WHOLE_NUMBER.test(id ?? '');
  const parts = readCursor({ after: after ?? null }, isOurs);
  if (parts === null) return null;
  const [, tx, id] = parts as [string, string, string];
  if (BigInt(tx) > LARGEST || BigInt(id) > LARGEST)
    throw new BadArgument('after', 'is not a cursor of this list');
  return { tx, id };
}

const LARGEST = 2n ** 63n - 1n;
