import type { ScopeKind } from '@adieu/domain';
import { tellJoined } from '../system-sms/joined.ts';
import { joinBook } from '../contacts/join-book.ts';
import { postAll } from '../outbox/post.ts';
import type { DoubleOptIn } from './double-opt-in.entity.ts';
import { gateOfDoubleOptIn } from './gate-of-double-opt-in.ts';
import type { Sql } from '../sql.ts';
import { liftUndeliverable } from '../undeliverable/lift-undeliverable.ts';
import { writeProof } from './write-proof.ts';

const COLUMNS = `
  id, organisation_id AS "organisationId", account_id AS "accountId", recipient_id AS "recipientId", list_id AS "listId",
  address_key AS "addressKey", channel, scope_kind AS "scopeKind", scope_id AS "scopeId", scope_name AS "scopeName",
  language, declaration, declaration_version AS "declarationVersion", form_url AS "formUrl",
  requested_at AS "requestedAt", requested_origin AS "requestedOrigin", requested_user_agent AS "requestedUserAgent",
  expires_at AS "expiresAt", mail_message_id AS "mailMessageId", mailed_at AS "mailedAt", confirmed_at AS "confirmedAt",
  superseded_at AS "supersededAt", answered_to AS "answeredTo", exchange`;

/** The double opt-in that a link opens; null for unknown links. Changes nothing. */
export async function findDoubleOptIn(
  sql: Sql,
  tokenHash: Buffer,
): Promise<Omit<DoubleOptIn, 'tokenHash'> | null> {
  const [row] = await sql.rows<Omit<DoubleOptIn, 'tokenHash'>>(
    `SELECT ${COLUMNS} FROM double_opt_in WHERE token_hash = $1`,
    [tokenHash],
  );
  return row ?? null;
}

export interface Confirmed {
  readonly proofId: string;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly scopeName: string;
  readonly confirmedAt: Date;
}

/**
 * Confirms a double opt-in and brings its scope back, that scope alone (D-7): proof, end of the suppression, LIFTED (or
 * WITHDRAWN, where the request was still open), ledger; in the caller's transaction. A wider opt-out goes on for all else, and
 * gives way to this scope (decision 035). `used` says when it was confirmed already;
 * `superseded` = an opt-out came after the request and wins (D-9). `archived`: its book, topic or account is gone by now.
 */
export async function confirmDoubleOptIn(
  sql: Sql,
  confirmation: { tokenHash: Buffer; origin: string | null; userAgent: string | null; now: Date },
): Promise<
  | Confirmed
  | { refused: 'not-found' | 'expired' | 'superseded' | 'archived' }
  | { refused: 'used'; confirmedAt: Date }
> {
  const { tokenHash, origin, userAgent, now } = confirmation;
  // Takes the same lock as an opt-out, and like it before any other: whichever commits first is seen by the other.
  await sql.rows(
    `SELECT 1 FROM double_opt_in d JOIN account a ON a.id = d.account_id JOIN recipient r ON r.id = d.recipient_id
     WHERE d.token_hash = $1 FOR SHARE OF a FOR NO KEY UPDATE OF r`,
    [tokenHash],
  );
  const [found] = await sql.rows<Omit<DoubleOptIn, 'tokenHash'>>(
    `SELECT ${COLUMNS} FROM double_opt_in WHERE token_hash = $1`,
    [tokenHash],
  );
  if (found === undefined) return { refused: 'not-found' };
  if (found.confirmedAt) return { refused: 'used', confirmedAt: found.confirmedAt };
  if (found.supersededAt) return { refused: 'superseded' };
  if (found.expiresAt <= now) return { refused: 'expired' };
  if ((await gateOfDoubleOptIn(sql, found, now)).because === 'ARCHIVED')
    return { refused: 'archived' };
  const scope = [found.addressKey, found.listId, found.channel, found.scopeId];
  await sql.rows('UPDATE double_opt_in SET confirmed_at = $2 WHERE id = $1', [found.id, now]);
  const proofId = await writeProof(sql, { doubleOptInId: found.id, origin, userAgent, now });
  await sql.rows(LIFT, scope);
  await sql.rows(GIVE_WAY, [
    found.addressKey,
    found.channel,
    found.organisationId,
    found.accountId,
    found.scopeId,
    found.scopeKind,
  ]);
  const lifted = await sql.rows<{ id: string }>(CLOSE, [
    ...scope,
    now,
    JSON.stringify({ proofId, doubleOptInId: found.id }),
  ]);
  if (found.scopeKind === 'BOOK')
    await joinBook(sql, {
      addressBookId: found.scopeId,
      recipientId: found.recipientId,
      language: found.language,
    });
  if (found.channel === 'SMS') await cameBackBySms(sql, found, now);
  // Whoever follows the link that was sent to an address has read what was sent there.
  const { organisationId, recipientId } = found;
  await liftUndeliverable(sql, {
    organisationId,
    recipientId,
    by: 'DOUBLE_OPT_IN',
    actor: { kind: 'RECIPIENT', name: null },
    reason: null,
    now,
  });
  if (lifted.length > 0) {
    await postAll(
      sql,
      lifted.map(({ id }) => ({ kind: 'opt-out.closed', requestId: id })),
    );
  }
  return {
    proofId,
    scopeKind: found.scopeKind,
    scopeId: found.scopeId,
    scopeName: found.scopeName,
    confirmedAt: now,
  };
}

