import { existsSync } from 'node:fs';
import { fileAt, type ListFile, type ListShape, lookAtList } from '@adieu/intake';
import { Failure } from '../failure.ts';

interface OpenList {
  readonly file: ListFile;
  readonly shape: ListShape;
}

/**
 * A list on the disc, looked at. Where its encoding is a guess nothing is taken by it: names would be wrong for years, and
 * nobody would know. The command says what it would read, and how to say that this is right.
 */
export async function openList(path: string, encoding: string | undefined): Promise<OpenList> {
  if (!existsSync(path)) throw new Failure(`there is no file ${path}`);
  const file = await fileAt(path, 'command');
  const shape = await lookAtList(file, { encoding });
  if ('refused' in shape) throw new Failure(`${path}: ${shape.message}; ${shape.remedy}`);
  if (encoding === undefined && shape.encoding !== null && !shape.encoding.startsWith('utf-'))
    throw new Failure(guessed(path, shape.encoding, shape));
  return { file, shape };
}

function guessed(path: string, encoding: string, { first }: ListShape): string {
  const letters = first.flat().filter((cell) => /[^\p{ASCII}]/u.test(cell) && !cell.includes('@'));
  const read = letters.length === 0 ? '' : `, which reads “${letters.slice(0, 3).join('”, “')}”`;
  return `${path} is not UTF-8. It seems to be ${encoding}${read}. If that is right, say --encoding ${encoding}; else say what it is, or save it as UTF-8`;
}
