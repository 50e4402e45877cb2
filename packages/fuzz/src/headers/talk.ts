import { connect } from 'node:net';

const LONGEST_MS = 20_000;

/** What came back over a connection, and how it came to its end. */
export interface Talk {
  readonly heard: string;
  readonly end: 'closed' | 'broken' | 'silent';
}

/** Says something on a connection of its own and ends it, as who does not wait. */
export function talk(port: number, raw: string): Promise<Talk> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const finish = (end: Talk['end']): void => {
      socket.destroy();
      resolve({ heard, end });
    };
    socket.setTimeout(LONGEST_MS, () => finish('silent'));
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('end', () => finish('closed'));
    socket.on('error', () => finish('broken'));
    socket.end(Buffer.from(raw, 'latin1'));
  });
}
