import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { withLock } from './lock.mjs';

const run = promisify(execFile);
const freshPath = async () => join(await mkdtemp(join(tmpdir(), 'adieu-lock-')), 'lock');

it('of several processes that want the lock one works at a time', async () => {
  const path = await freshPath();
  const journal = join(path, '..', 'journal');
  const lock = new URL('lock.mjs', import.meta.url).href;
  const script = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(lock)};
    await withLock(${JSON.stringify(path)}, 'testing', async () => {
      appendFileSync(${JSON.stringify(journal)}, '(');
      await new Promise((resolve) => setTimeout(resolve, 20));
      appendFileSync(${JSON.stringify(journal)}, ')');
    });`;
  const runs = Array.from({ length: 4 }, () =>
    run(process.execPath, ['--input-type=module', '--eval', script]),
  );
  await Promise.all(runs);
  expect(await readFile(journal, 'utf8')).toBe('()()()()');
});

it('a lock whose holder died is broken, and nothing is left of it', async () => {
  const path = await freshPath();
  await mkdir(path);
  await writeFile(join(path, 'pid'), String(2 ** 22 + 1));
  expect(await withLock(path, 'testing', async () => 'got it')).toBe('got it');
  expect(await readdir(join(path, '..'))).toEqual([]);
});

it('a failure gives the lock back', async () => {
  const path = await freshPath();
  const failing = withLock(path, 'testing', async () => {
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(await withLock(path, 'testing', async () => 'next')).toBe('next');
});
