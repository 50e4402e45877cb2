import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** Hands a mail over as a careless client does. Gives the last reply, as its server wrote it; '' where it hung up. */
export async function sendMail(
  port: number,
  { from, to, raw }: { readonly from: string; readonly to: string; readonly raw: string },
): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => {});
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const dotted = raw.replaceAll(/^\./gm, '..');
  const steps = [
    'EHLO client.example.test\r\n',
    `MAIL FROM:<${from}>\r\n`,
    `RCPT TO:<${to}>\r\n`,
    'DATA\r\n',
    `${dotted}\r\n.\r\n`,
  ];
  try {
    let reply = await replyOf(replies);
    for (const step of steps) {
      socket.write(step, 'latin1');
      reply = await replyOf(replies);
      if (!/^[23]/.test(reply)) return reply;
    }
    return reply;
  } finally {
    socket.destroy();
  }
}

async function replyOf(lines: AsyncIterator<string>): Promise<string> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) return '';
    if (!/^\d{3}-/.test(value)) return value;
  }
}
