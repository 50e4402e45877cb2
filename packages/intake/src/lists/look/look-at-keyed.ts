import type { ListFormat } from '@adieu/domain';
import { LIST_LIMITS } from '../limits.ts';
import type { ListFile } from '../list-file.ts';
import { NoList } from '../list-refused.ts';
import type { ListShape } from '../list-shape.ts';
import { readKeyed } from '../read/read-keyed.ts';
import { textPieces } from '../read/text-pieces.ts';
import { findJsonPaths } from './find-json-path.ts';
import { findXmlPaths } from './find-xml-path.ts';
import { guessColumns, mayHoldAddresses } from './guess-columns.ts';
import { beginningOf } from './head.ts';
import { LOOKED_AT, SHOWN } from './look-at-rows.ts';

/** Of so many all names are columns; some have one that hardly any other has. */
const NAMES_LOOKED_AT = 100_000;

interface Written {
  readonly format: ListFormat;
  readonly encoding: string;
  /** Null: it is to be found. */
  readonly path: string | null;
}

/** The columns of a list whose cells have names: all those of its first rows. */
export async function lookAtKeyed(file: ListFile, written: Written): Promise<ListShape> {
  const paths = await pathsOf(file, written);
  // One record by itself is a list of one.
  if (written.format === 'JSON' && paths.length === 0 && written.path === null)
    return lookAtKeyed(file, { ...written, format: 'NDJSON' });
  const path = written.path ?? paths[0] ?? null;
  if (path === null && written.format !== 'NDJSON') throw new NoList('NO_ROWS');
  const names = new Set<string>();
  const records: ReadonlyMap<string, string>[] = [];
  let [isBroken, count] = [false, 0];
  for await (const some of readKeyed(file, { ...written, path })) {
    for (const record of some)
      if ('fields' in record) {
        count += 1;
        if (records.length < LOOKED_AT) records.push(record.fields);
        for (const name of record.fields.keys()) names.add(name);
      } else isBroken ||= 'broken' in record;
    if (names.size > LIST_LIMITS.columns) throw new NoList('TOO_MANY_COLUMNS');
    if (count >= NAMES_LOOKED_AT) break;
  }
  if (records.length === 0)
    throw new NoList(isBroken && written.format !== 'NDJSON' ? 'NOT_WELL_FORMED' : 'NO_ROWS');
  const rows = records.map((fields) => [...names].map((name) => fields.get(name) ?? ''));
  const columns = guessColumns([...names], rows);
  if (!columns.some(({ guess }) => guess !== null) && !mayHoldAddresses(rows))
    throw new NoList('NO_ADDRESSES');
  return {
    format: written.format,
    encoding: written.encoding,
    separator: null,
    sheet: null,
    sheets: [],
    path,
    paths,
    header: false,
    columns,
    first: rows.slice(0, SHOWN),
  };
}

/** Each is found in the beginning of the file. */
function pathsOf(file: ListFile, { format, encoding }: Written): Promise<string[]> | string[] {
  if (format === 'NDJSON') return [];
  const pieces = beginningOf(textPieces(file, encoding));
  return format === 'XML' ? findXmlPaths(pieces) : findJsonPaths(pieces);
}
