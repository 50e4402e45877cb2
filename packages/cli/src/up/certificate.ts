import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { writeWhole } from '../files.ts';
import { type DataFolder, makePrivateFolder } from './data-folder.ts';

const YEARS = 10;
const DNS_NAME = 2;
const IP_ADDRESS = 7;

export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
}

/**
 * A certificate for localhost that signs itself, made once: the one-click header wants https also on a laptop
 * (RFC 8058). Mail clients and browsers trust it where they are told to trust the file.
 */
export async function ensureCertificate(folder: DataFolder): Promise<Certificate> {
  const files = {
    certFile: join(folder.tls, 'certificate.pem'),
    keyFile: join(folder.tls, 'key.pem'),
  };
  if (existsSync(files.certFile) && existsSync(files.keyFile)) return files;
  const notAfterDate = new Date();
  notAfterDate.setFullYear(notAfterDate.getFullYear() + YEARS);
  const pem = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: DNS_NAME, value: 'localhost' },
          { type: IP_ADDRESS, ip: '127.0.0.1' },
          { type: IP_ADDRESS, ip: '::1' },
        ],
      },
    ],
  });
  await makePrivateFolder(folder.tls);
  await writeWhole(files.keyFile, pem.private);
  await writeWhole(files.certFile, pem.cert, 0o644);
  return files;
}
