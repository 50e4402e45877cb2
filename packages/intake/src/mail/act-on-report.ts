import { recordBounce, recordOptOut } from '@adieu/db';
import { type ActedOnMail, type ActOnMail, type AddressOf, evidenceOf } from './act-on-mail.ts';
import { readDeliveryStatus } from './read-delivery-status.ts';
import { messageOfReport } from './tokens-in-mail.ts';

/** Keeps that a message came back, or that somebody complained of it. */
export async function actOnReport(
  report: ActOnMail<AddressOf<'RETURN_PATH' | 'COMPLAINT'>>,
): Promise<ActedOnMail> {
  const { to } = report;
  return to.kind === 'COMPLAINT' ? actOnComplaint(report) : actOnReturned(report, to.messageId);
}

/** What else comes to a return path (delays, automatic answers) is taken and let go. */
async function actOnReturned(
  { tx, body, now }: ActOnMail,
  messageId: string,
): Promise<ActedOnMail> {
  const failed = readDeliveryStatus(body.toString('latin1'));
  if (failed === null) return { outcome: 'NOTHING' };
  await recordBounce(tx, { messageId, ...failed, now });
  return { outcome: 'RETURNED' };
}

async function actOnComplaint({ tx, mail, body, ring, now }: ActOnMail): Promise<ActedOnMail> {
  const messageId = messageOfReport(ring, body.toString('latin1'));
  if (messageId === null) return { refused: 'no-link' };
  const recorded = await recordOptOut(tx, {
    target: { messageId, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'SPAM_REPORT',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: evidenceOf(mail),
    now,
  });
  if (!('refused' in recorded)) {
    const { requestId, organisationId } = recorded;
    return { outcome: 'OPT_OUT', requestId, organisationId };
  }
  // A complaint is counted, whether there is something to leave or not.
  return recorded.refused === 'not-found' ? recorded : { outcome: 'NOTHING' };
}
