import { mkdtempSync, writeFileSync } from 'node:fs';
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
