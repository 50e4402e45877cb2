/**
 * The scopes of an organisation ($1) that a book ($2), an account ($3) or a topic ($4) narrows suppressions to; `wider`: the
 * address must be a contact of the book.
 */
export const SCOPES = `
  SELECT s.id, s.wider FROM (
    SELECT o.id, NULL::uuid AS account_id, NULL::uuid AS book_id, NULL::uuid AS topic_id, true AS wider FROM organisation o WHERE o.id = $1
    UNION ALL SELECT a.id, a.id, NULL, NULL, true FROM account a WHERE a.organisation_id = $1
    UNION ALL SELECT b.id, a.id, b.id, NULL, false FROM address_book b JOIN account a ON a.id = b.account_id WHERE a.organisation_id = $1
    UNION ALL SELECT t.id, a.id, NULL, t.id, false FROM topic t JOIN account a ON a.id = t.account_id WHERE a.organisation_id = $1
  ) s
  WHERE ($2::uuid IS NULL OR s.book_id = $2 OR (s.wider AND EXISTS (
      SELECT 1 FROM address_book b JOIN account a ON a.id = b.account_id
      WHERE b.id = $2 AND b.purpose = 'MARKETING' AND a.organisation_id = $1 AND s.id IN (a.id, a.organisation_id))))
    AND ($3::uuid IS NULL OR s.account_id = $3)
    AND ($4::uuid IS NULL OR s.topic_id = $4)`;

/** Whether the row `s` of a wider scope stops the book ($2): its recipient did not come back to it, or to its account, since. */
export const GIVES_NO_WAY = `
  (s.returned_to && ARRAY[$2::uuid, (SELECT account_id FROM address_book WHERE id = $2::uuid)]) IS NOT TRUE`;

/** What the row of alias `s` gives way to, as JSON: kind and id of each. */
export const RETURNED_TO = (s: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', CASE
      WHEN EXISTS (SELECT FROM address_book WHERE id = x.id) THEN 'BOOK'
      WHEN EXISTS (SELECT FROM topic WHERE id = x.id) THEN 'TOPIC' ELSE 'ACCOUNT' END, 'id', x.id) ORDER BY x.nth), '[]')
    FROM unnest(${s}.returned_to) WITH ORDINALITY AS x(id, nth))`;
