import type { Channel, Mailbox, OptOutMethod, RequestState, ScopeKind } from '@adieu/domain';
import { IMPRINT_LINES } from '../brand/imprint-lines.sql.ts';
import { OWN_ZONE } from '../contacts/own-zone.sql.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import { languageTold } from '../contacts/language-told.sql.ts';
import type { Sql } from '../sql.ts';
import { SCOPE_NAME } from '../organisation/scope-name.ts';

/** What a notice of a decline or a revert says, and to whom. */
export interface Notice {
  readonly requestId: string;
  readonly state: RequestState;
  readonly method: OptOutMethod;
  readonly organisationName: string;
  readonly accountName: string | null;
  readonly from: Mailbox | null;
  /** Who answers for it, line by line, as the account's brand says. */
  readonly imprint: readonly string[];
  readonly channel: Channel;
  /** Null after erasure: then nobody can be told. */
  readonly address: string | null;
  readonly language: string;
  /** The recipient's own, as a contact's field says it, not checked; null where none does. */
  readonly timeZone: string | null;
  readonly accountTimeZone: string;
  readonly scopeKind: ScopeKind;
  readonly scopeName: string;
  readonly receivedAt: Date;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  /** The message whose link was used, if any: its link still leads to the page. */
  readonly messageId: string | null;
  /** When they were told; null before. */
  readonly notifiedAt: Date | null;
}

/** Null where there is no such request. */
export async function noticeOf(sql: Sql, requestId: string): Promise<Notice | null> {
  const [row] = await sql.rows<Notice>(
    `SELECT q.id AS "requestId", q.state, q.method, o.name AS "organisationName", a.name AS "accountName",
       ${MAILBOX('a.id', 'q.address_book_id')} AS "from", r.channel, r.address,
       coalesce(${languageTold({ recipient: 'r.id', account: 'q.account_id', book: 'q.address_book_id' })}, a.default_language, 'en') AS language,
       ${OWN_ZONE('r.id')} AS "timeZone", ${ACCOUNT_ZONE('a')} AS "accountTimeZone",
       q.scope_kind AS "scopeKind", ${SCOPE_NAME('q')} AS "scopeName", q.received_at AS "receivedAt",
       q.decided_at AS "decidedAt", q.decision_reason AS "decisionReason", q.message_id AS "messageId", q.notified_at AS "notifiedAt",
       ${IMPRINT_LINES('a.id')} AS imprint
     FROM opt_out_request q
     JOIN organisation o ON o.id = q.organisation_id
     JOIN recipient r ON r.id = q.recipient_id
     LEFT JOIN account a ON a.id = q.account_id
     WHERE q.id = $1`,
    [requestId],
  );
  return row ?? null;
}

/** Remembers that the recipient was told, so that a repeated activity does not tell them twice. */
export async function markNoticeSent(sql: Sql, requestId: string, now: Date): Promise<void> {
  await sql.rows('UPDATE opt_out_request SET notified_at = $2 WHERE id = $1', [requestId, now]);
}
