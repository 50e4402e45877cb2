import { BURST } from '@adieu/domain';

const SECONDS = `interval '${BURST.withinSeconds} seconds'`;

/** Which of the targets left so soon after their hand-over that they may be of a burst. */
export const EARLY = `early AS (
    SELECT m.id, d.campaign_id, d.mail_domain, d.quarantine_id, d.counted_until, t.organisation_id
    FROM target t
    JOIN message m ON m.id = t.message_id
    JOIN recipient r ON r.id = m.recipient_id
    JOIN campaign_domain d ON d.campaign_id = m.campaign_id AND d.mail_domain = mail_domain(r.address)
    WHERE m.state IN ('HANDING_OVER', 'SENT', 'UNKNOWN')
      AND m.changed_at > $1::timestamptz - interval '${BURST.secondsAfterHandOver} seconds'
  )`;

/**
 * Steps of the statement that records a wish: whether it is one of a burst (domain: countEarlyLeaver). Only messages that
 * were handed over within the window, to a domain with enough recipients, pay for more than one look by key. The counter is
 * a locked row, or wishes at the same instant would not see each other. A message is counted once: its row is marked first.
 *
 * Locks go message, counter, recipient, and nobody waits for a message: one that is held is a twin's, who counts it, or
 * its sender's, who is faster done than it matters. So a wish that locked its recipient before (recordOptOutEverywhere) waits for nobody
 * who waits for it, and no sender waits for the counter.
 */
export const BURST_STEPS = `
  ${EARLY},
  free AS (
    SELECT m.id FROM message m JOIN early e ON e.id = m.id WHERE m.left_early_at IS NULL
    FOR NO KEY UPDATE OF m SKIP LOCKED
  ),
  marked AS (
    UPDATE message m SET left_early_at = $1::timestamptz FROM free f WHERE m.id = f.id RETURNING m.id
  ),
  counted AS (
    UPDATE campaign_domain d SET
      early_leavers = CASE WHEN $1::timestamptz < d.counted_until THEN d.early_leavers + 1 ELSE 1 END,
      counted_until = CASE
        WHEN $1::timestamptz < d.counted_until AND d.early_leavers + 1 < d.burst_from THEN d.counted_until
        ELSE $1::timestamptz + ${SECONDS} END,
      quarantine_id = CASE
        WHEN $1::timestamptz < d.counted_until AND d.early_leavers + 1 >= d.burst_from THEN coalesce(d.quarantine_id, uuidv7()) END
    FROM early e JOIN marked k ON k.id = e.id
    WHERE d.campaign_id = e.campaign_id AND d.mail_domain = e.mail_domain
    RETURNING e.organisation_id, d.campaign_id, d.mail_domain, new.quarantine_id, old.quarantine_id IS NULL AS is_new
  ),
  quarantined AS (
    INSERT INTO quarantine (id, organisation_id, campaign_id, mail_domain, opened_at)
    SELECT quarantine_id, organisation_id, campaign_id, mail_domain, $1::timestamptz
    FROM counted WHERE quarantine_id IS NOT NULL AND is_new
  ),
  -- Who was counted before, and comes again, is where the burst is.
  burst AS (
    SELECT CASE WHEN EXISTS (SELECT 1 FROM counted) THEN (SELECT c.quarantine_id FROM counted c)
      ELSE (SELECT e.quarantine_id FROM early e WHERE $1::timestamptz < e.counted_until) END AS quarantine_id
  )`;
