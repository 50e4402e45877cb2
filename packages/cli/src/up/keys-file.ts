import { existsSync } from 'node:fs';
import { createKeyRing, parseKeyRing, serialiseKeyRing } from '@adieu/keys';
import { Failure } from '../failure.ts';
import { readIfThere, writeWhole } from '../files.ts';
import type { DataFolder } from './data-folder.ts';

/** The path of the keys file, made on the first start. Where data is there without its keys, nothing is made up. */
export async function ensureKeysFile(folder: DataFolder, own: string | undefined): Promise<string> {
  const path = own ?? folder.keys;
  const text = await readIfThere(path);
  if (text !== null) {
    check(path, text);
    return path;
  }
  if (existsSync(folder.postgres)) {
    throw new Failure(
      `${path} is missing, but ${folder.postgres} is not: without its keys nobody's opt-out can be found again. ` +
        `Bring the file back from a backup, or start anew in another place: --data DIR`,
    );
  }
  await writeWhole(path, serialiseKeyRing(createKeyRing()));
  return path;
}

function check(path: string, text: string): void {
  try {
    parseKeyRing(text);
  } catch (cause) {
    throw new Failure(`${path}: ${(cause as Error).message}`, { cause });
  }
}
