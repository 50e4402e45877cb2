import { createHash } from 'node:crypto';
import {
  type BounceKind,
  type BouncePolicy,
  bouncePolicyOf,
  type BounceSource,
  isUndeliverable,
  type OwnThresholds,
  SIGNAL_OF_BOUNCE,
  THRESHOLD_BOUNDS,
} from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { BOUNCE_POLICY_OF } from './bounce-policy.sql.ts';

/** What a report says of one delivery; what says nothing of an address (`judgeDelivery` gives null) is none. */
export interface ReportedDelivery {
  readonly kind: BounceKind;
  /** Enhanced status code (RFC 3463), as `5.1.1`; null where the report has none. */
  readonly status: string | null;
  readonly source: BounceSource;
  readonly now: Date;
}

export interface RecordedDelivery {
  readonly isNew: boolean;
  /** By this very report. */
  readonly becameUndeliverable: boolean;
}

interface Reported {
  readonly organisationId: string;
  readonly recipientId: string;
  readonly own: Pick<OwnThresholds, keyof BouncePolicy>;
}

/**
 * Keeps that a message of ours came back, or was not taken: once, whoever tells of it and however often (P7). It is no wish: no request is opened. But where what
 * came back is enough by the policy of the account that sent, the address is undeliverable from this commit on, and the gate
 * says so. Null where the message is not known. In the caller's transaction.
 */
export async function recordDelivery(
  tx: Transaction,
  report: ReportedDelivery & { readonly messageId: string },
): Promise<RecordedDelivery | null> {
  const [reported] = await tx.rows<Reported>(
    `SELECT r.organisation_id AS "organisationId", r.id AS "recipientId", ${BOUNCE_POLICY_OF('a')} AS own
     FROM message m JOIN recipient r ON r.id = m.recipient_id
     JOIN campaign c ON c.id = m.campaign_id JOIN account a ON a.id = c.account_id WHERE m.id = $1`,
    [report.messageId],
  );
  return reported === undefined ? null : keep(tx, reported, report);
}

async function keep(
  tx: Transaction,
  { organisationId, recipientId, own }: Reported,
  { messageId, kind, status, source, now }: ReportedDelivery & { readonly messageId: string },
): Promise<RecordedDelivery> {
  // A mail server, a provider and a notification may all tell of the one message: it came back once.
  const sha256 = createHash('sha256')
    .update(JSON.stringify([messageId]))
    .digest();
  const detail = { source, ...(status !== null && { status }) };
  // Before the recipient is locked: a claim locks messages first, and this refers to one.
  const kept = await tx.rows(
    `INSERT INTO machine_signal (organisation_id, recipient_id, message_id, kind, at, sha256, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (recipient_id, kind, sha256) DO NOTHING RETURNING 1`,
    [
      organisationId,
      recipientId,
      messageId,
      SIGNAL_OF_BOUNCE[kind],
      now,
      sha256,
      JSON.stringify(detail),
    ],
  );
  if (kept.length === 0) return { isNew: false, becameUndeliverable: false };
  if (kind === 'REFUSED') return { isNew: true, becameUndeliverable: false };
  // Two reports at once: the second waits here, and then sees the first. So does a claim, or this waits for it.
  const standing = await tx.rows<{ undeliverable: boolean; deliverableSince: Date | null }>(
    `SELECT undeliverable_since IS NOT NULL OR address IS NULL AS undeliverable, deliverable_since AS "deliverableSince"
     FROM recipient WHERE id = $1 FOR NO KEY UPDATE`,
    [recipientId],
  );
  const { undeliverable, deliverableSince } = standing[0]!;
  if (undeliverable) return { isNew: true, becameUndeliverable: false };
  const bounces = await tx.rows<{ kind: BounceKind; at: Date }>(WHAT_CAME_BACK, [
    recipientId,
    oldestThatCounts(now),
    deliverableSince,
  ]);
  if (!isUndeliverable(bounces, bouncePolicyOf(own), now))
    return { isNew: true, becameUndeliverable: false };
  await tx.rows(BECOMES_UNDELIVERABLE, [recipientId, now, JSON.stringify({ ...detail, kind })]);
  return { isNew: true, becameUndeliverable: true };
}

/** Of a point of longer ago next to nothing is left, by whatever policy. */
function oldestThatCounts(now: Date): Date {
  const [, longest] = THRESHOLD_BOUNDS.bounceHalfLifeDays;
  return new Date(now.getTime() - 10 * longest * 86_400_000);
}

/** Nothing of before it was lifted: also not of a mail that went before, and of which we are told only now. */
const WHAT_CAME_BACK = `
  SELECT CASE s.kind WHEN 'HARD_BOUNCE' THEN 'HARD' ELSE 'SOFT' END AS kind, s.at
  FROM machine_signal s LEFT JOIN message m ON m.id = s.message_id
  WHERE s.recipient_id = $1 AND s.kind IN ('HARD_BOUNCE', 'SOFT_BOUNCE') AND s.at > $2
    AND ($3::timestamptz IS NULL OR coalesce(least(m.changed_at, s.at), s.at) > $3)`;

const BECOMES_UNDELIVERABLE = `
  WITH gone AS (
    UPDATE recipient SET undeliverable_since = $2::timestamptz, noted = true WHERE id = $1
    RETURNING id, organisation_id, address_key, channel
  )
  INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id, actor_kind, detail)
  SELECT organisation_id, $2, 'UNDELIVERABLE', id, address_key, channel, 'ORGANISATION', organisation_id, 'SYSTEM', $3 FROM gone`;
