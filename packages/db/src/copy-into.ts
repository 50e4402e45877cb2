import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyCell = string | number | boolean | Buffer | null;

/** Hands rows to a table in the text form of COPY; resolves when they are in. */
export async function copyInto(
  client: pg.ClientBase,
  into: string,
  rows: readonly (readonly CopyCell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  stream.end(rows.map((cells) => `${cells.map(copyCell).join('\t')}\n`).join(''));
  await finished(stream);
}

function copyCell(value: CopyCell): string {
  if (value === null) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return typeof value === 'string' ? value.replace(/[\\\t\n\r]/g, escape) : String(value);
}

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
const escape = (sign: string): string => ESCAPED[sign]!;
