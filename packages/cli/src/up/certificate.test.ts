import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ensureCertificate } from './certificate.ts';
import { dataFolder } from './data-folder.ts';

it('a client that is given the certificate trusts https://localhost, for ten years (O-1)', async () => {
  const folder = dataFolder(mkdtempSync(join(tmpdir(), 'adieu-tls-')));
  const { certFile, keyFile } = await ensureCertificate(folder);
  const [cert, key] = [readFileSync(certFile), readFileSync(keyFile)];
  const server = createServer({ cert, key }, (_request, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const status = await new Promise((resolve, reject) => {
    const client = request(
      { host: '127.0.0.1', servername: 'localhost', port, ca: cert, agent: false },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    client.on('error', reject).end();
  });
  expect(status).toBe(200);
  server.close();
  const years = (new X509Certificate(cert).validToDate.getTime() - Date.now()) / 31_557_600_000;
  expect(years).toBeCloseTo(10, 1);
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  expect(await ensureCertificate(folder).then(() => readFileSync(certFile))).toEqual(cert);
});
