import { until } from '@adieu/testkit/until';
import { createTransport } from 'nodemailer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoints } from './endpoints.ts';
import { latestRequest, mayContact } from './graphql.ts';
import { limited } from './limited.ts';
import type { Mail } from './mailbox.ts';
import { type OwnBook, ownBook } from './own-book.ts';
import { sharedProduct } from './shared-product.ts';

let endpoints: Endpoints;
let book: OwnBook;
let other: OwnBook;

beforeAll(async () => {
  endpoints = await sharedProduct();
  book = await ownBook(endpoints, 'Reports', ['Anna', 'Bo', 'Cilla']);
  other = await ownBook(endpoints, 'Elsewhere', ['Anna']);
  await book.send('Reported');
});

/** A mail server hands over what it wrote; resolves when mail-in has taken it. */
async function handOver(raw: string, from: string, to: string): Promise<void> {
  const { hostname, port } = new URL(`smtp://${endpoints.smtpIn}`);
  const tls = { rejectUnauthorized: false };
  const transport = createTransport({ host: hostname, port: Number(port), secure: false, tls });
  try {
    await transport.sendMail({ envelope: { from, to: [to] }, raw: raw.replaceAll('\n', '\r\n') });
  } finally {
    transport.close();
  }
}

/** The envelope of a mail of ours, as the server that it was handed to saw it. */
async function returnPathOf({ id }: Mail): Promise<string> {
  const response = await limited(`${endpoints.mailboxApi}/email/${id}`);
  const mail = (await response.json()) as { envelope: { from: { address: string } } };
  return mail.envelope.from.address;
}

function report(kind: string, said: readonly string[], enclosed: string): string {
  return `From: Mail system <mailer-daemon@mailbox.example.test>
Subject: A report
Date: ${new Date().toUTCString()}
Message-ID: <${crypto.randomUUID()}@mailbox.example.test>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=${kind}; boundary="x"

--x
Content-Type: text/plain

${kind}
--x
Content-Type: message/${kind}

${said.join('\n')}

--x
Content-Type: message/rfc822

${enclosed.replaceAll('\r\n', '\n')}
--x--
`;
}

/** Everybody’s of this address domain, whoever sent the mail. */
const complaintsOf = ({ raw }: Mail): string =>
  /^CFBL-Address: ([^;\s]+)/im.exec(raw.replaceAll(/\r?\n[ \t]+/g, ' '))![1]!;

describe('a report about a mail, handed over by SMTP', () => {
  it('that is a complaint leaves all marketing within a second (M-9, P8)', async () => {
    const mail = await book.mail('Reported', book.readers[0]!);
    expect((await mayContact(endpoints, mail.to, other.id)).allowed).toBe(true);
    const said = ['Feedback-Type: abuse', 'User-Agent: Mailbox/1.0', 'Version: 1'];
    const to = complaintsOf(mail);
    await handOver(report('feedback-report', said, mail.raw), 'fbl@mailbox.example.test', to);
    const refused = async (bookId: string) =>
      !(await mayContact(endpoints, mail.to, bookId)).allowed;
    await until(() => refused(book.id), 1_000);
    expect(await refused(other.id)).toBe(true);
    expect(await latestRequest(endpoints, mail.to)).toMatchObject({
      state: 'CONFIRMED',
      method: 'SPAM_REPORT',
    });
  });

  it('that it failed for good stops what would go next, and is no wish (M-7, M-8, P7)', async () => {
    const mail = await book.mail('Reported', book.readers[1]!);
    const to = await returnPathOf(mail);
    const said = ['Reporting-MTA: dns; mx.test', '', `Final-Recipient: rfc822; ${mail.to}`];
    const failed = [...said, 'Action: failed', 'Status: 5.1.1'];
    const delayed = [...said, 'Action: delayed', 'Status: 4.4.1'];
    await handOver(report('delivery-status', delayed, mail.raw), '', to);
    expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(true);
    await handOver(report('delivery-status', failed, mail.raw), '', to);
    const gate = await until(async () => {
      const asked = await mayContact(endpoints, mail.to, book.id);
      return !asked.allowed && asked;
    }, 1_000);
    expect(gate.because).toBe('UNDELIVERABLE');
    expect(await latestRequest(endpoints, mail.to)).toBeNull();
  });

  it('or an out-of-office with our footer in it changes nothing (M-3)', async () => {
    const mail = await book.mail('Reported', book.readers[2]!);
    const away = `From: ${mail.to}\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nSTOP\nI am away until Monday.\n\n${mail.parsed.text}`;
    const replyTo = mail.parsed.replyTo!.value[0]!.address!;
    for (const to of [await returnPathOf(mail), replyTo, complaintsOf(mail)])
      await handOver(away, '', to);
    expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(true);
    expect(await latestRequest(endpoints, mail.to)).toBeNull();
  });
});
