import type { Channel, ScopeKind, SuppressionState } from '@adieu/domain';
import type { DatabaseAccess } from '../database.ts';
import { GIVES_NO_WAY, SCOPES } from './suppression-scopes.sql.ts';

/** Whose unsubscribed are read: null does not narrow them. */
export interface UnsubscribedOf {
  readonly addressBookId: string | null;
  readonly accountId: string | null;
  readonly topicId: string | null;
}

/** The address is null where only its key is known; what is of a request is null where an import brought it. */
export type Unsubscribed = readonly [
  address: string | null,
  channel: Channel,
  state: SuppressionState,
  since: Date,
  scopeKind: ScopeKind,
  scope: string,
  method: string | null,
  campaign: string | null,
  /** A word of Adieu's list, or what an account's own reason says in its first language. */
  reason: string | null,
  /** In their own words, on the page, by mail or SMS, or an admin's note of them. */
  text: string | null,
  /** Since when nothing would be sent there anyway, as it comes back. */
  undeliverableSince: Date | null,
];

const BATCH = 1_000;

const READ = `
  SELECT r.address, s.channel, s.state, s.since, s.scope_kind, coalesce(t.name, b.name, a.name, o.name) AS scope,
    q.method, c.name, coalesce((SELECT x.value FROM jsonb_each_text(l.texts) x ORDER BY x.key LIMIT 1), g.reason),
    coalesce(g.text, q.reason_text, (
      SELECT string_agg(e.detail ->> 'note', E'\\n' ORDER BY e.at) FROM opt_out_evidence e WHERE e.request_id = q.id)), r.undeliverable_since
  FROM (${SCOPES}) scope
  JOIN suppression s ON s.scope_id = scope.id
  LEFT JOIN recipient r ON r.organisation_id = $1 AND r.channel = s.channel AND r.address_key = s.address_key
  LEFT JOIN organisation o ON o.id = s.scope_id
  LEFT JOIN account a ON a.id = s.scope_id
  LEFT JOIN address_book b ON b.id = s.scope_id
  LEFT JOIN topic t ON t.id = s.scope_id
  LEFT JOIN opt_out_request q ON q.id = s.request_id
  LEFT JOIN campaign c ON c.id = q.campaign_id
  LEFT JOIN given_reason g ON g.request_id = q.id
  LEFT JOIN leave_reason l ON l.id::text = g.reason
  WHERE NOT scope.wider OR $2::uuid IS NULL OR (${GIVES_NO_WAY} AND EXISTS (
    SELECT 1 FROM book_address k WHERE k.address_book_id = $2 AND k.recipient_id = r.id))
  ORDER BY s.since DESC, s.address_key, s.scope_id, s.channel`;

/** Everybody who is unsubscribed, or paused while a wish is reviewed, and why; one snapshot, the newest first (F6). */
export function readUnsubscribed(
  db: DatabaseAccess,
  organisationId: string,
  { addressBookId, accountId, topicId }: UnsubscribedOf,
): AsyncGenerator<Unsubscribed[]> {
  return db.batches(READ, [organisationId, addressBookId, accountId, topicId], BATCH);
}
