import type { SmsSenderKind } from '@adieu/domain';
import { lockOwnership } from '../senders/lock-ownership.ts';
import { pauseForeign } from '../senders/pause-foreign.ts';
import type { Sql } from '../sql.ts';

/** What SMS are sent from, as sender accounts have it; an empty keyword is all of a short code that nobody else has. */
export interface SmsSenderName {
  readonly kind: SmsSenderKind;
  readonly address: string;
  readonly keyword: string;
}

/**
 * The operator's word on whose a number, a text or a short code (with its keyword) is: this organisation's, and no longer that of
 * whoever had it; null: nobody's. What was sent from it by others is paused.
 */
export async function assignSmsSender(
  sql: Sql,
  assign: SmsSenderName & { readonly organisationId: string | null; readonly now: Date },
): Promise<void> {
  const { kind, address, keyword, organisationId, now } = assign;
  await lockOwnership(sql, 'alone');
  await (organisationId === null
    ? sql.rows(
        'DELETE FROM sms_sender_owner WHERE kind = $1 AND address = lower($2) AND keyword = $3',
        [kind, address, keyword],
      )
    : sql.rows(
        `INSERT INTO sms_sender_owner (organisation_id, kind, address, keyword, assigned_at, assigned_by)
         VALUES ($4, $1, lower($2), $3, $5, 'OPERATOR')
         ON CONFLICT (kind, address, keyword) DO UPDATE
         SET organisation_id = excluded.organisation_id, assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by`,
        [kind, address, keyword, organisationId, now],
      ));
  await pauseForeign(sql, { smsAddress: address }, now);
}

/**
 * Keeps for an organisation what it may send from, so that it stays its own when another organisation comes. Whoever calls has asked
 * whether it may.
 */
export async function keepSmsSender(
  sql: Sql,
  kept: SmsSenderName & { readonly organisationId: string },
): Promise<void> {
  const { kind, address, keyword, organisationId } = kept;
  await sql.rows(
    `INSERT INTO sms_sender_owner (organisation_id, kind, address, keyword, assigned_by)
     SELECT $4, $1, lower($2), $3, 'ALONE'
     WHERE NOT EXISTS (SELECT FROM sms_sender_owner WHERE kind = $1 AND address = lower($2) AND keyword IN ($3, ''))
     ON CONFLICT DO NOTHING`,
    [kind, address, keyword, organisationId],
  );
}
