import type {
  Channel,
  OptOutMethod,
  Purpose,
  RequestState,
  ScopeKind,
  TimeoutOutcome,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';

export interface StandingRequest {
  readonly requestId: string;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly state: RequestState;
  readonly method: OptOutMethod;
  readonly receivedAt: Date;
  readonly deadline: Date | null;
  readonly onTimeout: TimeoutOutcome | null;
}

/** All that a message's link opens, and nothing more: its recipient, its account, its scope, its topics. */
export interface LinkView {
  readonly messageId: string;
  readonly recipientId: string;
  readonly channel: Channel;
  readonly address: string | null;
  readonly language: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Null where he was addressed by hand (B6). */
  readonly addressBookId: string | null;
  readonly addressBookName: string | null;
  readonly purpose: Purpose;
  /** Whether an operator exempted the book from opt-out (A1). */
  readonly exempt: boolean;
  readonly topicId: string | null;
  /** Its topic, book or account is archived or deleted by now (P-13). */
  readonly isArchived: boolean;
  readonly campaignName: string;
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  /** Requests in force for this recipient within the account's scopes and the organisation's. */
  readonly standing: readonly StandingRequest[];
  /** The last request of the link's own book that was declined or reverted, if that is what came last. */
  readonly lastEnded: StandingRequest | null;
}

/** What a link shows; null where its message does not exist. Two statements, both by primary key. */
export async function openLink(sql: Sql, messageId: string): Promise<LinkView | null> {
  const [link] = await sql.rows<Omit<LinkView, 'standing' | 'lastEnded'>>(
    `SELECT m.id AS "messageId", r.id AS "recipientId", r.channel, r.address,
       coalesce(p.language, k.language, a.default_language) AS language,
       o.id AS "organisationId", o.name AS "organisationName", a.id AS "accountId", a.name AS "accountName",
       b.id AS "addressBookId", b.name AS "addressBookName", coalesce(b.purpose, c.purpose) AS purpose,
       b.exempt_since IS NOT NULL AS exempt, coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL AS "isArchived",
       c.topic_id AS "topicId", c.name AS "campaignName",
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.name)
         FROM topic t WHERE t.account_id = a.id AND t.archived_at IS NULL AND a.archived_at IS NULL), '[]') AS topics
     FROM message m
     JOIN campaign c ON c.id = m.campaign_id
     JOIN account a ON a.id = c.account_id
     JOIN organisation o ON o.id = a.organisation_id
     JOIN recipient r ON r.id = m.recipient_id
     LEFT JOIN contact k ON k.id = m.contact_id
     LEFT JOIN address_book b ON b.id = c.address_book_id
     LEFT JOIN topic t ON t.id = c.topic_id
     LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = a.id
     WHERE m.id = $1`,
    [messageId],
  );
  if (link === undefined) return null;
  const requests = await sql.rows<StandingRequest>(
    `SELECT id AS "requestId", scope_kind AS "scopeKind", scope_id AS "scopeId", state, method,
       received_at AS "receivedAt", deadline, on_timeout AS "onTimeout"
     FROM opt_out_request
     WHERE recipient_id = $1 AND (account_id = $2 OR scope_kind = 'ORGANISATION') ORDER BY received_at DESC, id DESC`,
    [link.recipientId, link.accountId],
  );
  const ended = requests.find((request) => request.scopeId === link.addressBookId);
  return {
    ...link,
    standing: requests.filter(({ state }) => state === 'PENDING' || state === 'CONFIRMED'),
    lastEnded: ended?.state === 'DECLINED' || ended?.state === 'REVERTED' ? ended : null,
  };
}

/** Messages to this recipient that are being handed over now: they may still arrive (bounded by their lease). */
export async function inFlight(
  sql: Sql,
  recipientId: string,
  now: Date,
): Promise<{ messageId: string; campaignName: string; leaseUntil: Date }[]> {
  return sql.rows(
    `SELECT m.id AS "messageId", c.name AS "campaignName", m.lease_until AS "leaseUntil"
     FROM message m JOIN campaign c ON c.id = m.campaign_id
     WHERE m.recipient_id = $1 AND m.state = 'HANDING_OVER' AND m.lease_until > $2`,
    [recipientId, now],
  );
}
