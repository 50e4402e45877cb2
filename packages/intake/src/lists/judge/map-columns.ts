import type { ListField, ListKind } from '@adieu/domain';
import type { ListShape } from '../list-shape.ts';
import { defaultMapping, fieldName, type ListMapping, mapsAddresses } from './list-mapping.ts';

/** What somebody says that a column holds; of a merge field also what it is called. */
export interface SaidColumn {
  readonly column: string;
  readonly field: ListField;
  readonly name?: string | null | undefined;
}

/** What the columns of a list are taken as, and of which somebody said so. */
export interface MappedColumns {
  readonly columns: ListMapping;
  readonly told: readonly string[];
}

/** What the columns of a list to import are taken as: what somebody says, else what they seem to hold. */
export function mapColumns(
  shape: ListShape,
  kind: ListKind,
  said: readonly SaidColumn[],
): MappedColumns | { readonly refused: 'no-column' | 'no-addresses' } {
  if (said.some(({ column }) => !shape.columns.some(({ name }) => name === column)))
    return { refused: 'no-column' };
  const columns = defaultMapping(shape, kind).map((usual) => {
    const { column } = usual;
    const told = said.find((each) => each.column === column);
    const field = told?.field ?? usual.field;
    // What proves a consent is asked for where consents are recorded.
    if (field !== 'FIELD' && !field.startsWith('CONSENT_')) return { column, field };
    return { column, field: 'FIELD' as const, name: told?.name ?? usual.name ?? fieldName(column) };
  });
  if (!mapsAddresses(columns)) return { refused: 'no-addresses' };
  return { columns, told: said.map(({ column }) => column) };
}
