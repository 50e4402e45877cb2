import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { bounceLocalPart, mailtoLocalPart } from '@adieu/keys';
import { seedMails } from '@adieu/testkit';
import { pino } from 'pino';
import { generate } from 'selfsigned';
import type { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMailIn, renewCertificate, type SmtpSettings } from '../../src/index.ts';
import { DOMAIN, type MailedOrg, NOW, openMailedOrg } from '../mailed-org.ts';
import { SmtpClient } from './client.ts';

const MEGABYTE = 1024 * 1024;

let test: MailedOrg['test'];
let org: MailedOrg['org'];
let mails: MailedOrg['mails'];
const servers: SMTPServer[] = [];
const clients: SmtpClient[] = [];

beforeAll(async () => {
  ({ test, org, mails } = await openMailedOrg(40));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0))
    await new Promise<void>((resolve) => server.close(() => resolve()));
});
afterAll(() => test?.close());

async function listen(
  smtp: Partial<SmtpSettings> = {},
): Promise<{ port: number; server: SMTPServer }> {
  const { ring } = org;
  const log = pino({ level: 'silent' });
  const server = createMailIn({
    db: test.db,
    ring,
    log,
    mailDomain: DOMAIN,
    clock: () => NOW,
    smtp,
  });
  servers.push(server);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return { port: (listener.address() as AddressInfo).port, server };
}

async function greet(port: number, first = ''): Promise<SmtpClient> {
  const client = await SmtpClient.open(port, first);
  clients.push(client);
  expect(await client.reply()).toMatch(/^220 /);
  expect(await client.say('EHLO mx.example.test')).toMatch(/^250/);
  return client;
}

const nextWay = (): { to: string; messageId: string } => {
  const { token, messageId } = mails.pop()!;
  return { to: `${mailtoLocalPart(token)}@${DOMAIN}`, messageId };
};
const stored = async (to: string) =>
  test.db.sql.rows<{ state: string; origin: string; helo: string; from: string; size: number }>(
    `SELECT state, envelope ->> 'origin' AS origin, envelope ->> 'helo' AS helo, envelope ->> 'from' AS "from", length(raw) AS size
     FROM inbound_message WHERE to_address = $1`,
    [to],
  );
const GOODBYE = 'Subject: unsubscribe\r\n\r\n';

async function certificate() {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'mx.example.test' }]);
  return { cert: Buffer.from(cert), key: Buffer.from(key) };
}

describe('STARTTLS', () => {
  it('is not offered and not taken without a certificate of the installation: the library’s own has a key that all have', async () => {
    const { port } = await listen();
    const client = await SmtpClient.open(port);
    clients.push(client);
    await client.reply();
    expect(await client.say('EHLO mx.example.test')).not.toMatch(/STARTTLS/);
    expect(await client.say('STARTTLS')).toMatch(/^5/);
  });

  it('is with that certificate, and from its renewal on with the new one', async () => {
    const { port, server } = await listen({ certificate: await certificate() });
    const first = await (await greet(port)).startTls();
    renewCertificate(server, await certificate());
    const client = await greet(port);
    const second = await client.startTls();
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(await client.say('EHLO mx.example.test')).toMatch(/^250/);
    const { to } = nextWay();
    expect(await client.mail({ from: 'anna@example.test', to, raw: GOODBYE })).toMatch(/^250/);
    expect(await stored(to)).toMatchObject([{ state: 'UNDERSTOOD' }]);
  });
});

describe('who hands a mail over', () => {
  it('is whom a mail server of ours names by XFORWARD', async () => {
    const { port } = await listen({ trustedMtas: ['127.0.0.1'] });
    const client = await greet(port);
    expect(await client.say('XFORWARD ADDR=192.0.2.7 HELO=mail.example.org')).toMatch(/^250/);
    const { to } = nextWay();
    expect(await client.mail({ from: 'anna@example.test', to, raw: GOODBYE })).toMatch(/^250/);
    expect(await stored(to)).toMatchObject([
      { origin: '192.0.2.7', helo: 'mail.example.org', from: 'anna@example.test' },
    ]);
  });

  it('is not whom anybody else names', async () => {
    const { port } = await listen({ trustedMtas: ['192.0.2.1'] });
    const client = await greet(port);
    expect(await client.say('XFORWARD ADDR=192.0.2.7')).toMatch(/^5/);
    const { to } = nextWay();
    expect(await client.mail({ from: 'anna@example.test', to, raw: GOODBYE })).toMatch(/^250/);
    expect(await stored(to)).toMatchObject([{ origin: '127.0.0.1', helo: 'mx.example.test' }]);
  });

  it('is whom a balancer of ours names by the PROXY protocol, and not whom another does', async () => {
    const header = 'PROXY TCP4 192.0.2.8 192.0.2.1 4711 25\r\n';
    const { port } = await listen({ proxies: ['127.0.0.1'] });
    const client = await greet(port, header);
    const { to } = nextWay();
    expect(await client.mail({ from: 'anna@example.test', to, raw: GOODBYE })).toMatch(/^250/);
    expect(await stored(to)).toMatchObject([{ origin: '192.0.2.8' }]);
    const other = await SmtpClient.open((await listen()).port, header);
    clients.push(other);
    await other.reply();
    expect(await other.reply()).toMatch(/^5|closed/);
  });
});

