/**
 * The language in which somebody is told something about what an account sends: what they chose on its page, or else what their
 * contact has, in the book that it is about before any other; null where neither says one.
 */
export function languageTold(of: {
  readonly recipient: string;
  readonly account: string;
  /** Null where it is about none. */
  readonly book: string | null;
}): string {
  const first = of.book === null ? '' : `k.address_book_id = ${of.book} DESC, `;
  return `coalesce((SELECT p.language FROM recipient_preference p WHERE p.recipient_id = ${of.recipient} AND p.account_id = ${of.account}),
    (SELECT k.language FROM contact_address x JOIN contact k ON k.id = x.contact_id
     WHERE x.recipient_id = ${of.recipient} AND k.language IS NOT NULL ORDER BY ${first}k.created_at DESC LIMIT 1))`;
}
