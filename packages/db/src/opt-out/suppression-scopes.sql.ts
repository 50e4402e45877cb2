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