describe('how much anybody may take', () => {
  const via = (address: string): string => `PROXY TCP4 ${address} 192.0.2.1 4711 25\r\n`;

  it('a mail of 25 MB is stored whole; one larger is refused with 552 and kept nowhere, said before or not', async () => {
    const { port } = await listen();
    const client = await greet(port);
    const large = nextWay();
    const raw = `${GOODBYE}${`${'x'.repeat(76)}\r\n`.repeat((25 * MEGABYTE - 100) / 78)}`;
    expect(await client.mail({ from: 'anna@example.test', to: large.to, raw })).toMatch(/^250/);
    expect(await stored(large.to)).toMatchObject([{ state: 'UNDERSTOOD', size: raw.length + 2 }]);
    const { to } = nextWay();
    const tooLarge = Buffer.alloc(26 * MEGABYTE, `${'x'.repeat(76)}\r\n`);
    expect(await client.mail({ from: 'anna@example.test', to, raw: tooLarge })).toMatch(/^552/);
    expect(await client.say(`MAIL FROM:<a@example.test> SIZE=${26 * MEGABYTE}`)).toMatch(/^552/);
    expect(await stored(to)).toEqual([]);
    // Its connection is none the worse.
    expect(await client.mail({ from: 'anna@example.test', to, raw: GOODBYE })).toMatch(/^250/);
  }, 60_000);

  it('a client has as many connections as are set; another has its own, a mail server of ours any', async () => {
    const { port } = await listen({ proxies: ['127.0.0.1'], connectionsPerClient: 2 });
    await greet(port, via('192.0.2.9'));
    const second = await greet(port, via('192.0.2.9'));
    const third = await SmtpClient.open(port, via('192.0.2.9'));
    clients.push(third);
    expect(await third.reply()).toMatch(/^421/);
    await greet(port, via('192.0.2.10'));
    // Who goes makes room.
    expect(await second.say('QUIT')).toMatch(/^221/);
    second.close();
    await expect
      .poll(async () => {
        const again = await SmtpClient.open(port, via('192.0.2.9'));
        clients.push(again);
        return again.reply();
      })
      .toMatch(/^220/);
  });

  it('and as many mails a minute, of whom a mail server of ours names too', async () => {
    const { port } = await listen({ trustedMtas: ['127.0.0.1'], mailsPerMinute: 2 });
    const client = await greet(port);
    const from = async (address: string): Promise<string> => {
      await client.say(`XFORWARD ADDR=${address}`);
      const answer = await client.say('MAIL FROM:<a@example.test>');
      await client.say('RSET');
      return answer.slice(0, 3);
    };
    const answers: string[] = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'])
      answers.push(await from(address));
    expect(answers).toEqual(['250', '250', '451', '250']);
  });

  it('no more bytes a minute than are set, and to an address that anybody can guess a megabyte', async () => {
    const { port } = await listen({ proxies: ['127.0.0.1'], bytesPerMinute: 3 * MEGABYTE });
    const client = await greet(port, via('192.0.2.20'));
    const large = `${GOODBYE}${`${'x'.repeat(76)}\r\n`.repeat(21_000)}`;
    const from = 'anna@example.test';
    expect(await client.mail({ from, to: `complaints@${DOMAIN}`, raw: large })).toMatch(/^552/);
    const answers: string[] = [];
    for (let i = 0; i < 3; i += 1)
      answers.push((await client.mail({ from, to: nextWay().to, raw: large })).slice(0, 3));
    // The first two are three megabytes together.
    expect(answers).toEqual(['250', '250', '451']);
    const other = await greet(port, via('192.0.2.21'));
    expect(await other.mail({ from, to: nextWay().to, raw: GOODBYE })).toMatch(/^250/);
  });

  it('nobody guesses addresses: after twenty that are none the connection ends', async () => {
    const { port } = await listen();
    const client = await greet(port);
    await client.say('MAIL FROM:<a@example.test>');
    const answers: string[] = [];
    for (let i = 0; i < 20; i += 1)
      answers.push((await client.say(`RCPT TO:<leave+${i}@${DOMAIN}>`)).slice(0, 3));
    expect(answers).toEqual([...Array.from({ length: 19 }, () => '550'), '421']);
    expect(await client.say('NOOP')).toMatch(/closed/);
  });

  it('nor says for ever what is no command', async () => {
    const { port } = await listen();
    const client = await greet(port);
    let answer = '';
    for (let i = 0; i < 20 && !/^421|closed/.test(answer); i += 1)
      answer = await client.say('HELLO?');
    expect(answer).toMatch(/^421|closed/);
  });

  it('a mail that takes too long, or is silent, ends', async () => {
    const { port } = await listen({ idleMs: 200 });
    const silent = await greet(port);
    expect(await silent.reply()).toMatch(/^421|closed/);
    const slow = await listen({ dataMs: 300 });
    const client = await greet(slow.port);
    const { to } = nextWay();
    await client.say('MAIL FROM:<a@example.test>');
    await client.say(`RCPT TO:<${to}>`);
    await client.say('DATA');
    const drip = setInterval(() => client.send('x'), 20);
    await new Promise((resolve) => setTimeout(resolve, 500));
    client.send('\r\n.\r\n');
    clearInterval(drip);
    expect(await client.reply()).toMatch(/^421|closed/);
    expect(await stored(to)).toEqual([]);
  });
});

