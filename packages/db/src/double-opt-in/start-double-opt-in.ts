import {
  type Channel,
  type ExchangedSms,
  isTooMany,
  type NamedActor,
  type RecentStarts,
  type ScopeKind,
} from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import type { Sql } from '../sql.ts';
import { countOrigin } from './count-origin.ts';
import { LIST_READ } from '../organisation/list-read.sql.ts';

export interface DoubleOptInStart {
  readonly organisationId: string;
  readonly recipientId: string;
  readonly scope: { readonly kind: ScopeKind; readonly id: string };
  /** Null for the account that the scope belongs to; needed for ORGANISATION. */
  readonly accountId: string | null;
  readonly language: string;
  /** The full text that the person agrees to, with the scope's name and kind filled in by the caller. */
  readonly declaration: (scopeName: string, kind: ScopeKind) => string;
  readonly declarationVersion: string;
  readonly formUrl: string | null;
  readonly origin: string | null;
  readonly userAgent: string | null;
  /** Keyed hash of the origin, by which it is counted for a day; none where it is not known (D-8). */
  readonly originKey?: Buffer | null;
  /** Who asks for somebody; null where the person asks themselves. */
  readonly startedBy?: NamedActor | null;
  /** They wrote START to this sender, which asks for the second word. */
  readonly bySms?: { readonly answeredTo: string; readonly asked: ExchangedSms };
  readonly now: Date;
}

/**
 * Starts a double opt-in: a row and an outbox message, from which the confirmation mail goes out. Changes nothing about
 * the opt-out. `too-many` (for the address or the origin) must look like success to whoever asked (D-6, D-8).
 * `channel-not-served`: nothing can be sent to this address, so that nobody could confirm.
 */
export async function startDoubleOptIn(
  sql: Sql,
  start: DoubleOptInStart,
): Promise<{ id: string } | { refused: 'not-found' | 'too-many' | 'channel-not-served' }> {
  const [scope] = await sql.rows<{
    accountId: string;
    listId: string;
    scopeName: string;
    addressKey: Buffer;
    channel: Channel;
    linkDays: number;
  }>(
    `SELECT a.id AS "accountId", ${LIST_READ} AS "listId",
       coalesce(b.name, t.name, CASE WHEN $3::text = 'ACCOUNT' THEN a.name ELSE o.name END) AS "scopeName",
       r.address_key AS "addressKey", r.channel, a.double_opt_in_days AS "linkDays"
     FROM recipient r
     JOIN organisation o ON o.id = r.organisation_id
     LEFT JOIN address_book b ON $3::text = 'BOOK' AND b.id = $4::uuid
     LEFT JOIN topic t ON $3::text = 'TOPIC' AND t.id = $4::uuid
     JOIN account a ON a.organisation_id = o.id
       AND a.id = CASE $3::text WHEN 'BOOK' THEN b.account_id WHEN 'TOPIC' THEN t.account_id
         WHEN 'ACCOUNT' THEN $4::uuid ELSE $5::uuid END
     WHERE r.id = $2 AND r.organisation_id = $1 AND r.address IS NOT NULL
       AND ($3::text <> 'ORGANISATION' OR $4::uuid = o.id)
     FOR NO KEY UPDATE OF r`,
    [start.organisationId, start.recipientId, start.scope.kind, start.scope.id, start.accountId],
  );
  if (scope === undefined) return { refused: 'not-found' };
  // Who writes by SMS has shown that an SMS reaches us, and is answered the same way.
  if (start.bySms === undefined && scope.channel !== 'EMAIL')
    return { refused: 'channel-not-served' };
  // The recipient's row is locked above: two requests at once are counted one after the other. Whoever confirms wanted that mail,
  // and may ask for the next book at once. By SMS another sender has its own minutes, as each answers for itself;
  // and what a STOP has ended since is waited for by nobody, so that START asks again (three times a day).
  const [recent] = await sql.rows<RecentStarts>(
    `SELECT count(*)::int AS "inDay", count(*) FILTER (WHERE requested_at > $2::timestamptz - interval '10 minutes'
         AND answered_to IS NOT DISTINCT FROM coalesce($3, answered_to)
         AND NOT ($3::text IS NOT NULL AND (superseded_at IS NOT NULL OR EXISTS (SELECT FROM inbound_message i
           WHERE i.from_key = d.address_key AND i.to_address = $3 AND i.sent_at >= (d.exchange #>> '{asked,at}')::timestamptz
             AND i.outcome IN ('OPT_OUT', 'PAUSE', 'BLOCK')))))::int AS "inWindow"
     FROM double_opt_in d WHERE recipient_id = $1 AND confirmed_at IS NULL AND requested_at > $2::timestamptz - interval '1 day'`,
    [start.recipientId, start.now, start.bySms?.answeredTo ?? null],
  );
  if (isTooMany('address', recent!)) return { refused: 'too-many' };
  if (start.originKey && !(await countOrigin(sql, start.originKey, start.now)))
    return { refused: 'too-many' };
  const expiresAt = new Date(start.now.getTime() + scope.linkDays * 86_400_000);
  const [row] = await sql.rows<{ id: string }>(
    `WITH started AS (
       INSERT INTO double_opt_in (organisation_id, account_id, recipient_id, list_id, address_key, channel, scope_kind, scope_id,
         scope_name, language, declaration, declaration_version, form_url, requested_at, requested_origin,
         requested_user_agent, expires_at, answered_to, exchange)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $20, $21) RETURNING *
     ), event AS (
       INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id,
         actor_kind, actor, detail)
       SELECT organisation_id, requested_at, 'DOUBLE_OPT_IN_STARTED', recipient_id, address_key, channel, scope_kind, scope_id,
         $18, $19, jsonb_build_object('doubleOptInId', id)
       FROM started
     ) SELECT id FROM started`,
    [
      start.organisationId,
      scope.accountId,
      start.recipientId,
      scope.listId,
      scope.addressKey,
      scope.channel,
      start.scope.kind,
      start.scope.id,
      scope.scopeName,
      start.language,
      start.declaration(scope.scopeName, start.scope.kind),
      start.declarationVersion,
      start.formUrl,
      start.now,
      start.origin,
      start.userAgent,
      expiresAt,
      start.startedBy?.kind ?? 'RECIPIENT',
      start.startedBy?.name ?? null,
      start.bySms?.answeredTo ?? null,
      start.bySms === undefined
        ? null
        : JSON.stringify({ asked: start.bySms.asked, prompt: null, answer: null }),
    ],
  );
  const id = row!.id;
  await postAll(sql, [{ kind: 'double-opt-in.started', id, expiresAt: expiresAt.toISOString() }]);
  return { id };
}
