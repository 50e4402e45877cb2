import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Writes more than a pipe holds to a reader that is gone before. */
async function writeToNobody(before: string): Promise<string> {
  const write = `${before}; setTimeout(() => process.stdout.write('x'.repeat(2e6)), 100)`;
  const script = '{ "$0" --input-type=module -e "$1"; echo "ended $?" >&2; } | true';
  const { stderr } = await promisify(execFile)('sh', ['-c', script, process.execPath, write]);
  return stderr;
}

it('a command whose reader has seen enough, as `| head` has, ends without a stack', async () => {
  expect(await writeToNobody('')).toContain('EPIPE');
  const module = JSON.stringify(import.meta.resolve('./end-with-reader.ts'));
  expect(await writeToNobody(`(await import(${module})).endWithReader()`)).toBe('ended 0\n');
});
