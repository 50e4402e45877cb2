/** SQL for the id of the list of suppressions that counts for account `a`: its own, or its organisation's. */
export const LIST_READ = 'CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END';
