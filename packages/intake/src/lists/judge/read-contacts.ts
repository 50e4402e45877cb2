import type { ListField } from '@adieu/domain';
import type { ListFile } from '../list-file.ts';
import { NoList } from '../list-refused.ts';
import type { ListShape } from '../list-shape.ts';
import { lookAtList } from '../look/look-at-list.ts';
import { readList } from '../read/read-list.ts';
import { judgeListRow } from './judge-list-row.ts';
import { defaultMapping, fieldName, type ListMapping } from './list-mapping.ts';
import type { JudgedRow } from './list-row.ts';

interface By {
  /** Of numbers without one; null: none is assumed. */
  readonly country: string | null;
  /** Columns in which a cell that says so is an opt-out, as the header line has them. */
  readonly optOuts?: readonly string[];
  /** Where somebody looked at it already. */
  readonly shape?: ListShape;
}

/** The rows of a list of contacts (P12), its columns taken as they say themselves. Each row of the list gives one. */
export async function* readContacts(file: ListFile, by: By): AsyncGenerator<JudgedRow> {
  const shape = by.shape ?? (await lookAtList(file));
  if ('refused' in shape) throw new NoList(shape.refused);
  const mapping = contactMapping(shape, by.optOuts ?? []);
  const { country } = by;
  for await (const record of readList(file, shape))
    yield judgeListRow(record, { kind: 'CONTACTS', mapping, format: shape.format, country });
}

/** What an import in one go has no place for but among the merge fields. */
const MERGED: readonly ListField[] = ['TAGS', 'CONSENT_TEXT', 'CONSENT_SOURCE', 'CONSENT_AT'];

function contactMapping(shape: ListShape, optOuts: readonly string[]): ListMapping {
  return defaultMapping(shape, 'CONTACTS').map((each) =>
    optOuts.includes(each.column)
      ? { ...each, field: 'LEFT' }
      : MERGED.includes(each.field)
        ? { ...each, field: 'FIELD', name: fieldName(each.column) }
        : each,
  );
}
