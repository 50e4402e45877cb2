import type { Language, Mailbox, WebhookDisabledBecause } from '@adieu/domain';
import { inReach } from '../members/reach.sql.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import type { Sql } from '../sql.ts';

/** What a member is told of an endpoint that was disabled. */
export interface WebhookNotice {
  readonly memberId: string;
  readonly email: string;
  readonly language: Language;
  readonly organisationName: string;
  /** `Name <address>` of the endpoint's account; null where it has none. */
  readonly from: Mailbox | null;
  readonly url: string;
  readonly because: WebhookDisabledBecause;
  readonly failingSince: Date | null;
  readonly disabledAt: Date;
}

/** The admins of its account, or of the whole organisation, who were not told yet. */
export async function webhookNoticesDue(sql: Sql, endpointId: string): Promise<WebhookNotice[]> {
  return sql.rows(
    `SELECT p.id AS "memberId", p.email, p.language, o.name AS "organisationName", ${MAILBOX('e.account_id')} AS "from", e.url,
       e.disabled_because AS because, e.failing_since AS "failingSince", e.disabled_at AS "disabledAt"
     FROM webhook_endpoint e JOIN organisation o ON o.id = e.organisation_id JOIN member p ON p.organisation_id = e.organisation_id
     CROSS JOIN LATERAL (SELECT member_reach(p.id, '{ADMIN}') AS accounts) r
     WHERE e.id = $1 AND e.state = 'DISABLED' AND ${inReach('r.accounts', 'e.account_id')} AND p.id <> ALL (e.told) ORDER BY p.id`,
    [endpointId],
  );
}

export async function markWebhookNoticeSent(
  sql: Sql,
  endpointId: string,
  memberId: string,
): Promise<void> {
  await sql.rows(
    `UPDATE webhook_endpoint SET told = told || $2::uuid WHERE id = $1 AND state = 'DISABLED' AND $2 <> ALL (told)`,
    [endpointId, memberId],
  );
}
