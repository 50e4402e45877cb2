/**
 * The requests `q` of campaign $1 that are somebody's goodbye. What a robot may have sent counts once an admin or its
 * deadline has confirmed it (N4).
 */
export const COUNTED_REQUESTS = `
  SELECT q.* FROM opt_out_request q
  WHERE q.campaign_id = $1 AND (q.suspicion IS NULL OR q.state = 'CONFIRMED')`;

/**
 * Whether request `q` came by a spam report, at once or after a milder wish that it joined. One that comes when the
 * opt-out stands already leaves no trace and is not counted.
 */
export const IS_COMPLAINT = `(q.method = 'SPAM_REPORT' OR EXISTS (
  SELECT FROM ledger_event e WHERE e.request_id = q.id AND e.method = 'SPAM_REPORT'))`;
