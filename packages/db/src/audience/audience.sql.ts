/** $1 book, $2 use, then the columns' own parameters, then those of the law. */
export const FIRST_FIELD = 3;

const CONTACTS = `
  FROM contact k
  JOIN recipient r ON r.id = k.recipient_id AND r.address IS NOT NULL AND ($2::text = 'ANY' OR r.channel = $2::text)`;

const GIVEN = 'r.address, r.channel, k.language, k.fields';

const OF_THE_BOOK = 'k.address_book_id = $1::uuid AND k.removed_at IS NULL';

/**
 * Every contact of a book once: first what stops it or null, then the columns, which are null for stopped ones.
 *
 * `covering_suppressions` is the law of the hand-over. Here it stands in a LEFT JOIN LATERAL without LIMIT, so that
 * PostgreSQL takes it apart and joins a million contacts by hash instead of asking for each. Where several rows cover
 * one contact, only the decisive one is kept; that is looked up for stopped contacts alone.
 *
 * What a recipient chose for the account's marketing counts as at the hand-over, and is looked up for those who chose something.
 *
 * Parameters from `first` on: purpose, organisation, account, topic, list, now.
 */
export function filteredAudience(columns: readonly string[], first: number): string {
  const [purpose, organisation, account, topic, list] = [
    `$${first}::text`,
    ...[1, 2, 3, 4].map((more) => `$${first + more}::uuid`),
  ];
  const now = `$${first + 5}::timestamptz`;
  const law = `covering_suppressions(r.address_key, ${list}, r.channel, ${purpose}, ${organisation}, ${account}, $1::uuid, ${topic})`;
  const next = `(SELECT next_allowed_at(p.frequency, l.at, ${now}) FROM (
    SELECT max(g.at) AS at FROM marketing_gone g WHERE g.account_id = ${account} AND g.recipient_id = p.recipient_id) l)`;
  const chosen = `CASE WHEN p.snoozed_until > ${now} THEN 'SNOOZED'
    WHEN p.frequency <> 'EVERY' AND ${next} IS NOT NULL THEN 'FREQUENCY_CAP' END`;
  const shown = columns.map((column) => `CASE WHEN x.because IS NULL THEN ${column} END`);
  // OFFSET 0: the reason is found once for each contact, not once for each column.
  return `
  SELECT ${['x.because', ...shown].join(', ')} FROM (
  SELECT coalesce(s.state, ${chosen}) AS because, ${GIVEN}
  ${CONTACTS}
  LEFT JOIN LATERAL ${law} s ON true
  LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = ${account} AND ${purpose} = 'MARKETING'
  WHERE ${OF_THE_BOOK} AND (s.scope_id IS NULL OR (s.list_id, s.scope_id) = (
    SELECT d.list_id, d.scope_id FROM ${law} d ORDER BY d.state = 'PAUSED', d.since, d.list_id, d.scope_id LIMIT 1))
  OFFSET 0) x`;
}

/** The same where nothing is kept back, which needs no law. */
export function wholeAudience(columns: readonly string[]): string {
  return `SELECT ${['NULL::text', ...columns].join(', ')} FROM (SELECT ${GIVEN} ${CONTACTS} WHERE ${OF_THE_BOOK}) x`;
}

/** One JSON object, with the given fields or with all that the contact has. */
export function jsonColumn(fields: readonly string[] | null): string {
  const chosen = fields?.map(
    (_, i) => `$${FIRST_FIELD + i}::text, x.fields -> $${FIRST_FIELD + i}::text`,
  );
  const object = chosen === undefined ? 'x.fields' : `jsonb_build_object(${chosen.join(', ')})`;
  return `'{"address":' || to_json(x.address)::text || ',"channel":"' || x.channel || '","language":'
    || coalesce(to_json(x.language)::text, 'null') || ',"fields":' || ${object}::text || '}'`;
}

/** Address, channel, language and the given fields, each a text or null. */
export function textColumns(fields: readonly string[]): string[] {
  const own = fields.map((_, i) => `x.fields ->> $${FIRST_FIELD + i}::text`);
  return ['x.address', 'x.channel', 'x.language', ...own];
}