it.each([
  ['one letter after the other', 'N'],
  ['commands that bring no mail', 'NOOP\r\n'],
])('a connection that brings no mail ends, whatever it says: %s', async (_what, bytes) => {
  const { port, server } = await listen({ betweenMailsMs: 400 });
  const client = await greet(port);
  const drip = setInterval(() => client.send(bytes), 20);
  await expect.poll(() => server.connections.size).toBe(0);
  clearInterval(drip);
});

it('and one that brings mails goes on', async () => {
  const { port } = await listen({ betweenMailsMs: 1_000 });
  const client = await greet(port);
  for (let i = 0; i < 4; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const { to } = nextWay();
    expect(await client.mail({ from: 'a@example.test', to, raw: GOODBYE })).toMatch(/^250/);
  }
});

describe('what other servers take for the end of a mail', () => {
  it.each([
    ['LF . LF', '\n.\n'],
    ['LF . CRLF', '\n.\r\n'],
    ['CRLF . LF', '\r\n.\n'],
    ['CR . CR', '\r.\r'],
    ['CRLF . CR', '\r\n.\r'],
    ['CR . CRLF', '\r.\r\n'],
  ])('is none here, and such a mail is refused whole: %s', async (_what, end) => {
    const { port } = await listen();
    const client = await greet(port);
    const first = nextWay();
    const smuggled = nextWay();
    const raw = `${GOODBYE}Hello${end}MAIL FROM:<b@example.test>\r\nRCPT TO:<${smuggled.to}>\r\nDATA\r\n${GOODBYE}`;
    expect(await client.mail({ from: 'a@example.test', to: first.to, raw })).toMatch(/^550/);
    expect(await client.say('NOOP')).toMatch(/^250/);
    expect([...(await stored(first.to)), ...(await stored(smuggled.to))]).toEqual([]);
  });

  it('while a line of a lone dot, as mail programs write it, is text', async () => {
    const { port } = await listen();
    const client = await greet(port);
    const { to } = nextWay();
    const raw = `${GOODBYE}one\r\n..\r\n...\r\ntwo`;
    expect(await client.mail({ from: 'a@example.test', to, raw })).toMatch(/^250/);
    const [row] = await test.db.sql.rows<{ raw: Buffer }>(
      'SELECT raw FROM inbound_message WHERE to_address = $1',
      [to],
    );
    expect(row!.raw.toString()).toBe(`${GOODBYE}one\r\n.\r\n..\r\ntwo\r\n`);
  });
});

it('an address beyond ASCII may leave (EAI, RFC 6531)', async () => {
  const { port } = await listen();
  const client = await greet(port);
  const { to } = nextWay();
  const raw = 'From: Åsa <åsa@exempel.test>\r\nSubject: avregistrera mig, tack så mycket\r\n\r\n';
  const options = ' SMTPUTF8 BODY=8BITMIME';
  expect(await client.mail({ from: 'åsa@exempel.test', to, raw, options })).toMatch(/^250/);
  expect(await stored(to)).toMatchObject([{ state: 'UNDERSTOOD', from: 'åsa@exempel.test' }]);
});

it('the same mail twice is stored once, also with what servers on the way added', async () => {
  const { port } = await listen();
  const client = await greet(port);
  const [mail] = await seedMails(test.db, org, { count: 1, now: NOW });
  const to = `${bounceLocalPart(org.ring, mail!.messageId)}@${DOMAIN}`;
  const raw = 'Message-ID: <1@example.test>\r\nSubject: Away\r\n\r\nI am away.';
  for (const more of ['', 'Received: from a by b; Mon, 4 May 2026 08:00:00 +0000\r\n'])
    expect(await client.mail({ from: '', to, raw: more + raw })).toMatch(/^250/);
  expect(await stored(to)).toHaveLength(1);
  expect(await client.mail({ from: '', to, raw: `${raw} Again.` })).toMatch(/^250/);
  expect(await stored(to)).toHaveLength(2);
});
