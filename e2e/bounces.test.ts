import { until } from '@adieu/testkit/until';
import { beforeAll, expect, it } from 'vitest';
import type { Endpoints } from './endpoints.ts';
import { campaign, type CampaignView, graphql, mayContact } from './graphql.ts';
import { limited } from './limited.ts';
import type { Mail } from './mailbox.ts';
import { ownBook } from './own-book.ts';
import { sendBySmtp } from './send-by-smtp.ts';
import { sharedProduct } from './shared-product.ts';

let endpoints: Endpoints;
beforeAll(async () => {
  endpoints = await sharedProduct();
});

/** Where a mail comes back to: the sender of its envelope. */
async function returnPathOf({ id }: Mail): Promise<string> {
  const response = await limited(`${endpoints.mailboxApi}/email/${id}`);
  const { envelope } = (await response.json()) as {
    envelope: { from: string | { address: string } };
  };
  return typeof envelope.from === 'string' ? envelope.from : envelope.from.address;
}

/** What a mail server writes of a mailbox that does not exist (RFC 3464). */
const notification = (
  address: string,
  action: string,
  status: string,
): string => `From: Mail Delivery System <MAILER-DAEMON@mx.elsewhere.example.test>
To: <somebody@example.test>
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-ID: <${action}-${address}>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.elsewhere.example.test

Final-Recipient: rfc822; ${address}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 ${status} no such user
--b--
`;

/** What became of a campaign, once it is over; null before. */
async function ended(id: string): Promise<Pick<Progress, 'sent' | 'stoppedBecause'> | null> {
  const { state, progress } = await campaign(endpoints, id);
  const { sent, stoppedBecause } = progress;
  return state === 'SENT' ? { sent, stoppedBecause } : null;
}
type Progress = CampaignView['progress'];

it('a notification by SMTP stops the next campaign to that address; once it is lifted, the one after goes (P7, M-7, M-8)', async () => {
  const book = await ownBook(endpoints, 'Bounces', ['Gone', 'There']);
  const [gone] = book.readers;
  const first = await book.send('Comes back');
  const mail = await book.mail('Comes back', gone!);
  const to = await returnPathOf(mail);
  expect(to).toMatch(/^bounce\+/);
  const tell = (action: string, status: string, path = to) =>
    sendBySmtp(endpoints.smtpIn, { from: '', to: path, raw: notification(gone!, action, status) });
  const gate = async () => (await mayContact(endpoints, gone!, book.id)).because;

  // Late is not gone, and who did not get the mail can not say that it came back.
  expect(await tell('delayed', '4.4.1')).toMatch(/^250/);
  const [local, domain] = to.split('@');
  const forged = `${local!.slice(0, -1)}${local!.endsWith('a') ? 'b' : 'a'}@${domain}`;
  expect(await tell('failed', '5.1.1', forged)).toMatch(/^5/);
  expect(await gate()).toBe('NO_OBJECTION');

  expect(await tell('failed', '5.1.1')).toMatch(/^250/);
  await until(async () => (await gate()) === 'UNDELIVERABLE', 5_000);
  const second = await book.send('Is stopped');
  expect(await until(() => ended(second))).toEqual({
    sent: 1,
    stoppedBecause: [{ reason: 'UNDELIVERABLE', count: 1 }],
  });
  const { campaign: told } = await graphql<{ campaign: { report: object } }>(
    endpoints,
    'query ($id: ID!) { campaign(id: $id) { report { sent bounced hardBounces softBounces optOuts } } }',
    { id: first },
  );
  expect(told.report).toEqual({
    sent: 2,
    bounced: 1,
    hardBounces: 1,
    softBounces: 0,
    optOuts: 0,
  });

  const { recipient } = await graphql<{ recipient: { id: string } }>(
    endpoints,
    'query ($a: String!) { recipient(address: $a, channel: EMAIL) { id } }',
    { a: gone },
  );
  await graphql(
    endpoints,
    'mutation ($input: LiftUndeliverableInput!) { liftUndeliverable(input: $input) { __typename } }',
    { input: { ids: [recipient.id], reason: 'Their server was mended.' } },
  );
  const third = await book.send('Goes again');
  expect(await until(() => ended(third))).toEqual({ sent: 2, stoppedBecause: [] });
  await book.mail('Goes again', gone!);
});
