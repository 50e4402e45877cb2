import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MAIN = join(import.meta.dirname, '../packages/cli/dist/main.js');

/** Runs a command of `adieu` as `npm run adieu` does; gives what it printed, and throws where it failed. */
export async function runAdieu(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env },
  });
}

/** The same, for what it says to a program. */
export const adieu = async (
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> => (await runAdieu(args, env)).stdout;
