import type { Channel, Frequency, Purpose } from '@adieu/domain';
import type { OwnReason } from '../preferences/given-reasons.ts';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import { CHANNELS_OF } from './channels-of.ts';
import { OWN_ZONE } from './own-zone.sql.ts';
import type { Sql } from '../sql.ts';
import { requestsOf, type StandingRequest } from './standing-requests.ts';

/** All that a message's link opens, and nothing more: its recipient, its account, its scope, its topics. */
export interface LinkView {
  readonly messageId: string;
  readonly recipientId: string;
  readonly channel: Channel;
  /** All on which the same person has addresses, this one first. */
  readonly channels: readonly Channel[];
  readonly address: string | null;
  readonly language: string;
  /** Of the newest contact whose field `time_zone` says it, as mails tell the time; unchecked, null where none does. */
  readonly contactTimeZone: string | null;
  /** IANA: the account's, or its regime's. */
  readonly accountTimeZone: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Null where they were addressed by hand (B6). */
  readonly addressBookId: string | null;
  readonly addressBookName: string | null;
  /** By SMS through a book: the number to which START begins the way back to it, of a text from a name another of the
   * account's; null where nobody reads what is sent there. */
  readonly startTo: string | null;
  /** By SMS through a book, from a name: nobody can answer it, but a short code of the installation can be written to. */
  readonly sentByName: boolean;
  /** Since when nothing is sent to the address, as it came back; null = it is written to. */
  readonly undeliverableSince: Date | null;
  readonly purpose: Purpose;
  /** Whether an operator exempted the book from opt-out (A1). */
  readonly exempt: boolean;
  readonly topicId: string | null;
  /** Of the scope by which the campaign was sent; null where it has none. */
  readonly topicName: string | null;
  /** Its topic, book or account is archived or deleted by now (P-13). */
  readonly isArchived: boolean;
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  /** Books of the account's marketing that hold the recipient, left or not. */
  readonly marketingBookIds: readonly string[];
  /** The most that this account may send (P-9). */
  readonly frequency: Frequency;
  /** No marketing before; null = no pause, or one that has ended (P-10). */
  readonly snoozedUntil: Date | null;
  /** The account's own list, in its order; empty where Adieu's stands (F4). */
  readonly reasons: readonly OwnReason[];
  /** Requests in force for this recipient within the account's scopes and the organisation's. */
  readonly standing: readonly StandingRequest[];
  /** The last request of the link's own book that was declined or reverted, if that is what came last. */
  readonly lastEnded: StandingRequest | null;
}

/** What a link shows at `now`; null where its message does not exist. Two statements at once, by primary key: pages wait for it. */
export async function openLink(sql: Sql, messageId: string, now: Date): Promise<LinkView | null> {
  const [[link], requests] = await Promise.all([
    sql.rows<Omit<LinkView, 'standing' | 'lastEnded'>>(LINK, [messageId, now]),
    sql.rows<StandingRequest>(REQUESTS, [messageId]),
  ]);
  if (link === undefined) return null;
  const ended = requests.find((request) => request.scopeId === link.addressBookId);
  return {
    ...link,
    standing: requests.filter(({ state }) => state === 'PENDING' || state === 'CONFIRMED'),
    lastEnded: ended?.state === 'DECLINED' || ended?.state === 'REVERTED' ? ended : null,
  };
}

/** A number of the account by which the latest that this reader had is of this very book: a START there is about it. */
const NUMBER_OF_BOOK = `(
         SELECT n.address FROM sender n CROSS JOIN LATERAL latest_sms(r.address_key, n.address, false, $2) l
         WHERE n.account_id = a.id AND n.kind = 'NUMBER' AND owns_sender(a.organisation_id, n.kind, n.address, n.keyword_form)
           AND l.nth = 1 AND l.address_book_id = b.id ORDER BY n.id LIMIT 1)`;

const LINK = `
     SELECT m.id AS "messageId", r.id AS "recipientId", r.channel, r.address, r.undeliverable_since AS "undeliverableSince",
       ${CHANNELS_OF('m.recipient_id', 'm.contact_id')} AS channels,
       coalesce(p.language, k.language, a.default_language) AS language,
       ${OWN_ZONE('r.id')} AS "contactTimeZone", ${ACCOUNT_ZONE('a')} AS "accountTimeZone",
       o.id AS "organisationId", o.name AS "organisationName", a.id AS "accountId", a.name AS "accountName",
       b.id AS "addressBookId", b.name AS "addressBookName",
       CASE WHEN c.channel = 'SMS' AND b.id IS NOT NULL AND b.archived_at IS NULL THEN (SELECT CASE
         WHEN s.kind <> 'TEXT' THEN s.address ELSE ${NUMBER_OF_BOOK} END FROM sender s WHERE s.id = c.sender_id) END AS "startTo",
       b.archived_at IS NULL AND b.id IS NOT NULL
         AND EXISTS (SELECT FROM sender s WHERE s.id = c.sender_id AND s.kind = 'TEXT') AS "sentByName",
       coalesce(b.purpose, c.purpose) AS purpose,
       b.exempt_since IS NOT NULL AS exempt, coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL AS "isArchived",
       t.id AS "topicId", t.name AS "topicName",
       coalesce(p.frequency, 'EVERY') AS frequency, CASE WHEN p.snoozed_until > $2 THEN p.snoozed_until END AS "snoozedUntil",
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.name)
         FROM topic t WHERE t.account_id = a.id AND t.archived_at IS NULL AND a.archived_at IS NULL), '[]') AS topics,
       ARRAY(SELECT DISTINCT y.id FROM contact_address x JOIN contact z ON z.id = x.contact_id JOIN address_book y ON y.id = z.address_book_id
         WHERE x.recipient_id = r.id AND z.removed_at IS NULL AND y.account_id = a.id AND y.purpose = 'MARKETING'
           AND y.archived_at IS NULL) AS "marketingBookIds",
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'key', l.key, 'texts', l.texts) ORDER BY l.position, l.id)
         FROM leave_reason l WHERE l.account_id = a.id AND l.archived_at IS NULL), '[]') AS reasons
     FROM message m
     JOIN campaign c ON c.id = m.campaign_id
     JOIN account a ON a.id = c.account_id
     JOIN organisation o ON o.id = a.organisation_id
     JOIN recipient r ON r.id = m.recipient_id
     LEFT JOIN contact k ON k.id = m.contact_id
     LEFT JOIN address_book b ON b.id = c.address_book_id
     LEFT JOIN topic t ON t.id = topic_of_link(m.id, m.carried_by, c.topic_id)
     LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = a.id
     WHERE m.id = $1`;

const REQUESTS = requestsOf(
  'SELECT m.recipient_id, c.account_id, m.contact_id FROM message m JOIN campaign c ON c.id = m.campaign_id WHERE m.id = $1',
);

/** Messages to this recipient that are being handed over now: they may still arrive (bounded by their lease). */
export async function inFlight(
  sql: Sql,
  recipientId: string,
  now: Date,
): Promise<{ messageId: string; leaseUntil: Date }[]> {
  return sql.rows(
    `SELECT m.id AS "messageId", m.lease_until AS "leaseUntil" FROM message m
     WHERE m.recipient_id = $1 AND m.state = 'HANDING_OVER' AND m.lease_until > $2`,
    [recipientId, now],
  );
}
