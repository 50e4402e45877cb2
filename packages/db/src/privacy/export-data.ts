import { SCOPE_NAME } from '../organisation/scope-name.ts';
import type { Sql } from '../sql.ts';

/** Everything that is kept of one person, by all their addresses, as JSON-ready rows (GDPR Art. 15 and 20; G-4). */
export interface PersonalData {
  /** The one that was asked for first. */
  readonly addresses: readonly object[];
  readonly contacts: readonly object[];
  readonly preferences: readonly object[];
  readonly suppressions: readonly object[];
  readonly requests: readonly object[];
  readonly evidence: readonly object[];
  readonly consents: readonly object[];
  /** What an admin recorded by hand that this person agreed to. */
  readonly recordedConsents: readonly object[];
  readonly messages: readonly { readonly id: string }[];
  readonly history: readonly object[];
}

/** All of the person one of whose addresses this is; null where there is no such recipient. One statement, so that it is one instant's truth. */
export async function exportData(sql: Sql, recipientId: string): Promise<PersonalData | null> {
  const [row] = await sql.rows<PersonalData>(EXPORT, [recipientId]);
  return row ?? null;
}

const list = (query: string): string =>
  `coalesce((SELECT jsonb_agg(to_jsonb(x)) FROM (${query}) x), '[]')`;

const EXPORT = `
  WITH person AS MATERIALIZED (
    SELECT r.*, r.id = $1 AS asked FROM recipient me JOIN recipient r ON r.organisation_id = me.organisation_id
    WHERE me.id = $1 AND (r.id = me.id OR r.id IN (
      SELECT other.recipient_id FROM contact_address mine JOIN contact_address other ON other.contact_id = mine.contact_id
      WHERE mine.recipient_id = $1))
  )
  SELECT ${list(`SELECT r.address, r.channel, r.created_at AS "knownSince", r.undeliverable_since AS "undeliverableSince" FROM person r ORDER BY r.asked DESC, r.channel`)} AS addresses,
    ${list(`SELECT b.name AS "addressBook", a.name AS account, k.language, k.fields, k.created_at AS "since", k.removed_at AS "removedAt"
      FROM contact k JOIN address_book b ON b.id = k.address_book_id JOIN account a ON a.id = b.account_id
      WHERE k.id IN (SELECT x.contact_id FROM contact_address x JOIN person r ON r.id = x.recipient_id) ORDER BY k.created_at`)} AS contacts,
    ${list(`SELECT a.name AS account, r.channel, p.frequency, p.snoozed_until AS "pausedUntil", p.language, p.changed_at AS "changedAt"
      FROM person r JOIN recipient_preference p ON p.recipient_id = r.id JOIN account a ON a.id = p.account_id
      WHERE (p.frequency, p.snoozed_until, p.language) IS DISTINCT FROM ('EVERY', NULL, NULL) ORDER BY a.name, r.channel`)} AS preferences,
    ${list(`SELECT s.channel, s.scope_kind AS "scopeKind", ${SCOPE_NAME('s')} AS scope, s.state, s.since,
        (SELECT jsonb_agg(coalesce(b.name, t.name, a.name)) FROM unnest(s.returned_to) AS x(id) LEFT JOIN address_book b ON b.id = x.id
          LEFT JOIN topic t ON t.id = x.id LEFT JOIN account a ON a.id = x.id) AS "cameBackTo"
      FROM person r JOIN suppression s ON s.address_key = r.address_key AND s.channel = r.channel
        AND (s.list_id = r.organisation_id OR s.list_id IN (SELECT id FROM account WHERE organisation_id = r.organisation_id))
      ORDER BY s.since`)} AS suppressions,
    ${list(`SELECT q.channel, q.scope_kind AS "scopeKind", ${SCOPE_NAME('q')} AS scope, q.method, q.signal, q.state, q.received_at AS "receivedAt",
        q.deadline, q.decided_at AS "decidedAt", q.decision_reason AS "decisionReason", g.reason, g.text AS "inYourWords"
      FROM opt_out_request q JOIN person r ON r.id = q.recipient_id
      LEFT JOIN given_reason g ON g.request_id = q.id ORDER BY q.received_at`)} AS requests,
    ${list(`SELECT e.at, e.kind, e.path, e.origin, e.headers, e.detail FROM opt_out_evidence e JOIN opt_out_request q ON q.id = e.request_id
      JOIN person r ON r.id = q.recipient_id ORDER BY e.at`)} AS evidence,
    ${list(`SELECT p.channel, p.scope_name AS scope, p.declaration, p.declaration_version AS "declarationVersion", p.form_url AS "formUrl",
        p.requested_at AS "requestedAt", p.requested_origin AS "requestedOrigin", p.requested_user_agent AS "requestedBrowser",
        p.confirmed_at AS "confirmedAt", p.confirmed_origin AS "confirmedOrigin", p.confirmed_user_agent AS "confirmedBrowser"
      FROM double_opt_in_proof p JOIN person r ON r.id = p.recipient_id ORDER BY p.confirmed_at`)} AS consents,
    ${list(`SELECT c.channel, c.scope_name AS scope, c.consent_text AS "consentText", c.source, c.obtained_at AS "obtainedAt", c.outcome,
        c.recorded_at AS "recordedAt" FROM consent_record c JOIN person r ON r.id = c.recipient_id ORDER BY c.id`)} AS "recordedConsents",
    ${list(`SELECT m.id, r.channel, m.state, m.changed_at AS "at" FROM person r JOIN message m ON m.recipient_id = r.id ORDER BY m.id`)} AS messages,
    ${list(`SELECT l.at, l.type, l.channel, l.scope_kind AS "scopeKind", ${SCOPE_NAME('l')} AS scope, l.method, l.old_state AS "oldState",
        l.new_state AS "newState", l.actor_kind AS "byWhom", l.reason
      FROM person r JOIN ledger_event l ON l.organisation_id = r.organisation_id AND l.address_key = r.address_key
        AND l.channel = r.channel ORDER BY l.id`)} AS history
  WHERE EXISTS (SELECT FROM person)`;
