import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { Socket } from 'node:net';

/** PEM texts. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

const TLS_HANDSHAKE = 0x16;
const FIRST_BYTE_WITHIN_MS = 20_000;

/**
 * A server that speaks https and plain http on the same port, told apart by the first byte: the links of mails must be
 * https also on a laptop (RFC 8058), and the pages beside it ask in plain http. Without a certificate it is plain.
 */
export function createOnePort(handler: RequestListener, certificate: Certificate | null): Server {
  const plain = createPlain(handler);
  if (certificate === null) return plain;
  const secure = createSecure({ ...certificate }, handler);
  const speakPlain = plain.listeners('connection') as ((socket: Socket) => void)[];
  plain.removeAllListeners('connection');
  plain.on('connection', (socket: Socket) => {
    // Before its first byte a socket belongs to neither server, so nobody else would end a silent one.
    const hangUp = (): void => void socket.destroy();
    socket.setTimeout(FIRST_BYTE_WITHIN_MS, hangUp);
    socket.on('end', hangUp).on('error', hangUp);
    socket.once('data', (chunk: Buffer) => {
      socket.setTimeout(0, hangUp);
      socket.off('timeout', hangUp).off('end', hangUp).off('error', hangUp);
      socket.pause();
      socket.unshift(chunk);
      if (chunk[0] === TLS_HANDSHAKE) secure.emit('connection', socket);
      else for (const speak of speakPlain) speak.call(plain, socket);
      process.nextTick(() => socket.resume());
    });
  });
  // Whoever stops the one server means both.
  const closeIdle = plain.closeIdleConnections.bind(plain);
  const closeAll = plain.closeAllConnections.bind(plain);
  plain.closeIdleConnections = () => {
    closeIdle();
    secure.closeIdleConnections();
  };
  plain.closeAllConnections = () => {
    closeAll();
    secure.closeAllConnections();
  };
  return plain;
}
