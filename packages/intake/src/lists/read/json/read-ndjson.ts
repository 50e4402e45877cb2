import { LIST_LIMITS } from '../../limits.ts';
import { brokenRecord, type KeyedRecord } from '../keyed.ts';
import type { TextLine } from '../text-lines.ts';
import { flatten } from './flatten.ts';

/** The records of a file that has one value of JSON on each line. A line that has none costs itself alone. */
export async function* readNdjson(
  lines: AsyncIterable<readonly TextLine[]>,
): AsyncGenerator<KeyedRecord[]> {
  for await (const some of lines) yield some.map(readLine);
}

function readLine({ line, text }: TextLine): KeyedRecord {
  if (text.trim() === '') return { line, blank: true };
  if (text.length > LIST_LIMITS.line) return brokenRecord(line, 'ROW_TOO_LONG', text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return brokenRecord(line, 'NOT_WELL_FORMED', text);
  }
  const fields = flatten(value);
  return fields === null ? brokenRecord(line, 'TOO_DEEP', text) : { line, fields };
}
