import { JSONParser } from '@streamparser/json';
import { LIST_LIMITS } from '../../limits.ts';
import { brokenFrom, brokenRecord, type KeyedRecord } from '../keyed.ts';
import { flatten } from './flatten.ts';

/** The whole file is a list. */
export const ROOT = '$';

/** The records of a JSON: those of the list at `path` (`data.rows`, or `$` where the whole file is one). */
export async function* readJson(
  pieces: AsyncIterable<string>,
  path: string,
): AsyncGenerator<KeyedRecord[]> {
  const parser = new JSONParser({ paths: [`${pathOf(path)}.*`], keepStack: false });
  let [records, line, since]: [KeyedRecord[], number, number] = [[], 0, 0];
  parser.onValue = ({ value }) => {
    line += 1;
    since = 0;
    const fields = flatten(value);
    records.push(fields === null ? brokenRecord(line, 'TOO_DEEP') : { line, fields });
  };
  for await (const piece of pieces) {
    since += piece.length;
    const isRead = tries(() => parser.write(piece));
    yield records;
    records = [];
    const isTooLong = since > LIST_LIMITS.line;
    if (isRead && !isTooLong) continue;
    yield [brokenFrom(line + 1, isRead ? 'ROW_TOO_LONG' : 'NOT_WELL_FORMED')];
    return;
  }
  if (!parser.isEnded) yield [brokenFrom(line + 1, 'NOT_WELL_FORMED')];
}

function pathOf(path: string): string {
  return path === ROOT ? ROOT : `${ROOT}.${path}`;
}

/** Whatever a parser throws is the file's fault: it is given nothing else. */
function tries(parse: () => void): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}
