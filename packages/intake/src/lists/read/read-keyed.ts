import type { ListFormat } from '@adieu/domain';
import type { ListFile } from '../list-file.ts';
import { readJson, ROOT } from './json/read-json.ts';
import { readNdjson } from './json/read-ndjson.ts';
import type { KeyedRecord } from './keyed.ts';
import { textLines } from './text-lines.ts';
import { textPieces } from './text-pieces.ts';
import { readXml } from './xml/read-xml.ts';

/** The records of a list whose cells have names. */
export function readKeyed(
  file: ListFile,
  shape: {
    readonly format: ListFormat;
    readonly encoding: string | null;
    readonly path: string | null;
  },
): AsyncGenerator<KeyedRecord[]> {
  const pieces = textPieces(file, shape.encoding ?? 'utf-8');
  if (shape.format === 'NDJSON') return readNdjson(textLines(pieces));
  return shape.format === 'XML'
    ? readXml(pieces, shape.path ?? '')
    : readJson(pieces, shape.path ?? ROOT);
}
