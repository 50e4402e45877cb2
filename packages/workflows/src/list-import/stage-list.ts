import {
  askOfLeaving,
  beginStaging,
  countryOfImport,
  dropSaidTwice,
  type Json,
  type ListImport,
  splitIntoChunks,
  stageBatch,
} from '@adieu/db';
import { isWorkbook } from '@adieu/domain';
import { judgeListRow, LeavingTally, NoList, readList } from '@adieu/intake';
import { fileOf } from './file-of.ts';
import type { ListImportDeps } from './list-import-deps.ts';
import { mappingOf, shapeOf } from './mapping.ts';
import { Batch } from './staged-batch.ts';

/** Rows that are staged in one transaction. */
const BATCH_ROWS = 5_000;

/**
 * Reads the file of an import and stages what it takes, batch by batch; one that was broken off goes on where it was. The next
 * rows are read while the last go into the database. `asks`: columns speak of people who left, and nobody said what they mean.
 * `elsewhere`: it was cancelled, or another worker is at it.
 */
export async function stageList(
  deps: ListImportDeps,
  list: ListImport,
): Promise<'staged' | 'asks' | 'elsewhere'> {
  const { db, ring, clock } = deps;
  const [shape, mapping] = [shapeOf(list), mappingOf(list)];
  const country = await countryOfImport(db.sql, list.id);
  const by = { kind: list.kind, mapping: mapping.columns, format: shape.format, country };
  const tally = list.kind === 'CONTACTS' ? new LeavingTally(mapping) : null;
  if (list.rowsRead === 0) await db.transaction((tx) => beginStaging(tx, list.id));
  const word = isWorkbook(shape.format) ? 'row' : shape.format === 'CSV' ? 'line' : 'record';
  let batch = new Batch(list.rowsRead, { kind: list.kind, ring });
  let staged: Promise<boolean> = Promise.resolve(true);
  const hand = async (): Promise<boolean> => {
    if (!(await staged)) return false;
    const full = batch;
    batch = new Batch(full.from + full.read.rows, { kind: list.kind, ring });
    staged = db.transaction((tx) => stageBatch(tx, list.id, full));
    // It is awaited with the next one: until then a fault of it is nobody's.
    staged.catch(() => {});
    return true;
  };
  let n = 0;
  for await (const record of readList(fileOf(db.sql, list), shape)) {
    if ('rest' in record) throw new NoList('NOT_WELL_FORMED');
    tally?.see(record);
    if (n >= list.rowsRead) {
      batch.add(n, judgeListRow(record, by), `${word} ${record.line}`);
      if (batch.read.rows >= BATCH_ROWS && !(await hand())) return 'elsewhere';
    }
    n += 1;
  }
  if (batch.read.rows > 0 && !(await hand())) return 'elsewhere';
  if (!(await staged)) return 'elsewhere';
  const leaving = tally?.found ?? [];
  if (leaving.length > 0) {
    const asked = { ...shape, leaving } as unknown as Json;
    await db.transaction((tx) => askOfLeaving(tx, list.id, asked, clock()));
    return 'asks';
  }
  if (list.kind === 'CONTACTS') await db.transaction((tx) => dropSaidTwice(tx, list.id));
  await db.transaction((tx) => splitIntoChunks(tx, list.id));
  return 'staged';
}
