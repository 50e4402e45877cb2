import type { Sql } from '../sql.ts';

/**
 * Pauses every campaign that is sent from this domain or a part of it, and whose organisation may not send from there
 * (any more): also those that are sent but for what is held. Whoever calls has locked the domains. The claim waits for
 * this and asks for the state, so after the commit no hand-over begins.
 */
export async function pauseForeign(sql: Sql, domain: string, now: Date): Promise<void> {
  await sql.rows(
    `UPDATE campaign c SET state = 'PAUSED', paused_because = 'SENDER_DOMAIN', changed_at = $2, changed_by = NULL, finished_at = NULL
     FROM sender s
     WHERE s.id = c.sender_id AND s.kind = 'EMAIL' AND mail_domain(s.address) ~ ('(^|\\.)' || replace($1::text, '.', '\\.') || '$')
       AND NOT may_send_from(c.organisation_id, mail_domain(s.address))
       AND (c.state = 'SENDING' OR c.state = 'SENT'
         AND EXISTS (SELECT FROM message m WHERE m.campaign_id = c.id AND m.state = 'HELD'))`,
    [domain, now],
  );
}
