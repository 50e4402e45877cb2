import { inReach } from '../members/reach.sql.ts';

/**
 * Condition for a request `q` of organisation `$1` (and, where it is not null, of book `$2`) that waits for a decision, in
 * the accounts `$3` that whoever looks may decide about (null = all). What somebody has just decided is not offered again
 * while it can be undone.
 */
export const WAITING = `
  q.organisation_id = $1 AND q.state = 'PENDING' AND ($2::uuid IS NULL OR q.address_book_id = $2)
  AND ${inReach('$3::uuid[]', 'q.account_id')}
  AND NOT EXISTS (SELECT FROM planned_decision_item i JOIN planned_decision d ON d.id = i.planned_decision_id
    WHERE i.request_id = q.id AND i.refused IS NULL AND d.state = 'PLANNED')`;
