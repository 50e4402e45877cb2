import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../folders.mjs';
import { capture } from '../run.mjs';

export const MODULE_FOLDER = join(ROOT, 'tools', 'temporal');
/** The oldest server that has all that the workflows use. */
const OLDEST_SERVER = [1, 28];
const ASK_WITHIN_MS = 10_000;

/** The pinned version of the Temporal CLI, from tools/temporal/go.mod, e.g. `1.8.2`. */
export async function pinnedVersion() {
  const text = await readFile(join(MODULE_FOLDER, 'go.mod'), 'utf8');
  return /^\s*(?:require )?github\.com\/temporalio\/cli v(\S+)/m.exec(text)[1];
}

/** What is wrong with this binary, or null where it is good. */
export async function fault(binary) {
  const { code, output } = await capture(binary, ['--version'], { timeout: ASK_WITHIN_MS });
  if (code !== 0) return `does not run: ${output.trim().split('\n')[0]}`;
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(output) ?? [];
  if (major === undefined) return `does not name its server's version: ${output.trim()}`;
  const old =
    Number(major) < OLDEST_SERVER[0] ||
    (Number(major) === OLDEST_SERVER[0] && Number(minor) < OLDEST_SERVER[1]);
  return old
    ? `carries server ${major}.${minor}, and ${OLDEST_SERVER.join('.')} is the oldest that will do`
    : null;
}
