import { capture } from './run.mjs';

/** The repository's files that meet one of `patterns` (git's), new ones too, but those that `leftOut` meets; in order. */
export async function listFiles(patterns, leftOut) {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns];
  const { output } = await capture('git', list, { kept: Infinity });
  return output
    .split('\0')
    .filter((file) => file !== '' && !leftOut.test(file))
    .toSorted();
}
