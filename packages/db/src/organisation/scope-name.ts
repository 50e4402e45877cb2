/** SQL for the name of the scope that a row of alias `t` (with scope_kind and scope_id) is about. */
export const SCOPE_NAME = (t: string): string => `
  CASE ${t}.scope_kind
    WHEN 'TOPIC' THEN (SELECT name FROM topic WHERE id = ${t}.scope_id)
    WHEN 'BOOK' THEN (SELECT name FROM address_book WHERE id = ${t}.scope_id)
    WHEN 'ACCOUNT' THEN (SELECT name FROM account WHERE id = ${t}.scope_id)
    ELSE (SELECT name FROM organisation WHERE id = ${t}.scope_id)
  END`;
