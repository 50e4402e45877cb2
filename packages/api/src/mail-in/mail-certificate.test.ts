import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MailCertificate } from '@adieu/intake';
import { pino } from 'pino';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { onRenewal, readMailCertificate } from './mail-certificate.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adieu-mail-certificate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function make() {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'mx.example.test' }]);
  return { cert, key };
}

it('a certificate that was renewed is told once it is whole; until then, and where it is broken, the last one stays', async () => {
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  const [first, second] = [await make(), await make()];
  await writeFile(files.certFile, first.cert);
  await writeFile(files.keyFile, first.key);
  const told: MailCertificate[] = [];
  const log = pino({ level: 'silent' });
  onTestFinished(onRenewal(files, { log, everyMs: 10, renew: (each) => told.push(each) }));
  await writeFile(files.certFile, second.cert);
  // Its key is still that of the first.
  expect(() => readMailCertificate(files)).toThrow('the certificate of mail-in');
  await writeFile(files.keyFile, second.key);
  await expect.poll(() => told.map(({ cert }) => cert.toString())).toEqual([second.cert]);
});
