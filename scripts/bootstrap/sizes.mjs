import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './folders.mjs';
import { listFiles } from './list-files.mjs';
import { verdict } from './verdict.mjs';

const LONGEST = 200;
const MEDIAN = 60;
const CODE = ['*.ts', '*.tsx', '*.mjs'];
/** Tests, what a program writes, statements of SQL, and catalogs of words, which are as long as there is to say. */
const LEFT_OUT =
  /\.test\.\w+$|\.sql\.ts$|\/test\/|\/generated\/|^packages\/messages\/|^packages\/intake\/src\/words\/rules\//;

/** Files are small, so that each holds one named thing: none over 200 lines, half of them at most 60. */
export async function checkSizes() {
  const files = await listFiles(CODE, LEFT_OUT);
  const sizes = await Promise.all(files.map(async (file) => [file, await countLines(file)]));
  return verdict(judgeSizes(sizes));
}

/** What is wrong with these [file, lines]; nothing where all is well. */
export function judgeSizes(sizes) {
  const long = sizes.filter(([, lines]) => lines > LONGEST);
  const median = sizes.map(([, lines]) => lines).toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0;
  return [
    ...long.map(
      ([file, lines]) =>
        `${file} has ${lines} lines: cut it by what it is about (at most ${LONGEST}).`,
    ),
    ...(median > MEDIAN
      ? [`Half of the files have more than ${median} lines (at most ${MEDIAN}).`]
      : []),
  ];
}

/** A file that is gone from the folder, but not yet from git, counts nothing. */
async function countLines(file) {
  const text = await readFile(join(ROOT, file), 'utf8').catch(() => '');
  return text.split('\n').length - 1;
}
