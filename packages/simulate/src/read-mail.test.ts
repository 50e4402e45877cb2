import { describe, expect, it } from 'vitest';
import { returnedMail, spamReport } from './machine-mail.ts';
import { readMail } from './read-mail.ts';
import { simpleParser } from 'mailparser';

const ORIGIN = 'https://localhost:4000';
const MAIL = [
  'From: a@example.test',
  'Reply-To: reply+token@leave.example.test',
  'Message-ID: <1@leave.example.test>',
  'List-Unsubscribe: <https://localhost:4000/u/token>,',
  ' <mailto:leave+token@leave.example.test>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'CFBL-Address: complaints@leave.example.test; report=arf',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<a href="https://shop.example.test/?a=1&amp;b=2">shop</a> <a href="https://localhost:4000/u/token">UNSUBSCRIBE</a>',
  '<img src="https://img.example.test/x.png">',
  '',
].join('\r\n');

describe('what programs make of a mail (N13)', () => {
  it('is read as they read it: headers unfolded, links decoded, each once', async () => {
    expect(await readMail(MAIL, ORIGIN)).toEqual({
      oneClick: 'https://localhost:4000/u/token',
      mailto: 'leave+token@leave.example.test',
      answersTo: 'reply+token@leave.example.test',
      messageId: '<1@leave.example.test>',
      text: expect.stringContaining('UNSUBSCRIBE'),
      complaints: 'complaints@leave.example.test',
      links: [
        'https://localhost:4000/u/token',
        'https://shop.example.test/?a=1&b=2',
        'https://img.example.test/x.png',
      ],
      wayOut: 'https://localhost:4000/u/token',
    });
  });

  it('has no button where the mail does not say One-Click (RFC 8058)', async () => {
    const { oneClick } = await readMail(MAIL.replace(/^List-Unsubscribe-Post.*\r\n/m, ''), ORIGIN);
    expect(oneClick).toBeNull();
  });

  it.each([
    ['delivery-status', returnedMail],
    ['feedback-report', spamReport],
  ])('comes back whole in a report of type %s', async (kind, make) => {
    const about = { address: 'b@example.test', to: 'c@example.test', raw: MAIL, now: new Date(0) };
    const report = await simpleParser(make(about), { keepDeliveryStatus: true });
    expect(report.headers.get('content-type')).toMatchObject({
      value: 'multipart/report',
      params: { 'report-type': kind },
    });
    expect(make(about)).toContain(MAIL);
  });
});
