import { describe, expect, it } from 'vitest';
import type { DeliveryReport } from './mail-read.ts';
import { readWholeMail } from './read-whole-mail.ts';

interface Given {
  readonly type?: string;
  readonly encoding?: 'base64' | 'quoted-printable' | '8bit';
  readonly groups: readonly (readonly string[])[];
}

function reportOf({ type = 'message/delivery-status', encoding = '8bit', groups }: Given): string {
  const fields = ['Reporting-MTA: dns; mx.example.test', '', ...groups.flatMap((g) => [...g, ''])];
  const text = fields.join('\r\n');
  const body =
    encoding === 'base64'
      ? Buffer.from(text).toString('base64')
      : encoding === 'quoted-printable'
        ? text.replaceAll('=', '=3D').replaceAll('failed', 'fa=\r\niled')
        : text;
  return [
    'From: MAILER-DAEMON@mx.example.test',
    'To: x@leave.example.test',
    'Subject: Returned',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Action: failed was said in words, too. 550 5.1.1 is not read here.',
    '--b',
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
    '--b--',
    '',
  ].join('\r\n');
}
const read = async (raw: string): Promise<DeliveryReport | null> => {
  const { report } = await readWholeMail(Buffer.from(raw));
  return report?.kind === 'DELIVERY' ? report : null;
};
const anna = 'Final-Recipient: rfc822; anna@example.test';

describe('a delivery status notification (RFC 3464, M-7)', () => {
  it.each([
    [[anna, 'Action: failed', 'Status: 5.1.1'], 'failed', '5.1.1', 'HARD'],
    [[anna, 'action:FAILED', 'status : 5.7.509 (blocked)'], 'failed', '5.7.509', 'HARD'],
    [[anna, 'Action: failed', 'Status: 4.4.7'], 'failed', '4.4.7', 'SOFT'],
    [[anna, 'Action: failed (no mailbox)'], 'failed', null, 'HARD'],
    [[anna, 'Action: failed', 'Diagnostic-Code: smtp; 550 5.2.2 full'], 'failed', '5.2.2', 'HARD'],
    [[anna, 'Action: delayed', 'Status: 4.4.1'], 'delayed', '4.4.1', null],
    [[anna, 'Action: delayed', 'Status: 5.1.1'], 'delayed', '5.1.1', null],
    [[anna, 'Action: delivered', 'Status: 2.0.0'], 'delivered', '2.0.0', null],
    [[anna, 'Action: relayed', 'Status: 2.0.0'], 'relayed', '2.0.0', null],
    [[anna, 'Action: expanded', 'Status: 2.0.0'], 'expanded', '2.0.0', null],
    [[anna, 'Action: failed', 'Status: 2.0.0'], 'failed', '2.0.0', null],
    [[anna, 'Status: 5.1.1'], null, '5.1.1', null],
  ])('of %j says %s %s: %s', async (group, action, status, failure) => {
    const report = await read(reportOf({ groups: [group] }));
    expect(report?.saidBy).toBe('FIELDS');
    expect(report?.recipients).toEqual([
      expect.objectContaining({ address: 'anna@example.test', action, status, failure }),
    ]);
  });

  it('tells each recipient apart, also where no empty line does', async () => {
    const groups = [
      [anna, 'Action: failed', 'Status: 5.1.1'],
      ['Final-Recipient: rfc822;b@x.test', 'Action: delayed', anna, 'Action: delivered'],
    ];
    const report = await read(reportOf({ groups }));
    expect(report?.recipients.map(({ address, action }) => [address, action])).toEqual([
      ['anna@example.test', 'failed'],
      ['b@x.test', 'delayed'],
      ['anna@example.test', 'delivered'],
    ]);
  });

  it.each(['base64', 'quoted-printable'] as const)(
    'is read where its part is %s',
    async (encoding) => {
      const groups = [[anna, 'Action: failed', 'Status: 5.1.1']];
      expect((await read(reportOf({ encoding, groups })))?.recipients[0]).toMatchObject({
        action: 'failed',
        status: '5.1.1',
      });
    },
  );

  it.each([
    ['utf-8; åsa@exämple.test', 'åsa@exämple.test'],
    ['utf-8; \\x{E5}sa@example.test', 'åsa@example.test'],
    ['utf-8; \\x{110000}a@example.test', '\\x{110000}a@example.test'],
    ['RFC822; <Anna@Example.test> (moved)', 'Anna@Example.test'],
    ['anna@example.test', 'anna@example.test'],
    ['rfc822; nobody', null],
  ])('beyond ASCII names %s as %s (RFC 6533)', async (named, address) => {
    const groups = [[`Final-Recipient: ${named}`, 'Action: failed', 'Status: 5.1.1']];
    const report = await read(reportOf({ type: 'message/global-delivery-status', groups }));
    expect(report?.recipients[0]?.address).toBe(address);
  });

  it('is found where it is handed on', async () => {
    const inner = reportOf({ groups: [[anna, 'Action: failed', 'Status: 5.1.1']] });
    const raw = `From: a@b.test\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--outer--\r\n`;
    expect((await read(raw))?.recipients[0]).toMatchObject({ status: '5.1.1' });
  });
});

const words = (text: string, ...header: string[]): string =>
  [...header, 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n');

describe('a report in words alone', () => {
  const daemon = 'From: Mail Delivery System <MAILER-DAEMON@mx.example.test>';

  it.each([
    ['<a@b.test>:\nRemote host said: 550 5.1.1 User unknown', 'HARD', '5.1.1'],
    ['Sorry, I wasn’t able to establish an SMTP connection. (#4.4.1)', 'SOFT', '4.4.1'],
    ['host mx.b.test [192.0.2.1]: 554 no thanks', 'HARD', null],
    ['host mx.b.test [192.0.2.1]: 452 try again', 'SOFT', null],
    ['The mailbox is full.', 'HARD', null],
    ['Ihre Nachricht konnte nicht zugestellt werden.', 'HARD', null],
    ['temporary failure, we gave up', 'SOFT', null],
  ])('%j is of the class %s', async (text, failure, status) => {
    const report = await read(words(text, daemon));
    expect(report).toMatchObject({ saidBy: 'WORDS', recipients: [{ failure, status }] });
  });

  it.each([
    'Delivery has been delayed. 451 4.4.1 timed out. It will be retried for 2 days.',
    'THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
  ])('%j only waits', async (text) => {
    expect((await read(words(text, daemon)))?.recipients[0]).toMatchObject({
      action: 'delayed',
      failure: null,
    });
  });

  it.each([
    ['I am away until Monday. My mailbox is full of tea. STOP.', 'From: anna@example.test'],
    ['Call extension 550 please, or room 5.1.1', 'From: anna@example.test'],
    [
      'The user unknown to us does not exist.',
      'From: a@b.test',
      'Auto-Submitted: auto-replied',
      'Return-Path: <>',
    ],
    ['', daemon],
  ])('%j is none: somebody’s own program wrote it, or nobody anything', async (text, ...header) => {
    expect(await read(words(text, ...header))).toBeNull();
  });

  it('is not read of the mail that is sent back', async () => {
    const back = '----- Original message -----\n\nUser unknown? 550 5.1.1 is what servers say';
    expect(await read(words(`Hello.\n\n${back}`, 'From: postmaster@example.test'))).toBeNull();
  });
});
