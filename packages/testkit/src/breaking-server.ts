import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Where in a session a server breaks off: before its greeting, at a command, or when it has taken the whole mail. */
export const STEPS = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'end of the mail'] as const;
export type Step = (typeof STEPS)[number];
/** How: the connection is reset, closed, or closed with a word (RFC 5321 3.8). */
export const WAYS = ['reset', 'closed', '421'] as const;
export type Way = (typeof WAYS)[number];

export interface BreakingServer {
  readonly url: string;
  /** Whole mails that came in, whatever was said to them. */
  readonly mails: number;
  readonly connections: number;
  /** From now on it breaks off no more. */
  mend(): void;
  close(): Promise<void>;
}

/** A server of just enough SMTP that breaks off at one step of every session. */
export async function startBreakingServer(step: Step, way: Way): Promise<BreakingServer> {
  let mails = 0;
  let connections = 0;
  let broken = true;
  const server = createServer((socket) => {
    connections += 1;
    talk(socket, { step: broken ? step : null, way, took: () => (mails += 1) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    get mails() {
      return mails;
    },
    get connections() {
      return connections;
    },
    mend() {
      broken = false;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function talk(
  socket: Socket,
  { step, way, took }: { step: Step | null; way: Way; took: () => void },
): void {
  socket.on('error', () => {
    // The client may go first.
  });
  const breakOff = (): void => {
    if (way === 'reset') socket.resetAndDestroy();
    else socket.end(way === '421' ? '421 4.3.2 closing\r\n' : '');
  };
  if (step === 'greeting') {
    breakOff();
    return;
  }
  socket.write('220 here\r\n');
  let inMail = false;
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    for (;;) {
      const end = inMail ? '\r\n.\r\n' : '\r\n';
      const at = text.indexOf(end);
      if (at < 0) return;
      const command = inMail
        ? 'end of the mail'
        : text.slice(0, at).split(/[ :]/)[0]!.toUpperCase();
      text = text.slice(at + end.length);
      if (inMail) took();
      if (command === step) {
        breakOff();
        return;
      }
      inMail = command === 'DATA';
      socket.write(inMail ? '354 go on\r\n' : '250 ok\r\n');
    }
  });
}
