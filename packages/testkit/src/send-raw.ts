import { createInterface } from 'node:readline';
import { connect } from 'node:net';

/** Sends a mail as it is, by SMTP spoken line by line: no library of ours or another's says anything of its own. */
export async function sendRaw(
  port: number,
  { from, to, raw }: { readonly from: string; readonly to: string; readonly raw: string },
): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const say = async (line: string | null, expected: number): Promise<void> => {
    if (line !== null) socket.write(`${line}\r\n`);
    for (;;) {
      const { value } = (await lines.next()) as { value: string | undefined };
      if (value === undefined || value.startsWith(`${expected}-`)) continue;
      if (!value.startsWith(`${expected} `)) throw new Error(`the server answered ${value}`);
      return;
    }
  };
  await say(null, 220);
  await say('EHLO robot.example.test', 250);
  await say(`MAIL FROM:<${from}>`, 250);
  await say(`RCPT TO:<${to}>`, 250);
  await say('DATA', 354);
  await say(`${raw.replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..')}\r\n.`, 250);
  socket.end('QUIT\r\n');
}
