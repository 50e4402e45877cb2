import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailtoLocalPart, replyLocalPart, serialiseKeyRing } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, seedMails, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const DOMAIN = 'leave.example.test';
const MEGABYTE = 1024 * 1024;
const FLAT_MB = 200;
/** Two on a machine that does nothing else. */
const SECONDS = 8;

let test: TestDatabase;
let org: Seed;
let folder: string;
let mailIn: ChildProcess;
let port: number;
let output = '';

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  folder = await mkdtemp(join(tmpdir(), 'adieu-mail-bombs-'));
  const keys = join(folder, 'keys.json');
  await writeFile(keys, serialiseKeyRing(org.ring), { mode: 0o600 });
  mailIn = fork(join(import.meta.dirname, '../src/mail-in.ts'), {
    execArgv: ['--conditions=source'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: test.engineUrl,
      KEYS_FILE: keys,
      MAIL_IN_PORT: '0',
      MAIL_DOMAIN: DOMAIN,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [mailIn.stdout!, mailIn.stderr!])
    stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const [ready] = (await once(mailIn, 'message')) as [{ port: number }];
  ({ port } = ready);
}, 60_000);
afterAll(async () => {
  if (mailIn?.exitCode === null) {
    mailIn.kill('SIGTERM');
    await once(mailIn, 'exit');
  }
  await test?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What is answered to a whole mail, whatever bytes it has; dots are doubled as every client does. */
async function send(to: string, mail: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  let heard = '';
  socket.on('data', (bytes) => (heard += bytes.toString()));
  const answered = async (code: RegExp): Promise<void> => {
    while (!code.test(heard) && !socket.destroyed)
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  };
  const say = async (line: string, code: RegExp): Promise<void> => {
    heard = '';
    socket.write(`${line}\r\n`);
    await answered(code);
  };
  await answered(/^220 /m);
  await say('EHLO bomber', /^250 /m);
  await say('MAIL FROM:<anna@example.test>', /^250 /m);
  await say(`RCPT TO:<${to}>`, /^\d{3} /m);
  await say('DATA', /^354/m);
  heard = '';
  socket.write(mail);
  await say('\r\n.', /^\d{3} /m);
  socket.destroy();
  return heard.trim();
}

const HEAD = 'From: Anna <anna@example.test>\r\nMIME-Version: 1.0\r\n';
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

function nested(levels: number): string {
  const open = Array.from(
    { length: levels },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
  );
  return `${HEAD}${open.join('')}Content-Type: text/plain\r\n\r\nSTOP\r\n`;
}
const html = (body: string): string => `${HEAD}Content-Type: text/html\r\n\r\n${body}`;
const plain = (body: string, charset = 'utf-8'): string =>
  `${HEAD}Content-Type: text/plain; charset=${charset}\r\n\r\n${body}`;
const lines = (line: string, size: number): string => line.repeat(Math.floor(size / line.length));

const BOMBS: [what: string, mail: () => string][] = [
  ['5,000 levels of parts', () => nested(5_000)],
  ['100,000 headers', () => `${lines('X: y\r\n', 600_000)}${plain('STOP')}`],
  ['a header of a megabyte', () => `Subject: ${'x'.repeat(MEGABYTE)}\r\n${plain('STOP')}`],
  [
    '100,000 parts',
    () =>
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${lines('--b\r\n\r\nx\r\n', 1_000_000)}`,
  ],
  ['25 MB of lines', () => plain(lines(`${'x'.repeat(76)}\r\n`, 25 * MEGABYTE - 1_000))],
  ['25 MB without a line', () => plain('x'.repeat(25 * MEGABYTE - 1_000))],
  ['HTML of 5,000 levels', () => html(`${'<div>'.repeat(5_000)}STOP${'</div>'.repeat(5_000)}`)],
  ['HTML of 100,000 quotes', () => html('<blockquote>'.repeat(100_000))],
  ['32 kB of newlines', () => plain(`${'\r\n'.repeat(16_384)}STOP`)],
  ['32 kB of dashes', () => plain('-'.repeat(32_768))],
  ['a megabyte of quote marks', () => plain('>'.repeat(MEGABYTE))],
  ['lone CR', () => plain('STOP\rSTOP\rSTOP\r')],
  ['NUL', () => plain('ST\0OP\0\0')],
  ['a charset that does not exist', () => plain('STOP', 'x-nobody')],
  ['a charset that is not its own', () => plain('\xff\xfe\xc3\x28\xa0', 'utf-8')],
  ['a charset that is an attack', () => plain('+ADw-script+AD4-', 'utf-7')],
  ['broken base64', () => `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n====%%%`],
  [
    'an encoded word without an end',
    () => `Subject: =?utf-8?B?${'A'.repeat(60_000)}\r\n${HEAD}\r\n`,
  ],
  ['no header', () => 'STOP'],
];

const memory = async (): Promise<number> => {
  const status = await readFile(`/proc/${mailIn.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s*(\d+)/m.exec(status)![1]) / 1024;
};

describe('what was made to end its reader (M-11)', () => {
  let before: number;
  beforeAll(async () => {
    const [first] = await seedMails(test.db, org, { count: 1, now: new Date() });
    // It has started its reader by then.
    await send(`${replyLocalPart(org.ring, first!.messageId)}@${DOMAIN}`, bytes(plain('Hello')));
    before = await memory();
  }, 60_000);

  it.each(BOMBS)(
    '%s is taken, settled within seconds, and its process stays up',
    async (_what, mail) => {
      const [ours] = await seedMails(test.db, org, { count: 1, now: new Date() });
      const to = `${replyLocalPart(org.ring, ours!.messageId)}@${DOMAIN}`;
      const sent = bytes(mail());
      const began = performance.now();
      expect(await send(to, sent)).toMatch(/^250 /);
      const stateOf = async () => {
        const [row] = await test.db.sql.rows<{ state: string }>(
          `SELECT state FROM inbound_message WHERE to_address = $1`,
          [to],
        );
        return row;
      };
      await expect
        .poll(async () => (await stateOf())?.state, { timeout: 20_000 })
        .toMatch(/UNDERSTOOD|PARKED/);
      const took = performance.now() - began;
      expect(took).toBeLessThan(SECONDS * 1000);
      expect(mailIn.exitCode).toBeNull();
      // A wish is taken beside it.
      const [other] = await seedMails(test.db, org, { count: 1, now: new Date() });
      const way = `${mailtoLocalPart(other!.token)}@${DOMAIN}`;
      expect(await send(way, bytes('Subject: unsubscribe\r\n\r\n'))).toMatch(/^250 /);
    },
    60_000,
  );

  it('megabytes of lines of a dot end their connection, and nothing is kept of them', async () => {
    const [ours] = await seedMails(test.db, org, { count: 1, now: new Date() });
    const to = `${replyLocalPart(org.ring, ours!.messageId)}@${DOMAIN}`;
    const began = performance.now();
    expect(await send(to, bytes(plain(lines('..\r\n', 4 * MEGABYTE))))).toMatch(/^421 |^$/);
    expect(performance.now() - began).toBeLessThan(SECONDS * 1000);
    expect(
      await test.db.sql.rows('SELECT FROM inbound_message WHERE to_address = $1', [to]),
    ).toEqual([]);
  }, 60_000);

  it('leaves its memory as it was', async () => {
    expect((await memory()) - before).toBeLessThan(FLAT_MB);
  });

  it('and is nowhere in its log', () => {
    expect(output).not.toMatch(/anna@|reply\+|leave\+/);
  });
});
