import { recordOptOut } from '@adieu/db';
import { type ActedOnMail, type ActOnMail, type AddressOf, evidenceOf } from './act-on-mail.ts';
import { messageOfSubject } from './tokens-in-mail.ts';

/** Leaves what the link of List-Unsubscribe leaves; what else the mail says counts for nothing (M-1). */
export async function actOnLeaveLink({
  tx,
  mail,
  to,
  subject,
  ring,
  now,
}: ActOnMail<AddressOf<'LEAVE' | 'LEAVE_IN_SUBJECT'>>): Promise<ActedOnMail> {
  const messageId = to.kind === 'LEAVE' ? to.messageId : messageOfSubject(ring, subject);
  if (messageId === null) return { refused: 'no-link' };
  const recorded = await recordOptOut(tx, {
    target: { messageId, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'MAILTO',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: evidenceOf(mail),
    now,
  });
  if ('refused' in recorded) return recorded;
  const { requestId, organisationId } = recorded;
  return { outcome: 'OPT_OUT', requestId, organisationId };
}
