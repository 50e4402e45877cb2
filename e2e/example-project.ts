import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Endpoints } from './endpoints.ts';

const PROJECT = join(import.meta.dirname, '../examples/newsletter');
const ADIEU = join(PROJECT, 'node_modules/@adieu/sdk/bin/adieu.js');

/** A campaign is followed to its last hand-over. */
const ENDS_WITHIN_MS = 110_000;

export interface Ran {
  /** The process's exit code. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The example project's own commands, run as its CI would: in its folder, with two variables. */
export const exampleProject = {
  adieu: (endpoints: Endpoints, ...args: string[]) => run(endpoints, [ADIEU, ...args]),
  script: (endpoints: Endpoints, file: string) => run(endpoints, ['--import', 'tsx', file]),
};

function run({ graphql, demo }: Endpoints, args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, ADIEU_URL: graphql, ADIEU_API_KEY: demo.campaignerApiKey };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: PROJECT, env, timeout: ENDS_WITHIN_MS },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, stdout, stderr });
      },
    );
  });
}
