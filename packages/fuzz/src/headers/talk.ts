import { connect } from 'node:net';

const LONGEST_MS = 5_000;

/** Says something on a connection of its own and ends it, as who does not wait. Gives what came back. */
export function talk(port: number, raw: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const end = (): void => {
      socket.destroy();
      resolve(heard);
    };
    socket.setTimeout(LONGEST_MS, end);
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('end', end).on('error', end).on('close', end);
    socket.end(Buffer.from(raw, 'latin1'));
  });
}
