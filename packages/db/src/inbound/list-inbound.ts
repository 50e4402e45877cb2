import type { Channel, InboundState } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';
import type { InboundMessage } from './inbound-message.entity.ts';

/** Of an answer that was to go to whoever reads the account's mail. */
interface Forwarded {
  readonly forwardAskedAt: Date | null;
  readonly forwardEndedAt: Date | null;
  /** SENT, or what the mail server said; null before it went. */
  readonly forwardOutcome: string | null;
}

/** What is shown of one: never its raw form. */
export type ShownInbound = Forwarded &
  Pick<
    InboundMessage,
    | 'id'
    | 'channel'
    | 'source'
    | 'fromAddress'
    | 'toAddress'
    | 'text'
    | 'sentAt'
    | 'receivedAt'
    | 'state'
    | 'outcome'
    | 'parkedBecause'
    | 'keyword'
    | 'why'
    | 'remark'
    | 'addressBookId'
    | 'requestId'
    | 'recipientId'
  >;

const COLUMNS = `
  i.id, i.channel, i.source, i.from_address AS "fromAddress", i.to_address AS "toAddress", i.text, i.sent_at AS "sentAt",
  i.received_at AS "receivedAt", i.state, i.outcome, i.parked_because AS "parkedBecause", i.keyword, i.why, i.remark,
  i.address_book_id AS "addressBookId", i.request_id AS "requestId", i.recipient_id AS "recipientId", f.asked_at AS "forwardAskedAt", f.ended_at AS "forwardEndedAt",
  f.outcome AS "forwardOutcome"`;
const FROM = 'inbound_message i LEFT JOIN forwarded_answer f ON f.inbound_message_id = i.id';

/** One page of what came in, the newest first: an organisation's, or (null) what is nobody's here. */
export async function listInbound(
  sql: Sql,
  organisationId: string | null,
  page: {
    states: readonly InboundState[] | null;
    channel: Channel | null;
    first: number;
    after: string | null;
  },
): Promise<Listed<ShownInbound>> {
  const isWaiting = page.states?.length === 1 && page.states[0] === 'PARKED';
  const whose = organisationId === null ? OF_NOBODY : OF_ORGANISATION;
  const rows = await sql.rows<ShownInbound>(
    list(isWaiting ? `${whose} AND i.state = 'PARKED'` : whose),
    [
      page.states,
      page.after,
      page.first + 1,
      page.channel,
      ...(organisationId === null ? [] : [organisationId]),
    ],
  );
  return listedOf(rows, page.first);
}

const list = (whose: string): string => `
  SELECT ${COLUMNS} FROM ${FROM}
  WHERE ${whose} AND ($1::text[] IS NULL OR i.state = ANY ($1)) AND ($2::uuid IS NULL OR i.id < $2)
    AND ($4::text IS NULL OR i.channel = $4)
  ORDER BY i.id DESC LIMIT $3`;
/** Besides, what waits is few among much, and has an index of its own: a state that is a parameter would not use it. */
const OF_ORGANISATION = 'i.organisation_id = $5';
// What came back names whose mail it is of: that is counted, and waits for nobody.
const OF_NOBODY = 'i.organisation_id IS NULL AND i.recipient_id IS NULL';

/** One of an organisation, or (null) of nobody here; null where there is none. */
export async function findInbound(
  sql: Sql,
  organisationId: string | null,
  id: string,
): Promise<ShownInbound | null> {
  const [row] = await sql.rows<ShownInbound>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE i.id = $1 AND i.organisation_id IS NOT DISTINCT FROM $2::uuid`,
    [id, organisationId],
  );
  return row ?? null;
}

/** What becomes of one that is parked: it is read again within a minute, or somebody lets it go. */
export async function settleParked(
  sql: Sql,
  parked: {
    readonly organisationId: string | null;
    readonly id: string;
    readonly as: 'READ_AGAIN' | 'DISMISSED';
    readonly by: string;
    readonly now: Date;
  },
): Promise<{ id: string } | { refused: 'not-found' | 'not-parked' | 'unreadable' }> {
  const { organisationId, id, as, by, now } = parked;
  const rows = await sql.rows(
    `UPDATE inbound_message SET state = CASE $3 WHEN 'READ_AGAIN' THEN 'RECEIVED' ELSE 'DISMISSED' END,
       due_at = CASE $3 WHEN 'READ_AGAIN' THEN $5::timestamptz END, attempts = 0, parked_because = NULL, changed_by = $4, changed_at = $5
     WHERE id = $1 AND organisation_id IS NOT DISTINCT FROM $2::uuid AND state = 'PARKED'
       AND NOT ($3 = 'READ_AGAIN' AND parked_because = 'UNREADABLE' AND channel = 'SMS') RETURNING 1`,
    [id, organisationId, as, by, now],
  );
  if (rows.length > 0) return { id };
  const found = await findInbound(sql, organisationId, id);
  if (found === null) return { refused: 'not-found' };
  return { refused: found.state === 'PARKED' ? 'unreadable' : 'not-parked' };
}
