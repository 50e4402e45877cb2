/** $1 book, $2 use, then the columns' own parameters, then those of the law. */
export const FIRST_FIELD = 3;

const OF_THE_BOOK = 'k.address_book_id = $1::uuid';

/** Erased contacts have no address to hand out, and none that could be kept back. */
const ASKED_FOR = (of: string) =>
  `${of}.address IS NOT NULL AND ($2::text = 'ANY' OR k.channel = $2::text)`;

/**
 * Every address of a book once: first what stops it or null, then the columns, which are null for stopped ones. The gate is
 * asked as at a hand-over through the book, of all at once. Fails where the account reads another list by now.
 *
 * Parameters from `first` on: purpose, organisation, account, topic, list, now, short code.
 */
export function filteredAudience(columns: readonly string[], first: number): string {
  const [purpose, organisation, account, topic, list] = [
    `$${first}::text`,
    ...[1, 2, 3, 4].map((more) => `$${first + more}::uuid`),
  ];
  const now = `$${first + 5}::timestamptz`;
  const shortCode = `$${first + 6}::text`;
  const shown = columns.map((column) => `CASE WHEN x.because IS NULL THEN ${column} END`);
  // OFFSET 0: the reason is found once for each contact, not once for each column.
  return `
  SELECT ${['x.because', ...shown].join(', ')} FROM (
  SELECT g.reason AS because, g.address, g.channel, k.language, k.fields
  FROM book_address k
  CROSS JOIN LATERAL gate(k.recipient_id, false, NULL, false, ${now}, ${organisation}, ${account}, ${list}, $1::uuid, ${topic},
    ${purpose}, false, ${shortCode}) g
  WHERE ${OF_THE_BOOK} AND ${ASKED_FOR('g')} AND still_reads_list(${account}, ${list})
  OFFSET 0) x`;
}

/** The same where nothing is kept back, which needs no law. */
export function wholeAudience(columns: readonly string[]): string {
  return `
  SELECT ${['NULL::text', ...columns].join(', ')} FROM (
  SELECT r.address, r.channel, k.language, k.fields FROM book_address k JOIN recipient r ON r.id = k.recipient_id
  WHERE ${OF_THE_BOOK} AND ${ASKED_FOR('r')}) x`;
}

/** Address, channel, language and, as one JSON text, the given fields or all that the contact has. */
export function jsonColumns(fields: readonly string[] | null): string[] {
  const chosen = fields?.map(
    (_, i) => `$${FIRST_FIELD + i}::text, x.fields -> $${FIRST_FIELD + i}::text`,
  );
  const object = chosen === undefined ? 'x.fields' : `jsonb_build_object(${chosen.join(', ')})`;
  return ['x.address', 'x.channel', 'x.language', `${object}::text`];
}

/** Address, channel, language and the given fields, each a text or null. */
export function textColumns(fields: readonly string[]): string[] {
  const own = fields.map((_, i) => `x.fields ->> $${FIRST_FIELD + i}::text`);
  return ['x.address', 'x.channel', 'x.language', ...own];
}
