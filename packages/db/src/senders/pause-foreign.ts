import type { Sql } from '../sql.ts';

/**
 * Pauses every campaign that is sent from this domain or a part of it, or from this number, text or short code, and whose
 * organisation may not send from there (any more): also those that are sent but for what is held. Whoever calls has locked
 * the ownership. The claim waits for this and asks for the state, so after the commit no hand-over begins.
 */
export async function pauseForeign(
  sql: Sql,
  from: { readonly domain: string } | { readonly smsAddress: string },
  now: Date,
): Promise<void> {
  const { domain, smsAddress } = { domain: null, smsAddress: null, ...from };
  await sql.rows(
    `UPDATE campaign c SET state = 'PAUSED', paused_because = CASE s.kind WHEN 'EMAIL' THEN 'SENDER_DOMAIN' ELSE 'SMS_SENDER' END,
       changed_at = $2, changed_by = NULL, finished_at = NULL
     FROM sender s
     WHERE s.id = c.sender_id
       AND (s.kind = 'EMAIL' AND mail_domain(s.address) ~ ('(^|\\.)' || replace($1::text, '.', '\\.') || '$')
         OR s.kind <> 'EMAIL' AND lower(s.address) = lower($3::text))
       AND NOT owns_sender(c.organisation_id, s.kind, s.address, s.keyword_form)
       AND (c.state = 'SENDING' OR c.state = 'SENT'
         AND EXISTS (SELECT FROM message m WHERE m.campaign_id = c.id AND m.state = 'HELD'))`,
    [domain, now, smsAddress],
  );
}
