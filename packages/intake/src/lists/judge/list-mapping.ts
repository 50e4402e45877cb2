import type { ListField, ListKind } from '@adieu/domain';
import type { ListShape } from '../list-shape.ts';

/** What one column is taken as; of a merge field also the name that it gets. */
export interface ColumnMapping {
  readonly column: string;
  readonly field: ListField;
  readonly name?: string | undefined;
}
/** One for each column of the list, in its order. */
export type ListMapping = readonly ColumnMapping[];

/** Columns that an opt-out says something by; the others are none of its business. */
const OF_OPT_OUTS: readonly ListField[] = [
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'LEFT',
  'SINCE',
  'REASON',
  'NOTE',
];
const OF_CONTACTS: readonly ListField[] = [
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'LANGUAGE',
  'TIME_ZONE',
  'TAGS',
  'CONSENT_TEXT',
  'CONSENT_SOURCE',
  'CONSENT_AT',
];
const ADDRESSES: readonly ListField[] = ['EMAIL', 'PHONE', 'ADDRESS'];

/**
 * What the columns are taken as where nobody says otherwise. A contact has one of each: its first column. One that speaks of
 * leaving is a merge field of a contact, and has to be asked about before (`explainLeaving`).
 */
export function defaultMapping({ columns }: ListShape, kind: ListKind): ListMapping {
  const taken = new Set<ListField>();
  const guesses = columns.map(({ guess }) => guess);
  // Alone it says where somebody came from.
  if (!guesses.includes('CONSENT_TEXT') && !guesses.includes('CONSENT_AT'))
    taken.add('CONSENT_SOURCE');
  const phone = phoneOf(columns);
  return columns.map(({ name, guess }, i) => {
    const column = { column: name };
    if (kind === 'OPT_OUTS')
      return { ...column, field: guess !== null && OF_OPT_OUTS.includes(guess) ? guess : 'IGNORE' };
    const isFree =
      guess !== null &&
      OF_CONTACTS.includes(guess) &&
      !taken.has(guess) &&
      (guess !== 'PHONE' || i === phone);
    if (!isFree) return { ...column, field: 'FIELD' as const, name: fieldName(name) };
    taken.add(guess);
    return { ...column, field: guess };
  });
}

/** Of several columns of numbers the one that SMS reach: a telephone's may be a landline. */
function phoneOf(columns: ListShape['columns']): number {
  const mobile = columns.findIndex(
    ({ name, guess }) => guess === 'PHONE' && /mobil|handy|cell/i.test(name),
  );
  return mobile >= 0 ? mobile : columns.findIndex(({ guess }) => guess === 'PHONE');
}

/** Whether a mapping can give anybody's address. */
export function mapsAddresses(mapping: ListMapping): boolean {
  return mapping.some(({ field }) => ADDRESSES.includes(field));
}

/** The merge field that a column becomes. */
export function fieldName(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_');
}
