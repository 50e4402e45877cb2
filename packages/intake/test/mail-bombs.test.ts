import { describe, expect, it } from 'vitest';
import { readMailApart } from '../src/mail/read/read-mail-apart.ts';

/** Within this it is read or parked, of the processor and, on a machine with time, of the clock (M-11). */
const MOST_MS = 2_000;

const HEADER = 'From: anna@example.test\r\nSubject: STOPP\r\nMIME-Version: 1.0\r\n';
const plain = (text: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${HEADER}Content-Type: text/plain; charset=utf-8\r\n\r\n`),
    Buffer.from(text),
  ]);
const html = (text: string): Buffer =>
  Buffer.from(`${HEADER}Content-Type: text/html; charset=utf-8\r\n\r\n${text}`);

function nested(depth: number): Buffer {
  const open = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
  ).join('');
  const close = Array.from({ length: depth }, (_, i) => `--b${depth - i - 1}--\r\n`).join('');
  return Buffer.from(`${HEADER}${open}Content-Type: text/plain\r\n\r\nSTOPP\r\n${close}`);
}
const enclosed = (depth: number): Buffer =>
  Buffer.from(`${HEADER}${'Content-Type: message/rfc822\r\n\r\n'.repeat(depth)}\r\nSTOPP\r\n`);
const parts = (count: number, part: string): Buffer =>
  Buffer.from(
    `${HEADER}Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\n${part}\r\n`.repeat(count)}--b--\r\n`,
  );
const reportOf = (fields: string): Buffer =>
  Buffer.from(
    `${HEADER}Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${fields}\r\n--b--\r\n`,
  );

/** What is no mail that somebody can be understood by: told as unreadable, or as more than a mail may take. */
const PARKED: ReadonlyArray<readonly [string, () => Buffer]> = [
  ['parts in parts, 21 deep', () => nested(21)],
  ['parts in parts, 400 deep', () => nested(400)],
  ['parts in parts, 5,000 deep', () => nested(5_000)],
  ['100,000 headers', () => Buffer.from(`${'X-A: b\r\n'.repeat(100_000)}\r\nSTOPP`)],
  ['a header of 2 MB', () => Buffer.from(`Subject: ${'x'.repeat(2e6)}\r\n\r\nSTOPP`)],
  ['100,000 parts', () => parts(100_000, 'Content-Type: text/plain\r\n\r\nSTOPP')],
  ['HTML within HTML, 5,000 deep', () => html(`${'<b>'.repeat(5_000)}STOPP`)],
];

/** What can be read, however it was written. */
const READ: ReadonlyArray<readonly [string, () => Buffer]> = [
  ['nothing', () => Buffer.alloc(0)],
  ['a header and no body', () => Buffer.from(HEADER)],
  ['25 MB of text', () => plain('Hello there, how are you? \r\n'.repeat(900_000))],
  ['25 MB on one line', () => plain('x'.repeat(25_000_000))],
  ['32 kB of newlines', () => plain('\n'.repeat(32_000))],
  ['1 MB of newlines', () => plain('\r\n'.repeat(500_000))],
  ['1 MB of dashes', () => plain('-'.repeat(1_000_000))],
  ['1 MB of “> ”', () => plain('> '.repeat(500_000))],
  ['a lone CR at each end', () => Buffer.from(`${HEADER}\r\nSTOPP`.replaceAll('\r\n', '\r'))],
  ['NUL', () => plain('STOPP\0\0\0')],
  ['NUL in its headers', () => Buffer.from('From: a\0b@example.test\r\nSubject: \0\r\n\r\nSTOPP')],
  [
    'headers of eight bits',
    () => Buffer.from('From: åsa@example.test\r\nSubject: Å\xff\r\n\r\nSTOPP', 'latin1'),
  ],
  [
    'a charset that is none',
    () => Buffer.from(`${HEADER}Content-Type: text/plain; charset=x-none\r\n\r\nSTOPP`),
  ],
  [
    'UTF-7',
    () => Buffer.from(`${HEADER}Content-Type: text/plain; charset=utf-7\r\n\r\n+AFMAVABPAFAAUA-`),
  ],
  [
    'UTF-16 that is none',
    () => Buffer.from(`${HEADER}Content-Type: text/html; charset=utf-16\r\n\r\nSTOPP`),
  ],
  [
    'base64 that is none',
    () => Buffer.from(`${HEADER}Content-Transfer-Encoding: base64\r\n\r\n!!!STOPP!!!`),
  ],
  [
    'a boundary of nothing',
    () => Buffer.from(`${HEADER}Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nSTOPP`),
  ],
  ['mails in mails, 5,000 deep', () => enclosed(5_000)],
  [
    'a hundred thousand ids',
    () => Buffer.from(`References: ${'<a@b> '.repeat(30_000)}\r\n${HEADER}\r\nSTOPP`),
  ],
  ['a million brackets in From', () => Buffer.from(`From: ${'<'.repeat(200_000)}\r\n\r\nSTOPP`)],
  ['groups in groups in From', () => Buffer.from(`From: ${'a:'.repeat(100_000)};\r\n\r\nSTOPP`)],
  [
    'encoded words in encoded words',
    () => Buffer.from(`Subject: ${'=?utf-8?Q?=3D=3F?= '.repeat(10_000)}\r\n\r\nSTOPP`),
  ],
  [
    'delivery status of 100,000 recipients',
    () => reportOf('Final-Recipient: rfc822; a@b.test\r\nAction: failed\r\n\r\n'.repeat(100_000)),
  ],
  ['delivery status on one line', () => reportOf(`Final-Recipient: ${'rfc822; '.repeat(100_000)}`)],
  ['a hundred thousand paragraphs', () => html('<p>Hello</p>'.repeat(40_000))],
];

async function readTimed(raw: Buffer) {
  const before = performance.now();
  const outcome = await readMailApart(raw, 'test');
  return { outcome, ms: performance.now() - before };
}

describe('hostile mails (M-11, O-10)', () => {
  it('the reader is there', async () => {
    const { outcome } = await readTimed(plain('STOPP'));
    expect(outcome).toMatchObject({ done: { own: { firstLine: 'STOPP' }, unreadable: null } });
  }, 30_000);

  it.each(PARKED)(
    'of %s say why they can not be read, and the next is read',
    async (_, make) => {
      const { outcome, ms } = await readTimed(make());
      if ('done' in outcome) expect(outcome.done.unreadable).toEqual(expect.any(String));
      else expect(outcome.refused).toMatch(/^too-/);
      expect(ms).toBeLessThan(3 * MOST_MS);
      const next = await readMailApart(plain('STOPP'), 'test');
      expect(next).toMatchObject({ done: { own: { firstLine: 'STOPP' } } });
    },
    30_000,
  );

  it.each(READ)(
    'of %s are read within bounds',
    async (_, make) => {
      const { outcome, ms } = await readTimed(make());
      expect(outcome).toHaveProperty('done');
      expect(JSON.stringify(outcome).length).toBeLessThan(100_000);
      expect(ms).toBeLessThan(3 * MOST_MS);
    },
    30_000,
  );

  it('leave no memory behind', async () => {
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 5; i += 1)
      for (const [, make] of PARKED) await readMailApart(make(), 'test');
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  }, 60_000);
});
