import { isStorable } from './storable.ts';
import type { ListRecord } from '../list-shape.ts';

/** What a decoder puts where it did not understand: the letter was lost before the file came here. */
const LOST = '\uFFFD';

/** A record, told apart from one that says nothing, and from one of which something was lost before it came, or that holds what is no letter. */
export function settleRecord(record: ListRecord): ListRecord {
  if (!('cells' in record)) return record;
  const { line, cells } = record;
  let isBlank = true;
  for (const cell of cells) {
    if (cell.includes(LOST) || !isStorable(cell))
      return { line, broken: 'LOST_CHARACTERS', value: cell };
    if (isBlank && cell.trim() !== '') isBlank = false;
  }
  return isBlank ? { line, blank: true } : record;
}
