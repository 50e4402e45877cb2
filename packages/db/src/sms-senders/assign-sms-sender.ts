import { normalForm, type SmsSenderKind } from '@adieu/domain';
import { lockOwnership } from '../senders/lock-ownership.ts';
import { pauseForeign } from '../senders/pause-foreign.ts';
import type { Sql } from '../sql.ts';

/** What SMS are sent from, as sender accounts have it; an empty keyword is all of a short code that nobody else has. */
export interface SmsSenderName {
  readonly kind: SmsSenderKind;
  readonly address: string;
  readonly keyword: string;
}

/** That a keyword reads like another organisation's on the same short code: answers to it could not be told apart. */
export interface ReadsLikeAnothers {
  readonly refused: 'reads-like-anothers';
  readonly keyword: string;
}

/**
 * The operator's word on whose a number, a text or a short code (with its keyword) is: this organisation's, and no longer that of
 * whoever had it; null: nobody's. What was sent from it by others is paused. A keyword that is only written otherwise than another's is
 * not taken from them unseen.
 */
export async function assignSmsSender(
  sql: Sql,
  assign: SmsSenderName & { readonly organisationId: string | null; readonly now: Date },
): Promise<'assigned' | ReadsLikeAnothers> {
  const { kind, address, keyword, organisationId, now } = assign;
  const keywordForm = normalForm(keyword);
  await lockOwnership(sql, 'alone');
  const [like] = await sql.rows<{ keyword: string }>(
    `SELECT keyword FROM sms_sender_owner WHERE kind = $1 AND address = lower($2) AND keyword_form = $3 AND keyword <> $4
     AND organisation_id IS DISTINCT FROM $5::uuid`,
    [kind, address, keywordForm, keyword, organisationId],
  );
  if (like !== undefined) return { refused: 'reads-like-anothers', keyword: like.keyword };
  await (organisationId === null
    ? sql.rows(
        'DELETE FROM sms_sender_owner WHERE kind = $1 AND address = lower($2) AND keyword_form = $3',
        [kind, address, keywordForm],
      )
    : sql.rows(
        `INSERT INTO sms_sender_owner (organisation_id, kind, address, keyword, keyword_form, assigned_at, assigned_by)
         VALUES ($5, $1, lower($2), $3, $4, $6, 'OPERATOR')
         ON CONFLICT (kind, address, keyword_form) DO UPDATE
         SET organisation_id = excluded.organisation_id, keyword = excluded.keyword, assigned_at = excluded.assigned_at,
           assigned_by = excluded.assigned_by`,
        [kind, address, keyword, keywordForm, organisationId, now],
      ));
  await pauseForeign(sql, { smsAddress: address }, now);
  return 'assigned';
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
    `INSERT INTO sms_sender_owner (organisation_id, kind, address, keyword, keyword_form, assigned_by)
     SELECT $5, $1, lower($2), $3, $4, 'ALONE'
     WHERE NOT EXISTS (SELECT FROM sms_sender_owner WHERE kind = $1 AND address = lower($2) AND keyword_form IN ($4, ''))
     ON CONFLICT DO NOTHING`,
    [kind, address, keyword, normalForm(keyword), organisationId],
  );
}
