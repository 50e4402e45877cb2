import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where tools are kept between runs: `$XDG_CACHE_HOME/adieu`, else `~/.cache/adieu`. */
export function cacheFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'adieu');
}

/** npm and tsc keep compiled code, unless told where, in the temporary folder, and leave it there. */
export function compileCacheIn(env) {
  return { NODE_COMPILE_CACHE: join(cacheFolder(env), 'compiled'), ...env };
}

/** What this checkout remembers about its last install and build. pnpm leaves hidden folders in node_modules alone. */
export const STATE_FOLDER = join(ROOT, 'node_modules', '.adieu');
