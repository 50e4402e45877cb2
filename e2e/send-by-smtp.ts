import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** Gives a mail to a server as any other server does, word for word; gives the reply to its end, or the first refusal. */
export async function sendBySmtp(
  hostAndPort: string,
  mail: { readonly from: string; readonly to: string; readonly raw: string },
): Promise<string> {
  const { hostname, port } = new URL(`smtp://${hostAndPort}`);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    const reply = async (): Promise<string> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error('the server closed');
        if (/^\d{3}(?!-)/.test(value)) return value;
      }
    };
    const body = mail.raw.replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..');
    const commands = [
      'EHLO mx.elsewhere.example.test',
      `MAIL FROM:<${mail.from}>`,
      `RCPT TO:<${mail.to}>`,
      'DATA',
      `${body}\r\n.`,
    ];
    let answer = await reply();
    for (const command of commands) {
      if (!/^[23]/.test(answer)) return answer;
      socket.write(`${command}\r\n`);
      answer = await reply();
    }
    return answer;
  } finally {
    socket.destroy();
  }
}
