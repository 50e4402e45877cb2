import type { SmsSenderKind } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** A sender of somebody here that an SMS came to. */
export interface AnsweredSender {
  readonly senderId: string;
  readonly kind: SmsSenderKind;
  readonly keyword: string;
  /** Whether it is its organisation's by now, who alone may send from there. */
  readonly isOwner: boolean;
  /** Whether it is another's by now: who had it does not read what is written there. */
  readonly isOthers: boolean;
  readonly organisationId: string;
  readonly accountId: string;
  readonly country: string | null;
  readonly language: string;
  /** The book that alone is sent from it; null where none is, or several are. */
  readonly addressBookId: string | null;
}

/** An SMS from there to the number that writes now, which may be the one that it answers. */
export interface LatestSms {
  readonly messageId: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly addressBookId: string | null;
  /** Whether that book still is: who leaves one that is gone leaves the account. Null where it came through none. */
  readonly isOpen: boolean | null;
  readonly country: string | null;
  readonly language: string;
}

export interface WhereSmsCame {
  /** Everybody's who sends, or sent, from there: whose it is first, and in a sure order. */
  readonly senders: readonly AnsweredSender[];
  /** The latest that had gone when it was written, then what has gone since: one of each book. */
  readonly latest: readonly LatestSms[];
  /** Whether it is a short code of the installation: of more than one account (of those whose it is, if it is
   * anybody's), told apart by keywords, or of none. */
  readonly isShared: boolean;
}

/** Where an SMS came to, as the record knows it: in one question. */
export async function whereSmsCame(
  sql: Sql,
  question: {
    readonly to: string;
    readonly fromKey: Buffer;
    /** When it was written, as its gateway says. */
    readonly sentAt: Date;
    /** Whether the installation says that it is a short code of its own. */
    readonly isKnown: boolean;
  },
): Promise<WhereSmsCame> {
  const [found] = await sql.rows<WhereSmsCame>(WHERE_IT_CAME, [
    question.to,
    question.fromKey,
    question.isKnown,
    question.sentAt,
  ]);
  return found!;
}

const IS_SHARED = `$3::boolean OR $1::text ~ '^\\d{3,6}$' AND (SELECT count(DISTINCT account_id) <> 1 OR bool_or(keyword <> '') FROM counted)`;

const WHERE_IT_CAME = `
  WITH senders AS (
    SELECT s.id, s.kind, s.keyword, s.account_id, a.organisation_id, a.country, a.default_language,
      coalesce(o.owner = a.organisation_id, false) AS owns, coalesce(o.owner <> a.organisation_id, false) AS lost FROM sender s
    JOIN account a ON a.id = s.account_id
    CROSS JOIN LATERAL (SELECT sms_sender_owner(s.kind, s.address, s.keyword_form) AS owner OFFSET 0) o
    WHERE s.address = $1 AND s.kind <> 'EMAIL' AND a.deleted_at IS NULL
  ), counted AS (
    SELECT * FROM senders WHERE owns OR NOT EXISTS (SELECT FROM senders WHERE owns)
  )
  SELECT ${IS_SHARED} AS "isShared", (
    SELECT coalesce(jsonb_agg(jsonb_build_object('senderId', s.id, 'kind', s.kind, 'keyword', s.keyword, 'isOwner', s.owns, 'isOthers', s.lost,
      'organisationId', s.organisation_id, 'accountId', s.account_id, 'country', s.country, 'language', s.default_language,
      'addressBookId', (SELECT CASE count(*) WHEN 1 THEN min(x.address_book_id::text) END FROM address_book_sender x
        WHERE x.sender_id = s.id)) ORDER BY s.owns DESC, s.id), '[]') FROM senders s
  ) AS senders, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('messageId', l.message_id, 'organisationId', l.organisation_id,
      'accountId', l.account_id, 'addressBookId', l.address_book_id, 'isOpen', l.is_open, 'country', a.country,
      'language', a.default_language) ORDER BY l.nth), '[]')
    FROM latest_sms($2, $1, (${IS_SHARED}), $4) l JOIN account a ON a.id = l.account_id
  ) AS latest`;
