import { IDEMPOTENCY_KEY_DAYS, INBOUND_DAYS, WEBHOOK_LOG_DAYS } from '@adieu/domain';
import { purgeTestMails } from '../campaigns/claim-test-mail.ts';
import { purgeConsents } from '../consent/purge-consents.ts';
import { expireDoubleOptIns } from '../double-opt-in/double-opt-in-mail.ts';
import { purgeProofs } from '../double-opt-in/proofs.ts';
import { purgeListFiles, purgeListRemarks, purgeStaged } from '../list-imports/purge-lists.ts';
import { purgeInvited, purgeSessions } from '../members/purge-sessions.ts';
import { purgeProviderTokens } from '../provider-events/use-token.ts';
import { purgePlans, purgeReviewLinks } from '../review/purge-reviews.ts';
import { purgeStrangeDeliveries } from '../sms/purge-strange-deliveries.ts';
import type { Sql } from '../sql.ts';

type Purge = (sql: Sql, now: Date, limit: number) => Promise<number>;

/** Of the rows of an organisation's `table`, those past a retention of its own, the oldest first. $1 now, $2 how many at most. */
const past = (table: string, retention: string, more = 'true'): string => `
  SELECT e.* FROM organisation o CROSS JOIN LATERAL (
    SELECT x.ctid FROM ${table} x
    WHERE x.organisation_id = o.id AND x.at <= $1::timestamptz - ${retention} AND ${more}
    ORDER BY x.at LIMIT $2::int FOR UPDATE SKIP LOCKED
  ) e LIMIT $2::int`;

// An organisation that keeps no origins has those from before taken away at once.
const ORIGIN_RETENTION = `CASE WHEN o.keeps_origins THEN o.origin_retention::interval ELSE interval '0' END`;

const by =
  (text: string): Purge =>
  async (sql, now, limit) =>
    (await sql.rows(text, [now, limit])).length;

/** What goes when its time is over (docs/privacy.md). Requests, suppressions and the ledger are none of it. */
const PURGES = {
  evidence: by(`DELETE FROM opt_out_evidence t WHERE t.ctid = ANY (ARRAY(
    ${past('opt_out_evidence', 'o.evidence_retention::interval')})) RETURNING 1`),
  origins: by(`UPDATE opt_out_evidence t SET origin = NULL WHERE t.ctid = ANY (ARRAY(
    ${past('opt_out_evidence', ORIGIN_RETENTION, 'x.origin IS NOT NULL')})) RETURNING 1`),
  machineSignals: by(`DELETE FROM machine_signal t WHERE t.ctid = ANY (ARRAY(
    ${past('machine_signal', 'o.evidence_retention::interval')})) RETURNING 1`),
  systemSms: by(`DELETE FROM system_sms t WHERE t.ctid = ANY (ARRAY(
    ${past('system_sms', 'o.evidence_retention::interval')})) RETURNING 1`),
  inboundMessages: by(`DELETE FROM inbound_message t WHERE t.ctid = ANY (ARRAY(
    SELECT ctid FROM inbound_message WHERE received_at <= $1::timestamptz - interval '${INBOUND_DAYS.usual} days'
      AND (state NOT IN ('RECEIVED', 'PARKED') OR received_at <= $1::timestamptz - interval '${INBOUND_DAYS.parked} days')
    ORDER BY received_at LIMIT $2::int FOR UPDATE SKIP LOCKED)) RETURNING 1`),
  idempotencyKeys: by(`DELETE FROM idempotency_key t WHERE t.ctid = ANY (ARRAY(
    SELECT ctid FROM idempotency_key WHERE created_at <= $1::timestamptz - interval '${IDEMPOTENCY_KEY_DAYS} days'
    ORDER BY created_at LIMIT $2::int FOR UPDATE SKIP LOCKED)) RETURNING 1`),
  webhookDeliveries: by(`DELETE FROM webhook_delivery t WHERE t.ctid = ANY (ARRAY(
    SELECT ctid FROM webhook_delivery WHERE tried_at <= $1::timestamptz - interval '${WEBHOOK_LOG_DAYS} days'
    ORDER BY tried_at LIMIT $2::int FOR UPDATE SKIP LOCKED)) RETURNING 1`),
  doubleOptIns: expireDoubleOptIns,
  proofs: purgeProofs,
  consents: purgeConsents,
  testMails: purgeTestMails,
  reviewLinks: purgeReviewLinks,
  sessions: purgeSessions,
  invited: purgeInvited,
  plannedDecisions: purgePlans,
  strangeDeliveries: purgeStrangeDeliveries,
  providerTokens: purgeProviderTokens,
  listFiles: purgeListFiles,
  stagedRows: purgeStaged,
  listRemarks: purgeListRemarks,
} as const satisfies Readonly<Record<string, Purge>>;

export type Purgeable = keyof typeof PURGES;
export const PURGEABLE = Object.keys(PURGES) as readonly Purgeable[];

/** Takes away up to `limit` of them whose time is over at `now`; gives how many. Repeat until it gives none. */
export function purgeBatch(sql: Sql, what: Purgeable, now: Date, limit: number): Promise<number> {
  return PURGES[what](sql, now, limit);
}
