import type { GateStop } from '@adieu/domain';
import type { DatabaseAccess } from '../database.ts';
import {
  FIRST_FIELD,
  filteredAudience,
  jsonColumns,
  textColumns,
  wholeAudience,
} from './audience.sql.ts';
import type { StartedExport } from './start-export.ts';

/** How a contact is given: as address, channel and language, and its fields as one JSON text or each as a column. */
export type AudienceShape =
  | { readonly as: 'JSON'; readonly fields: readonly string[] | null }
  | { readonly as: 'COLUMNS'; readonly fields: readonly string[] };

export type AudienceRow = readonly (string | null)[];

export interface AudienceBatch {
  /** Contacts that may be written to. */
  readonly rows: readonly AudienceRow[];
  /** How many of this batch were kept back, by reason. */
  readonly stopped: Readonly<Partial<Record<GateStop, number>>>;
}

const BATCH_ROWS = 2_000;

/**
 * The contacts of an export, in no order, by a server-side cursor: one statement, so one snapshot, and no more than two
 * batches in memory at a time. When it throws, what came before is part of a list and must not pass for the whole.
 */
export async function* readAudience(
  db: DatabaseAccess,
  { path, unfiltered }: StartedExport,
  shape: AudienceShape,
): AsyncGenerator<AudienceBatch> {
  const fields = shape.fields ?? [];
  const columns = shape.as === 'JSON' ? jsonColumns(shape.fields) : textColumns(shape.fields);
  const { purpose, organisationId, accountId, topicId, listId, shortCode, now } = path;
  const text = unfiltered
    ? wholeAudience(columns)
    : filteredAudience(columns, FIRST_FIELD + fields.length);
  const law = unfiltered
    ? []
    : [purpose, organisationId, accountId, topicId, listId, now, shortCode];
  const values = [path.addressBookId, path.use, ...fields, ...law];
  for await (const batch of db.batches<[GateStop | null, ...AudienceRow]>(
    text,
    values,
    BATCH_ROWS,
  )) {
    const rows: AudienceRow[] = [];
    const stopped: Partial<Record<GateStop, number>> = {};
    for (const [reason, ...row] of batch) {
      if (reason === null) rows.push(row);
      else stopped[reason] = (stopped[reason] ?? 0) + 1;
    }
    yield { rows, stopped };
  }
}
