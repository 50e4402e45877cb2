/**
 * A claim of messages, and in the same statement a short link for each that goes to a number: one that it has stays. A code
 * that is taken already, once in millions, leaves its message without one, to be claimed again.
 */
export const withShortLinks = (claim: string, now: string): string => `
  WITH claimed AS MATERIALIZED (${claim}), drawn AS (
    INSERT INTO short_link (message_id, code, made_at)
    SELECT c."messageId", draw_short_code(), ${now}::timestamptz FROM claimed c WHERE c.address LIKE '+%'
    ON CONFLICT DO NOTHING RETURNING message_id, code
  )
  SELECT c.*, coalesce(d.code, s.code) AS "linkCode" FROM claimed c
  LEFT JOIN drawn d ON d.message_id = c."messageId"
  LEFT JOIN short_link s ON s.message_id = c."messageId"`;
