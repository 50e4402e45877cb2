import type { RowNote } from '@adieu/db';
import type { ListField } from '@adieu/domain';
import type { AcceptedOptOut, JudgeBy } from './list-row.ts';
import { readSince } from './read-since.ts';
import type { Refused, RowRead } from './row-read.ts';

/** Somebody who left, with all addresses of theirs that are some. A wish is taken of any number. */
export function acceptOptOut(
  { line, cells, addresses, bad, leaving }: RowRead,
  { mapping }: JudgeBy,
): AcceptedOptOut | Refused {
  if (leaving?.says === 'STAYS' || leaving?.says === 'EMPTY')
    return { reason: 'HAS_NOT_LEFT', at: leaving.at };
  if (leaving !== null && leaving.says !== 'LEFT')
    return { reason: 'UNCLEAR_LEAVING', at: leaving.at };
  if (addresses.length === 0) return bad[0] ?? { reason: 'MISSING_ADDRESS', field: 'email' };
  const notes: RowNote[] = bad.map(({ field, message }) => ({
    line,
    field,
    message: `taken without this address: ${message}`,
  }));
  const said = (field: ListField): string =>
    mapping
      .flatMap((each, i) => (each.field === field ? [cells[i]?.trim() ?? ''] : []))
      .filter((cell) => cell !== '')
      .join('; ');
  const when = said('SINCE');
  const since = when === '' ? null : readSince(when);
  if (when !== '' && since === null) notes.push({ line, field: 'since', message: UNKNOWN_TIME });
  return {
    line,
    optsOut: true,
    addresses,
    since,
    reason: said('REASON') || null,
    note: said('NOTE') || null,
    ...(notes.length > 0 && { notes }),
  };
}

const UNKNOWN_TIME = 'taken without its time: write it like 2026-05-04 or 2026-05-04T10:00:00Z';
