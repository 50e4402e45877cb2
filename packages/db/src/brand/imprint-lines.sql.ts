/** SQL for who answers for an account's mails, in its own words: name, postal address, contact; empty without a brand. */
export const IMPRINT_LINES = (accountId: string): string => `
  coalesce((
    SELECT array_remove(string_to_array(concat_ws(E'\\n', b.display_name, b.imprint ->> 'postalAddress', b.imprint ->> 'contact'), E'\\n'), '')
    FROM account_brand b WHERE b.account_id = ${accountId} ORDER BY b.version DESC LIMIT 1), '{}')`;
