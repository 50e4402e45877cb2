import { createHash } from 'node:crypto';
import { complaintMeans, type Purpose } from '@adieu/domain';
import type { Evidence } from '../opt-out/evidence.ts';
import { recordOptOut, type RecordedOptOut } from '../opt-out/record-opt-out.ts';
import type { Transaction } from '../sql.ts';

export interface Complaint {
  /** Of the message that is complained of: what names it was checked before. */
  readonly messageId: string;
  /** As Feedback-Type says it (RFC 5965), or `abuse` where a mailbox provider has but one. */
  readonly type: string;
  /**
   * False: it names a message of ours, and nothing says that its mailbox provider wrote it. Then it pauses, and an admin decides.
   * True where nothing is said.
   */
  readonly isVouched?: boolean;
  readonly evidence: Evidence;
  readonly now: Date;
}

/** `KEPT`: as what a machine says; nothing was changed. `NOTHING`: it is no wish, and there is nothing to keep. */
export type RecordedComplaint =
  | { readonly outcome: 'LEFT'; readonly request: RecordedOptOut }
  | { readonly outcome: 'KEPT' | 'NOTHING' };

/**
 * A mailbox provider says that somebody complained of a message. A complaint leaves all marketing of the list that the message's
 * account reads, whatever its own link leaves (M-9), and is counted once for its message. Of a message that is no marketing,
 * what its link leaves is asked for too. `not-found`: no such message, as after an erasure.
 */
export async function recordComplaint(
  tx: Transaction,
  complaint: Complaint,
): Promise<RecordedComplaint | { readonly refused: 'not-found' }> {
  const { messageId, type, isVouched = true, evidence, now } = complaint;
  const [message] = await tx.rows<{ organisationId: string; purpose: Purpose }>(
    `SELECT a.organisation_id AS "organisationId", coalesce(b.purpose, c.purpose) AS purpose
     FROM message m JOIN campaign c ON c.id = m.campaign_id JOIN account a ON a.id = c.account_id
     LEFT JOIN address_book b ON b.id = c.address_book_id WHERE m.id = $1`,
    [messageId],
  );
  if (message === undefined) return { refused: 'not-found' };
  const meaning = complaintMeans(type);
  if (meaning === 'NOTHING') return { outcome: 'NOTHING' };
  if (meaning === 'KEPT') {
    await keep(tx, complaint);
    return { outcome: 'KEPT' };
  }
  const wish = {
    signal: isVouched ? 'CLEAR' : 'UNCLEAR',
    method: 'SPAM_REPORT',
    actor: { kind: 'RECIPIENT', name: null },
    evidence,
    now,
  } as const;
  const scope = { kind: 'ORGANISATION', id: message.organisationId } as const;
  const request = await recordOptOut(tx, { ...wish, target: { messageId, scope } });
  // A book that has no opt-out, or is exempt from it, has none for complaints either.
  if (message.purpose !== 'MARKETING')
    await recordOptOut(tx, { ...wish, target: { messageId, scope: 'LINK' } });
  if ('refused' in request) return { refused: 'not-found' };
  return { outcome: 'LEFT', request };
}

const LONGEST_TYPE = 100;

async function keep(tx: Transaction, { messageId, type, now }: Complaint): Promise<void> {
  const said = type.trim().toLowerCase().slice(0, LONGEST_TYPE);
  const sha256 = createHash('sha256').update(`feedback ${messageId} ${said}`).digest();
  await tx.rows(
    `INSERT INTO machine_signal (organisation_id, recipient_id, message_id, kind, at, sha256, detail)
     SELECT r.organisation_id, r.id, m.id, 'FEEDBACK', $2, $3, $4
     FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.id = $1
     ON CONFLICT (recipient_id, kind, sha256) DO NOTHING`,
    [messageId, now, sha256, JSON.stringify({ type: said })],
  );
}
