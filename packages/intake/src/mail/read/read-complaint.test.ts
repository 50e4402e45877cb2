import {
  bounceLocalPart,
  createKeyRing,
  feedbackId,
  mailtoLocalPart,
  signMessageLink,
} from '@adieu/keys';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { complainedOf } from './complained-of.ts';
import type { ComplaintReport } from './mail-read.ts';
import { readWholeMail } from './read-whole-mail.ts';

const ring = createKeyRing();
const DOMAIN = 'leave.example.test';
const messageId = randomUUID();
const token = signMessageLink(ring, messageId);

function arf({
  fields = ['Feedback-Type: abuse', 'User-Agent: Mailbox/1.0', 'Version: 1'],
  enclosed = [] as readonly string[],
  type = 'message/rfc822',
}): string {
  return [
    'From: feedback@mailbox.example.test',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Somebody pressed the button. Feedback-Type: not-spam',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    ...fields,
    '',
    '--b',
    `Content-Type: ${type}`,
    '',
    ...enclosed,
    '',
    'Hello',
    '--b--',
    '',
  ].join('\r\n');
}
const read = async (raw: string): Promise<ComplaintReport | null> => {
  const { report } = await readWholeMail(Buffer.from(raw));
  return report?.kind === 'COMPLAINT' ? report : null;
};
const named = async (raw: string) => {
  const report = await read(raw);
  return report && complainedOf(ring, DOMAIN, report.ids);
};

describe('a complaint (RFC 5965, M-9)', () => {
  it.each([
    [['Feedback-Type: abuse'], 'abuse'],
    [['feedback-type:OPT-OUT'], 'opt-out'],
    [['Version: 1', '', 'Feedback-Type: not-spam'], 'not-spam'],
    [['Version: 1'], 'unknown'],
  ])('with the fields %j is of the type %s', async (fields, type) => {
    expect((await read(arf({ fields })))?.type).toBe(type);
  });

  it('of Hotmail has no part of its own, and is known by their headers', async () => {
    const raw = `From: staff@hotmail.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nX-HmXmrOriginalRecipient: anna@example.test\r\nCFBL-Feedback-ID: ${feedbackId(ring, messageId)}\r\nSubject: Spring\r\n\r\nHello\r\n--b--\r\n`;
    expect(await read(raw)).toMatchObject({
      type: 'abuse',
      saidBy: 'ENCLOSED',
      recipients: ['anna@example.test'],
    });
    expect(await named(raw)).toEqual({ messageId, by: 'ID' });
    expect(await read(raw.replace('X-HmXmrOriginalRecipient', 'X-Other'))).toBeNull();
  });
});

describe('what a complaint is of (M-10)', () => {
  it.each([
    ['the link', `List-Unsubscribe: <https://x.test/u/${token}>`, 'LINK'],
    [
      'the link, folded',
      `List-Unsubscribe:\r\n <mailto:a@b.test>,\r\n <https://x.test/u/${token}>`,
      'LINK',
    ],
    ['the mailto', `List-Unsubscribe: <mailto:${mailtoLocalPart(token)}@${DOMAIN}>`, 'LINK'],
    ['the feedback id', `CFBL-Feedback-ID: ${feedbackId(ring, messageId)}`, 'ID'],
    ['the return path', `Return-Path: <${bounceLocalPart(ring, messageId)}@${DOMAIN}>`, 'ID'],
    ['the Message-ID', `Message-ID: <${messageId}@${DOMAIN}>`, 'ID'],
    [
      'the Message-ID, in capitals',
      `Message-Id: ${messageId.toUpperCase()}@${DOMAIN.toUpperCase()}`,
      'ID',
    ],
  ])('is told by %s alone, in a report that is redacted', async (_, header, by) => {
    const enclosed = ['To: redacted@example.test', header];
    for (const type of ['message/rfc822', 'text/rfc822-headers'])
      expect(await named(arf({ enclosed, type }))).toEqual({ messageId, by });
  });

  it('is told by Original-Mail-From, where nothing is enclosed', async () => {
    const from = `Original-Mail-From: <${bounceLocalPart(ring, messageId)}@${DOMAIN}>`;
    expect(await named(arf({ fields: ['Feedback-Type: abuse', from] }))).toEqual({
      messageId,
      by: 'ID',
    });
  });

  it.each([
    ['an address', `To: anna@example.test`],
    [
      'another’s link',
      `List-Unsubscribe: <https://x.test/u/${signMessageLink(createKeyRing(), messageId)}>`,
    ],
    ['another’s id', `CFBL-Feedback-ID: ${feedbackId(createKeyRing(), messageId)}`],
    ['another’s Message-ID', `Message-ID: <${messageId}@elsewhere.test>`],
    ['an id that is none', `Message-ID: <x@${DOMAIN}>`],
    ['nothing', 'Subject: Spring'],
  ])('is not told by %s: a forged report names nothing of ours', async (_, header) => {
    expect(await named(arf({ enclosed: [header] }))).toBeNull();
  });

  it('is not told by what stands in a body', async () => {
    const raw = arf({
      enclosed: ['Subject: x', '', `CFBL-Feedback-ID: ${feedbackId(ring, messageId)}`],
    });
    expect(await named(raw)).toBeNull();
  });
});
