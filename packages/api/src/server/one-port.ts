import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { createServer as createHandshakes } from 'node:tls';
import { ConnectionsByClient } from './connections-by-client.ts';

/** PEM texts. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** How long a client may take, in milliseconds, and how many there may be. */
export interface ConnectionLimits {
  /** From the connection to its first byte, and from there to the end of the TLS handshake. */
  readonly handshakeMs: number;
  /** To the end of a request's headers. */
  readonly headersMs: number;
  /** To the end of its body. */
  readonly requestMs: number;
  /** Without a request on a connection that had one. */
  readonly idleMs: number;
  /** How often the above are looked after. */
  readonly checkMs: number;
  readonly connections: number;
  /** Of them, those of one client address. */
  readonly ofOneClient: number;
}

/** A body may be 32 MB, from a slow line; proxies keep their connections for a minute. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  handshakeMs: 10_000,
  headersMs: 10_000,
  requestMs: 120_000,
  idleMs: 72_000,
  checkMs: 1_000,
  connections: 4_000,
  ofOneClient: 400,
};

const TLS_HANDSHAKE = 0x16;

/**
 * A server that speaks https and plain http on the same port, told apart by the first byte: the links of mails must be
 * https also on a laptop (RFC 8058), and the pages beside it ask in plain http. Without a certificate it is plain.
 *
 * One http server has all connections: only one that listens looks after its timeouts. TLS gives it what it unwraps.
 */
export function createOnePort(
  handler: RequestListener,
  certificate: Certificate | null,
  limits: ConnectionLimits = CONNECTION_LIMITS,
  clients = new ConnectionsByClient(limits.ofOneClient, () => false),
): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    handler,
  );
  server.maxConnections = limits.connections;
  // A connection that is idle only once we stop would hold the process for as long as idle ones may stay.
  server.on('request', (request, response) => {
    clients.hears(request, response);
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
  });
  // Who has nothing to ask gives way to who is turned away.
  server.on('drop', () => {
    clients.refused.all += 1;
    server.closeIdleConnections();
  });
  if (certificate !== null) unwrap(server, certificate, limits);
  admit(server, clients);
  return server;
}

/** Before anything listens to what a socket says. */
function admit(server: Server, clients: ConnectionsByClient): void {
  const speak = takeOver(server);
  server.on('connection', (socket: Socket) => {
    if (clients.admits(socket)) speak(socket);
    else socket.destroy();
  });
}

/** What the server has done with each connection, and does no more by itself. */
function takeOver(server: Server): (socket: Socket) => void {
  const listeners = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection');
  return (socket) => {
    for (const each of listeners) each.call(server, socket);
  };
}

function unwrap(server: Server, certificate: Certificate, { handshakeMs }: ConnectionLimits): void {
  const speak = takeOver(server);
  const handshakes = createHandshakes({ ...certificate, handshakeTimeout: handshakeMs });
  handshakes.on('secureConnection', speak);
  handshakes.on('tlsClientError', (_error, socket) => socket.destroy());
  server.on('connection', (socket: Socket) => {
    // Before its first byte a socket belongs to neither, so nobody else would end a silent one.
    const hangUp = (): void => void socket.destroy();
    socket.setTimeout(handshakeMs, hangUp);
    socket.on('end', hangUp).on('error', hangUp);
    socket.once('data', (chunk: Buffer) => {
      socket.setTimeout(0, hangUp);
      socket.off('timeout', hangUp).off('end', hangUp).off('error', hangUp);
      socket.pause();
      socket.unshift(chunk);
      if (chunk[0] === TLS_HANDSHAKE) handshakes.emit('connection', socket);
      else speak(socket);
      process.nextTick(() => socket.resume());
    });
  });
}
