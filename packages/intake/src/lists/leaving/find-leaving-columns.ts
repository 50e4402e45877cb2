import { defaultMapping } from '../judge/list-mapping.ts';
import type { ListFile } from '../list-file.ts';
import type { ListShape } from '../list-shape.ts';
import { readList } from '../read/read-list.ts';
import { type LeavingColumn, LeavingTally } from './leaving-tally.ts';

/** The columns of a list of contacts that speak of leaving, by their names and by what stands in them. Reads all of it. */
export async function findLeavingColumns(
  file: ListFile,
  shape: ListShape,
): Promise<readonly LeavingColumn[]> {
  const tally = new LeavingTally({ columns: defaultMapping(shape, 'CONTACTS'), told: [] });
  for await (const record of readList(file, shape)) tally.see(record);
  return tally.found;
}
