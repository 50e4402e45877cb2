import {
  type Channel,
  type ClaimRefusal,
  type ConsentClaim,
  type ConsentOutcome,
  type NamedActor,
  refuseClaim,
  type ScopeKind,
} from '@adieu/domain';
import { joinedInBulk } from '../system-sms/joined.ts';
import { joinBook } from '../contacts/join-book.ts';
import { ensureRecipient } from '../contacts/ensure-recipients.ts';
import { startDoubleOptIn } from '../double-opt-in/start-double-opt-in.ts';
import { scopeExists } from '../organisation/scope-exists.ts';
import type { Sql } from '../sql.ts';
import { LIST_READ } from '../organisation/list-read.sql.ts';

export interface ConsentItem extends ConsentClaim {
  readonly channel: Channel;
  readonly address: string;
  readonly addressKey: Buffer;
  readonly scope: { readonly kind: Exclude<ScopeKind, 'ORGANISATION'>; readonly id: string };
  /** Hex hash of a stored file, or null. */
  readonly evidenceSha256: string | null;
  readonly language: string;
  /** The text of the double opt-in where one is needed, as for `startDoubleOptIn`. */
  readonly declaration: (scopeName: string, kind: ScopeKind) => string;
  readonly declarationVersion: string;
}

export type ConsentResult =
  | { readonly consentId: string; readonly outcome: ConsentOutcome }
  | { readonly refused: ClaimRefusal | 'scope-not-found' | 'evidence-not-found' };

/**
 * Records consents that were given elsewhere, each for itself, in the caller's transaction (E4, E5). An address that is
 * opted out or paused there, or ever left, is not brought back by a claim: the claim is recorded, and a double opt-in
 * begins (D-10). Results stand in the order of the items.
 */
export async function recordConsents(
  sql: Sql,
  command: {
    readonly organisationId: string;
    readonly items: readonly ConsentItem[];
    readonly actor: NamedActor;
    readonly now: Date;
  },
): Promise<ConsentResult[]> {
  const { organisationId, items, actor, now } = command;
  const results: ConsentResult[] = Array.from(items, () => ({ refused: 'scope-not-found' }));
  // In order of key: two admins who record the same people wait for each other instead of deadlocking.
  const inOrder = items
    .map((item, place) => ({ item, place }))
    .sort((a, b) => Buffer.compare(a.item.addressKey, b.item.addressKey) || a.place - b.place);
  for (const { item, place } of inOrder) {
    const refused = refuseClaim(item, now) ?? (await whatIsMissing(sql, organisationId, item));
    results[place] = refused ? { refused } : await recordOne(sql, organisationId, item, actor, now);
  }
  return results;
}

async function whatIsMissing(
  sql: Sql,
  organisationId: string,
  { scope, evidenceSha256 }: ConsentItem,
): Promise<'scope-not-found' | 'evidence-not-found' | null> {
  if (!(await scopeExists(sql, organisationId, scope))) return 'scope-not-found';
  if (evidenceSha256 === null) return null;
  const files = await sql.rows(
    `SELECT 1 FROM evidence_file WHERE organisation_id = $1 AND sha256 = decode($2, 'hex')`,
    [organisationId, evidenceSha256],
  );
  return files.length === 0 ? 'evidence-not-found' : null;
}

async function recordOne(
  sql: Sql,
  organisationId: string,
  item: ConsentItem,
  by: NamedActor,
  now: Date,
): Promise<ConsentResult> {
  const { scope, evidenceSha256 } = item;
  const recipientId = await ensureRecipient(sql, { organisationId, ...item });
  // The recipient's row is locked by now: an opt-out is either seen here, or comes after the consent and ends it.
  const [place] = await sql.rows<{ needsDoubleOptIn: boolean }>(
    `SELECT needs_double_opt_in($1, $2, a.id, $4) AS "needsDoubleOptIn" ${ACCOUNT_OF_SCOPE}`,
    [recipientId, organisationId, scope.kind, scope.id],
  );
  let outcome: ConsentOutcome = 'RECORDED';
  if (place!.needsDoubleOptIn) {
    const started = await startDoubleOptIn(sql, {
      ...item,
      organisationId,
      recipientId,
      accountId: null,
      formUrl: null,
      origin: null,
      userAgent: null,
      startedBy: by,
      now,
    });
    if ('refused' in started && started.refused === 'channel-not-served')
      return { refused: started.refused };
    outcome = 'refused' in started ? 'DOUBLE_OPT_IN_LIMITED' : 'DOUBLE_OPT_IN_STARTED';
  }
  const [row] = await sql.rows<{ id: string; accountId: string }>(RECORD, [
    recipientId,
    organisationId,
    scope.kind,
    scope.id,
    item.consentText,
    item.source,
    item.obtainedAt,
    evidenceSha256,
    outcome,
    now,
    by.name,
    by.kind,
  ]);
  if (outcome === 'RECORDED' && scope.kind === 'BOOK')
    await joinBook(sql, { addressBookId: scope.id, recipientId, language: item.language });
  if (outcome === 'RECORDED' && item.channel === 'SMS')
    await joinedInBulk(sql, {
      about: row!.id,
      organisationId,
      accountId: row!.accountId,
      addressBookId: scope.kind === 'BOOK' ? scope.id : null,
      addressKey: item.addressKey,
      now,
    });
  return { consentId: row!.id, outcome };
}

/** The account that a scope ($3 kind, $4 id) of the organisation $2 belongs to, as `a`. */
const ACCOUNT_OF_SCOPE = `
  FROM account a
  WHERE a.organisation_id = $2 AND a.id = CASE $3::text
    WHEN 'BOOK' THEN (SELECT account_id FROM address_book WHERE id = $4::uuid)
    WHEN 'TOPIC' THEN (SELECT account_id FROM topic WHERE id = $4::uuid)
    ELSE $4::uuid END`;

const RECORD = `
  WITH recorded AS (
    INSERT INTO consent_record (organisation_id, account_id, recipient_id, list_id, address_key, channel, scope_kind,
      scope_id, scope_name, consent_text, source, obtained_at, evidence_sha256, outcome, recorded_at, recorded_by)
    SELECT $2, x.account_id, r.id, x.list_id, r.address_key, r.channel, $3, $4, x.scope_name, $5, $6, $7,
      decode($8, 'hex'), $9, $10, $11
    FROM recipient r, (
      SELECT a.id AS account_id, ${LIST_READ} AS list_id,
        CASE $3::text WHEN 'BOOK' THEN (SELECT name FROM address_book WHERE id = $4::uuid)
          WHEN 'TOPIC' THEN (SELECT name FROM topic WHERE id = $4::uuid) ELSE a.name END AS scope_name
      ${ACCOUNT_OF_SCOPE}
    ) x WHERE r.id = $1 RETURNING *
  ), event AS (
    INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id,
      actor_kind, actor, detail)
    SELECT organisation_id, recorded_at, 'CONSENT_RECORDED', recipient_id, address_key, channel, scope_kind, scope_id,
      $12, recorded_by, jsonb_strip_nulls(jsonb_build_object('consentId', id, 'outcome', outcome,
        'textSha256', encode(sha256(convert_to(consent_text, 'UTF8')), 'hex'), 'evidenceSha256', encode(evidence_sha256, 'hex')))
    FROM recorded
  ) SELECT id, account_id AS "accountId" FROM recorded`;
