import { readFileSync } from 'node:fs';
import {
  defaultMapping,
  Duplicates,
  fileOfBytes,
  type JudgedRow,
  judgeListRow,
  type ListFile,
  type ListOverrule,
  type ListRefused,
  type ListShape,
  lookAtList,
  readList,
} from '../../src/index.ts';
import type { ListKind } from '@adieu/domain';

/** A list with these bytes, in one piece or in pieces of a size. */
export function listOf(content: string | Uint8Array, size = Infinity): ListFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  if (size === Infinity) return fileOfBytes(bytes, 'a');
  return {
    ...fileOfBytes(bytes, 'a'),
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

export const listAt = (path: string): ListFile => listOf(readFileSync(path));

/** What a look finds; a refusal is a fault here. */
export async function shapeOf(file: ListFile, overrule?: ListOverrule): Promise<ListShape> {
  const shape = await lookAtList(file, overrule);
  if ('refused' in shape) throw new Error(`refused: ${shape.refused}`);
  return shape;
}

/** The code by which a file is refused; null: it is a list. */
export async function refusalOf(file: ListFile, overrule?: ListOverrule): Promise<string | null> {
  const shape: ListShape | ListRefused = await lookAtList(file, overrule);
  return 'refused' in shape ? shape.refused : null;
}

/** All rows of a list, judged as its own columns say. */
export async function judgedRows(
  file: ListFile,
  {
    kind = 'CONTACTS',
    country = null,
    overrule = {},
  }: { kind?: ListKind; country?: string | null; overrule?: ListOverrule } = {},
): Promise<JudgedRow[]> {
  const shape = await shapeOf(file, overrule);
  const mapping = defaultMapping(shape, kind);
  const judged: JudgedRow[] = [];
  const duplicates = new Duplicates();
  for await (const record of readList(file, shape))
    judged.push(
      duplicates.judge(judgeListRow(record, { kind, mapping, format: shape.format, country })),
    );
  return judged;
}
