/**
 * Ids in a table of consents whose consent ended at least a year ago, which is the least that any is kept;
 * `consent_has_expired` then asks for how long theirs does.
 */
export const MAYBE_EXPIRED = (table: 'consent_record' | 'double_opt_in_proof'): string => `
  SELECT c.id FROM suppression s
  JOIN ${table} c ON c.address_key = s.address_key AND c.list_id = s.list_id AND c.channel = s.channel AND c.scope_id = s.scope_id
  WHERE s.state = 'OPTED_OUT' AND s.since < now() - interval '365 days'
  UNION
  SELECT c.id FROM deleted_scope d JOIN ${table} c ON c.scope_id = d.scope_id
  WHERE d.deleted_at < now() - interval '365 days'`;