/** Who came back by the second word to a short code may be written to from it again; a short code says so (E3). */
async function cameBackBySms(
  sql: Sql,
  { id, answeredTo, addressKey, ...found }: Omit<DoubleOptIn, 'tokenHash'>,
  now: Date,
): Promise<void> {
  const { organisationId, accountId, scopeKind, scopeId } = found;
  await sql.rows(BLOCK_GIVES_WAY, [addressKey, answeredTo, scopeId]);
  await tellJoined(sql, {
    about: id,
    organisationId,
    accountId,
    addressBookId: scopeKind === 'BOOK' ? scopeId : null,
    addressKey: Buffer.from(addressKey),
    saidTo: answeredTo ?? null,
    now,
  });
}

const BLOCK_GIVES_WAY = `
  UPDATE platform_block SET returned_to = coalesce(returned_to, '{}') || $3::uuid
  WHERE address_key = $1 AND short_code = $2 AND (returned_to @> ARRAY[$3::uuid]) IS NOT TRUE`;

const LIFT = `DELETE FROM suppression WHERE address_key = $1 AND list_id = $2 AND channel = $3 AND scope_id = $4`;

/**
 * Wider wishes are about marketing alone, so they stop no service book. Written into both lists that the account may read: it
 * may change lists later.
 */
const GIVE_WAY = `
  UPDATE suppression SET returned_to = coalesce(returned_to, '{}') || $5::uuid
  WHERE address_key = $1 AND channel = $2 AND list_id IN ($3::uuid, $4::uuid) AND (returned_to @> ARRAY[$5::uuid]) IS NOT TRUE
    AND CASE $6::text WHEN 'ORGANISATION' THEN false WHEN 'ACCOUNT' THEN scope_kind = 'ORGANISATION' AND scope_id = $3
      WHEN 'BOOK' THEN scope_id IN ($3, $4) AND EXISTS (SELECT FROM address_book WHERE id = $5 AND purpose = 'MARKETING')
      ELSE scope_id IN ($3, $4) END`;

const CLOSE = `
  WITH before AS (
    SELECT id, state FROM opt_out_request
    WHERE address_key = $1 AND list_id = $2 AND channel = $3 AND scope_id = $4 AND state IN ('PENDING', 'CONFIRMED') FOR UPDATE
  ), closed AS (
    UPDATE opt_out_request q SET state = CASE WHEN b.state = 'PENDING' THEN 'WITHDRAWN' ELSE 'LIFTED' END,
      decided_at = CASE WHEN b.state = 'PENDING' THEN $5 ELSE q.decided_at END
    FROM before b WHERE q.id = b.id RETURNING q.*, b.state AS old_state
  )
  INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind, scope_id,
    signal, method, policy_version, old_state, new_state, actor_kind, detail)
  SELECT organisation_id, $5, state, id, recipient_id, address_key, channel, scope_kind, scope_id, signal, method,
    policy_version, old_state, state, 'RECIPIENT', $6::jsonb
  FROM closed RETURNING request_id AS id`;
