import type { ToldEvent, ToldImport, ToldInbound, ToldLedgerEvent } from '@adieu/domain';
import type { ChangesPosition } from '../opt-out/changes.ts';
import type { Sql } from '../sql.ts';

/** What happened in an organisation, at its place in the order of the ledger. */
export interface PlacedEvent extends ChangesPosition {
  readonly event: ToldEvent;
}

export interface ToldEvents {
  readonly events: readonly PlacedEvent[];
  /** Up to where was looked; what is behind it and not among the events concerns others. */
  readonly position: ChangesPosition;
  /** Whether there is more behind the position. */
  readonly more: boolean;
}

interface Scanned extends ChangesPosition {
  readonly source: 'LEDGER' | 'NOTICE';
  readonly isTheirs: boolean;
}

/**
 * What happened after a position, in order, of an organisation or one account of it: looks at up to `limit` events of all
 * organisations. Only what is of transactions older than every one that still runs, so that nothing can appear before it
 * (decision 016).
 */
export async function toldEventsAfter(
  sql: Sql,
  whose: { readonly organisationId: string; readonly accountId: string | null },
  after: ChangesPosition,
  limit: number,
  /** Where the order of all is looked at, if what is told is read as somebody who sees less. */
  overAll: Sql = sql,
): Promise<ToldEvents> {
  const scanned = await overAll.rows<Scanned>(SCAN, [
    whose.organisationId,
    after.tx,
    after.id,
    limit,
  ]);
  const idsOf = (source: Scanned['source']): string[] =>
    scanned.filter((each) => each.isTheirs && each.source === source).map(({ id }) => id);
  const events = new Map<string, ToldEvent>();
  const [ledger, notices] = [idsOf('LEDGER'), idsOf('NOTICE')];
  if (ledger.length > 0)
    for (const { eventId, ...event } of await sql.rows<ToldLedgerEvent & { eventId: string }>(
      LEDGER,
      [ledger, whose.accountId],
    ))
      events.set(eventId, { ...event, source: 'LEDGER' });
  if (notices.length > 0)
    for (const { eventId, ...event } of await sql.rows<ToldInbound & { eventId: string }>(NOTICES, [
      notices,
      whose.accountId,
    ]))
      events.set(eventId, { ...event, source: 'INBOUND' });
  if (notices.length > 0)
    for (const { eventId, ...event } of await sql.rows<ToldImport & { eventId: string }>(IMPORTS, [
      notices,
      whose.accountId,
    ]))
      events.set(eventId, { ...event, source: 'IMPORT' });
  const last = scanned.at(-1);
  return {
    events: scanned.flatMap(({ tx, id }) => {
      const event = events.get(id);
      return event === undefined ? [] : [{ tx, id, event }];
    }),
    position: last === undefined ? after : { tx: last.tx, id: last.id },
    more: scanned.length === limit,
  };
}

const page = (table: string, source: string): string => `
  (SELECT tx, id, '${source}' AS source, organisation_id FROM ${table}
   WHERE (tx, id) > ($2::xid8, $3::bigint) AND tx < pg_snapshot_xmin(pg_current_snapshot())
   ORDER BY tx, id LIMIT $4)`;

const SCAN = `
  SELECT tx::text, id::text, source, organisation_id = $1 AS "isTheirs" FROM (
    ${page('ledger_event', 'LEDGER')} UNION ALL ${page('webhook_notice', 'NOTICE')}
  ) e ORDER BY e.tx, e.id LIMIT $4`;

/** The account that an event is about; null where it is about the whole organisation. */
const ACCOUNT = `coalesce(q.account_id, CASE e.scope_kind
    WHEN 'ACCOUNT' THEN e.scope_id
    WHEN 'BOOK' THEN (SELECT b.account_id FROM address_book b WHERE b.id = e.scope_id)
    WHEN 'TOPIC' THEN (SELECT t.account_id FROM topic t WHERE t.id = e.scope_id) END)`;

/**
 * $1 ids, $2 the account or null. What is about the whole organisation concerns each account that has the address in a book;
 * that somebody was erased concerns all, as no book has them any more.
 */
const LEDGER = `
  SELECT e.id::text AS "eventId", e.type, e.at, e.organisation_id AS "organisationId", a.id AS "accountId",
    e.request_id AS "requestId", e.recipient_id AS "recipientId", r.address, e.channel, e.scope_kind AS "scopeKind",
    e.scope_id AS "scopeId", e.signal, e.method, e.new_state AS "newState", q.deadline, q.campaign_id AS "campaignId",
    q.address_book_id AS "addressBookId", e.detail
  FROM ledger_event e
  LEFT JOIN opt_out_request q ON q.id = e.request_id AND q.organisation_id = e.organisation_id
  LEFT JOIN recipient r ON r.id = e.recipient_id AND r.organisation_id = e.organisation_id
  CROSS JOIN LATERAL (SELECT ${ACCOUNT} AS id) a
  WHERE e.id = ANY ($1::bigint[]) AND ($2::uuid IS NULL OR a.id = $2 OR (e.scope_kind = 'ORGANISATION' AND (e.type = 'ERASED'
    OR EXISTS (SELECT FROM contact_address x JOIN address_book b ON b.id = x.address_book_id
      WHERE x.recipient_id = e.recipient_id AND b.account_id = $2))))`;

const NOTICES = `
  SELECT n.id::text AS "eventId", n.at, n.organisation_id AS "organisationId", i.account_id AS "accountId",
    i.id AS "inboundMessageId", i.channel, i.outcome, i.request_id AS "requestId", i.from_address AS "fromAddress",
    (SELECT r.id FROM recipient r WHERE r.organisation_id = n.organisation_id AND r.address_key = i.from_key AND r.channel = i.channel) AS "recipientId"
  FROM webhook_notice n JOIN inbound_message i ON i.id = n.inbound_message_id AND i.organisation_id = n.organisation_id
  WHERE n.id = ANY ($1::bigint[]) AND i.outcome IS NOT NULL AND ($2::uuid IS NULL OR i.account_id = $2)`;

const IMPORTS = `
  SELECT n.id::text AS "eventId", n.at, n.organisation_id AS "organisationId", i.account_id AS "accountId", NULL AS "recipientId",
    i.id AS "listImportId", i.kind, i.scope_kind AS "scopeKind", i.scope_id AS "scopeId", i.counts
  FROM webhook_notice n JOIN list_import i ON i.id = n.list_import_id AND i.organisation_id = n.organisation_id
  WHERE n.id = ANY ($1::bigint[]) AND ($2::uuid IS NULL OR i.account_id = $2)`;

/** The organisations in which something happened after a position; looks at up to `limit` events. */
export async function organisationsChangedAfter(
  sql: Sql,
  after: ChangesPosition,
  limit: number,
): Promise<{
  readonly organisationIds: readonly string[];
  readonly position: ChangesPosition;
  readonly more: boolean;
}> {
  const rows = await sql.rows<ChangesPosition & { organisationId: string }>(CHANGED, [
    null,
    after.tx,
    after.id,
    limit,
  ]);
  const last = rows.at(-1);
  return {
    organisationIds: [...new Set(rows.map(({ organisationId }) => organisationId))],
    position: last === undefined ? after : { tx: last.tx, id: last.id },
    more: rows.length === limit,
  };
}

const CHANGED = `
  SELECT tx::text, id::text, organisation_id AS "organisationId" FROM (
    ${page('ledger_event', 'LEDGER')} UNION ALL ${page('webhook_notice', 'NOTICE')}
  ) e WHERE $1::uuid IS NULL ORDER BY e.tx, e.id LIMIT $4`;
