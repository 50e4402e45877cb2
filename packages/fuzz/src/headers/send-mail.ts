import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const LONGEST_MS = 20_000;

/** Hands a mail over as a careless client does. Gives the last reply, as its server wrote it; '' where it hung up, null where it said nothing. */
export async function sendMail(
  port: number,
  { from, to, raw }: { readonly from: string; readonly to: string; readonly raw: string },
): Promise<string | null> {
  const socket = connect({ port, host: '127.0.0.1' });
  let isSilent = false;
  socket.on('error', () => {});
  socket.setTimeout(LONGEST_MS, () => {
    isSilent = true;
    socket.destroy();
  });
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
      if (!/^[23]/.test(reply)) return isSilent ? null : reply;
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
