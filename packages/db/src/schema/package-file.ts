import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** Also from `dist`: the package's files stand beside its package.json, wherever its code was built to. */
const ROOT = dirname(findPackageJSON('..', import.meta.url)!);

/** The text of a file of this package that is no code. */
export function packageFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The SQL files below a folder of this package, sorted. */
export function sqlFilesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sql'))
    .map((path) => join(folder, path))
    .toSorted();
}
