import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPortClaims } from './claim-port.ts';

async function listener(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

it('a port is claimed once among all runs, and again after the release', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'adieu-claims-'));
  const [one, two] = [createPortClaims(folder), createPortClaims(folder)];
  const { port, close } = await listener();
  expect(await one.claim(port)).toBe(false);
  await close();
  expect(await one.claim(port)).toBe(true);
  expect(await two.claim(port)).toBe(false);
  await one.release();
  expect(await two.claim(port)).toBe(true);
});

it('the claim of a process that died counts no more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'adieu-claims-'));
  const { port, close } = await listener();
  await close();
  writeFileSync(join(folder, String(port)), String(2 ** 22 + 1));
  expect(await createPortClaims(folder).claim(port)).toBe(true);
});

it('the claim of a process that died goes to one of those who want it at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'adieu-claims-'));
  for (let round = 0; round < 20; round++) {
    const { port, close } = await listener();
    await close();
    writeFileSync(join(folder, String(port)), String(2 ** 22 + 1));
    const runs = Array.from({ length: 8 }, () => createPortClaims(folder));
    // One step of the file system after the other, so that each is somewhere else in its look.
    const claimed = await Promise.all(
      runs.map(async (run, steps) => {
        for (let step = 0; step < steps; step++) await stat(folder);
        return run.claim(port);
      }),
    );
    expect(claimed.filter(Boolean).length).toBeLessThanOrEqual(1);
    await Promise.all(runs.map((run) => run.release()));
  }
});

it('a claim that is released while another looks whose it is takes no third one away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'adieu-claims-'));
  const { port, close } = await listener();
  await close();
  const file = join(folder, String(port));
  const [before, looking, third] = [1, 2, 3].map(() => createPortClaims(folder));
  expect(await before!.claim(port)).toBe(true);
  // Who reads whose claim it is waits here, until the pipe is closed.
  execFileSync('mkfifo', [`${file}.pipe`]);
  const pipe = openSync(`${file}.pipe`, 'r+');
  renameSync(`${file}.pipe`, file);
  const looked = looking!.claim(port);
  while (!existsSync(`${file}.taking`)) await stat(folder);
  // A few steps of the file system later it reads.
  for (let step = 0; step < 50; step++) await stat(folder);
  const released = before!.release();
  const thirdHas = await third!.claim(port);
  if (!thirdHas) writeSync(pipe, String(process.pid));
  closeSync(pipe);
  await released;
  expect([await looked, thirdHas].filter(Boolean).length).toBeLessThanOrEqual(1);
  expect(await createPortClaims(folder).claim(port)).toBe(!thirdHas);
});
