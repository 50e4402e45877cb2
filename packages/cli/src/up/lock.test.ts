import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from './data-folder.ts';
import { takeLock } from './lock.ts';
import { identityOf } from './process-identity.ts';

const freshFolder = () => dataFolder(mkdtempSync(join(tmpdir(), 'adieu-lock-')));

it('a second run on the same data is refused and told who has it', async () => {
  const folder = freshFolder();
  const release = await takeLock(folder, 0);
  await expect(takeLock(folder, 0)).rejects.toThrow(
    `${folder.root} is in use by process ${process.pid}`,
  );
  await release();
  await (
    await takeLock(folder, 0)
  )();
});

it('the lock of a run that was killed counts no more, once its children are stopped', async () => {
  const folder = freshFolder();
  const reaper = spawn('sleep', ['0.5']);
  const gone = new Promise((resolve) => reaper.once('exit', () => resolve('gone')));
  writeFileSync(
    folder.lock,
    JSON.stringify({ supervisor: '1@0', reaper: identityOf(reaper.pid!) }),
  );
  const release = await takeLock(folder, 0);
  expect(await Promise.race([gone, Promise.resolve('still there')])).toBe('gone');
  await release();
});
