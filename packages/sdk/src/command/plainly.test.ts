import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const EXAMPLE = fileURLToPath(
  new URL('../../../../examples/newsletter/opt-outs.ts', import.meta.url),
);

it.each([
  [['ada@example.test'], 'adieu: Set ADIEU_URL: [^\\n]+ \\(NO_URL\\)\\n'],
  [[], 'adieu: Name [^\\n]+ \\(NO_ADDRESS\\)\\n'],
])('a script that is refused says why and what to do, without a stack: %j', async (args, said) => {
  const { ADIEU_URL: _url, ADIEU_API_KEY: _key, ...env } = process.env;
  const run = promisify(execFile)(process.execPath, [EXAMPLE, ...args], { env });
  const { code, stderr } = (await run.catch((error: unknown) => error)) as {
    code: number;
    stderr: string;
  };
  expect([code, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^${said}$`))]);
});
