/**
 * The requests `q` of campaign $1 that are somebody's goodbye. What a robot may have sent counts once an admin or its
 * deadline has confirmed it (N4).
 */
export const COUNTED_REQUESTS = `
  SELECT q.* FROM opt_out_request q
  WHERE q.campaign_id = $1 AND (q.suspicion IS NULL OR q.state = 'CONFIRMED')`;
