import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askCertificate } from './ask-certificate.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

interface Signed {
  readonly cert: string;
  readonly key: string;
}

async function sign(
  name: string,
  {
    by,
    isAuthority = false,
    ends = inDays(90),
  }: { by?: Signed; isAuthority?: boolean; ends?: Date },
): Promise<Signed> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: inDays(-90),
    notAfterDate: ends,
    ...(by && { ca: by }),
    extensions: [
      { name: 'basicConstraints', cA: isAuthority, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
      ...(isAuthority ? [{ name: 'keyUsage' as const, keyCertSign: true, critical: true }] : []),
    ],
  });
  return { cert: made.cert, key: made.private };
}

let root: Signed;
let between: Signed;
const closers: (() => void)[] = [];

beforeAll(async () => {
  root = await sign('Root', { isAuthority: true });
  between = await sign('Between', { by: root, isAuthority: true });
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Serves a certificate, with what is sent beside it; gives the origin. */
async function serve({ cert, key }: Signed, ...chain: readonly Signed[]): Promise<string> {
  const whole = [cert, ...chain.map((one) => one.cert)].join('\n');
  const server = createServer({ cert: whole, key });
  // A client that turns the certificate down breaks off.
  server.on('tlsClientError', () => {});
  server.listen(0, 'localhost');
  await once(server, 'listening');
  closers.push(() => server.close());
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}
const ask = (origin: string) => askCertificate(origin, [root.cert]);

describe('the certificate of the public address (H-19)', () => {
  it('is trusted with its whole chain, and tells until when', async () => {
    const ends = new Date(Math.floor(inDays(30).getTime() / 1000) * 1000);
    const origin = await serve(await sign('localhost', { by: between, ends }), between);
    expect(await ask(origin)).toEqual({ trusted: true, validUntil: ends });
  });

  it.each([
    ['without the one between', { by: 'between' }, /UNABLE_TO/, /chain is not complete/],
    ['that has expired', { by: 'root', ends: inDays(-1) }, /CERT_HAS_EXPIRED/, /renew/],
    ['of another host', { by: 'root', name: 'other.example.test' }, /ALTNAME/, /another host/],
    ['that signs itself', {}, /SELF_SIGNED/, /public authority/],
  ] as const)('%s is not, and what to do is said', async (_, how, code, advice) => {
    const { by, ends, name }: { by?: string; ends?: Date; name?: string } = how;
    const signer = by === 'root' ? root : by === 'between' ? between : undefined;
    const leaf = await sign(name ?? 'localhost', {
      ...(signer && { by: signer }),
      ...(ends && { ends }),
    });
    expect(await ask(await serve(leaf))).toEqual({
      trusted: false,
      code: expect.stringMatching(code),
      advice: expect.stringMatching(advice),
    });
  });

  it('is not known where nobody answers', async () => {
    const origin = await serve(root);
    closers.pop()!();
    expect(await ask(origin)).toMatchObject({ trusted: false, code: 'ECONNREFUSED' });
  });
});
