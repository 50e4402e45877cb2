import { createServer as createHttps } from 'node:https';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net';
import { generate } from 'selfsigned';
import { onTestFinished } from 'vitest';

/** Listens on a free port of 127.0.0.1 until the test ends. */
async function listen(server: Server | TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return (server.address() as AddressInfo).port;
}

export function clearServer(answer: RequestListener): Promise<number> {
  return listen(createServer(answer));
}

/** A server with a certificate for `name`; and that certificate, for whoever trusts it. */
export async function secureServer(
  name: string,
  answer: RequestListener,
  validDays = 1,
): Promise<{ readonly port: number; readonly ca: string }> {
  const notBeforeDate = new Date(Date.now() - 2 * 86_400_000);
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    notBeforeDate,
    notAfterDate: new Date(Date.now() + validDays * 86_400_000),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  });
  return { port: await listen(createHttps({ key, cert }, answer)), ca: cert };
}

/** A server that answers each request by these bytes. */
export function talkingServer(bytes: string): Promise<number> {
  return listen(
    createTcp((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(bytes));
    }),
  );
}
