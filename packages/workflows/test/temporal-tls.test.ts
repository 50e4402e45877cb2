import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createSecureServer } from 'node:http2';
import { type AddressInfo, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TlsOptions } from 'node:tls';
import { type TemporalVariables, temporalSecurity } from '@adieu/keys';
import { startTemporal, type Temporal } from '@adieu/testkit/temporal';
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let temporal: Temporal;
let folder: string;
let tls: { key: string; cert: string };
let file: { cert: string; key: string };
const closing: (() => void)[] = [];

beforeAll(async () => {
  temporal = await startTemporal();
  folder = await mkdtemp(join(tmpdir(), 'adieu-temporal-tls-'));
  const made = await generate([{ name: 'commonName', value: 'temporal.test' }], {
    algorithm: 'sha256',
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'temporal.test' }] }],
  });
  tls = { key: made.private, cert: made.cert };
  file = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  await writeFile(file.cert, tls.cert);
  await writeFile(file.key, tls.key);
});
afterAll(async () => {
  for (const close of closing) close();
  await temporal?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** TLS before the dev server, as a cluster has it. */
function cluster(options: TlsOptions = {}): Promise<string> {
  const [host, port] = temporal.address.split(':');
  const server = createServer({ ...tls, ...options, ALPNProtocols: ['h2'] }, (secure) => {
    const plain = connect(Number(port), host);
    for (const socket of [secure, plain]) socket.on('error', () => {});
    secure.once('close', () => plain.destroy());
    secure.pipe(plain).pipe(secure);
  });
  server.on('tlsClientError', () => {});
  return listen(server);
}

/** Whatever of the two says so: no connection, or none in time. */
const REFUSED = /transport|connect|certificate|UNAUTHENTICATED|16/i;

/** The worker's client and the command line's. */
const CLIENTS = [
  ['the worker', NativeConnection],
  ['the command line', Connection],
] as const;

describe.each(CLIENTS)('%s speaks to a Temporal', (_who, client) => {
  const ask = async (address: string, given: TemporalVariables): Promise<string> => {
    const to = { address, ...temporalSecurity(given) };
    const connection = await client.connect(client === Connection ? withTimeout(to) : to);
    closing.push(() => void connection.close());
    const { namespaceInfo } = await connection.workflowService.describeNamespace({
      namespace: 'default',
    });
    return namespaceInfo!.name!;
  };
  const withTimeout = <Options>(options: Options) => ({ ...options, connectTimeout: 3_000 });
  const trusted = (): TemporalVariables => ({
    TEMPORAL_TLS_CA_FILE: file.cert,
    TEMPORAL_TLS_SERVER_NAME: 'temporal.test',
  });

  it('by TLS, with the issuer and the name that its certificate has', async () => {
    expect(await ask(await cluster(), trusted())).toBe('default');
  });

  it('by TLS alone where it trusts the certificate: not without the issuer', async () => {
    const asked = ask(await cluster(), { TEMPORAL_TLS: 'on' });
    await expect(asked).rejects.toThrow(REFUSED);
  });

  it('by mutual TLS, with a certificate of its own: not without', async () => {
    const address = await cluster({ ca: tls.cert, requestCert: true, rejectUnauthorized: true });
    const own = { TEMPORAL_TLS_CERT_FILE: file.cert, TEMPORAL_TLS_KEY_FILE: file.key };
    expect(await ask(address, { ...trusted(), ...own })).toBe('default');
    await expect(ask(address, trusted())).rejects.toThrow(REFUSED);
  });

  it('with an API key in its header', async () => {
    const keys: unknown[] = [];
    const server = createSecureServer(tls);
    server.on('stream', (stream, headers) => {
      keys.push(headers.authorization);
      const answer = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '16' };
      stream.respond(answer, { endStream: true });
    });
    const address = await listen(server);
    await expect(ask(address, { ...trusted(), TEMPORAL_API_KEY: 'k3y' })).rejects.toThrow(
      /valid authentication credentials|Failed to connect/,
    );
    expect(keys[0]).toBe('Bearer k3y');
  });
});
