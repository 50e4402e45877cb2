/** Which parts of a way a question names. */
export interface Given {
  readonly book: boolean;
  readonly topic: boolean;
  readonly account: boolean;
  readonly purpose: boolean;
  /** One address: to PostgreSQL an array is ten, until it sees it. */
  readonly one: boolean;
}

/**
 * The gate's answers for the addresses of a way. Parameters: organisation, channel, address keys (or the only one), the
 * instant (null where recipients' own choices do not count); then what is given of book, topic, account, purpose, in this
 * order. No row: there is no such way in this organisation. One row for each address that is stopped, else one without a
 * reason. An address that is no recipient was never written about, so nothing can stand for it.
 *
 * One text for each kind of way, none with `$4 IS NULL OR …`: such a plan gets better once it knows the values, so
 * PostgreSQL would plan it anew each time, and to plan takes ten times as long as to answer.
 */
function compose(given: Given): string {
  let last = 4;
  const next = (type: string, isGiven: boolean): string | null =>
    isGiven ? `$${(last += 1)}::${type}` : null;
  const book = next('uuid', given.book);
  const topic = next('uuid', given.topic);
  const account = next('uuid', given.account);
  const named = next('text', given.purpose);
  const hasAccount = book !== null || topic !== null || account !== null;
  const accountId = hasAccount ? 'a.id' : 'NULL::uuid';
  const purpose = named ?? (book === null ? `'MARKETING'` : 'b.purpose');
  const list = hasAccount
    ? 'CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END'
    : '$1::uuid';
  const from = [
    hasAccount ? 'account a' : '(SELECT) nowhere',
    ...(book === null ? [] : [`JOIN address_book b ON b.id = ${book} AND b.account_id = a.id`]),
    ...(topic === null ? [] : [`JOIN topic t ON t.id = ${topic} AND t.account_id = a.id`]),
  ].join(' ');
  const where = [
    ...(hasAccount ? ['a.organisation_id = $1::uuid'] : []),
    ...(account === null ? [] : [`a.id = ${account}`]),
  ].join(' AND ');
  const keys = given.one
    ? '(SELECT $3::bytea AS address_key) i'
    : 'unnest($3::bytea[]) WITH ORDINALITY AS i(address_key, nth)';
  const nth = given.one ? '' : ', i.nth';
  const archived = hasAccount
    ? `coalesce(${['a.archived_at', ...(book === null ? [] : ['b.archived_at']), ...(topic === null ? [] : ['t.archived_at'])].join(', ')}) IS NOT NULL`
    : 'false';
  return `
  SELECT ${purpose} AS purpose, s.reason, s.until, s.scope_kind AS "scopeKind", s.scope_id AS "scopeId", s.since,
    s.request_id AS "requestId"${given.one ? '' : ', s.nth::int'}
  FROM ${from}
  LEFT JOIN LATERAL (
    SELECT g.*${nth} FROM ${keys}
    JOIN recipient r ON r.organisation_id = $1::uuid AND r.channel = $2::text AND r.address_key = i.address_key
    CROSS JOIN LATERAL gate(r.id, NULL, NULL, false, $4::timestamptz, $1::uuid, ${accountId}, ${list},
      ${book ?? 'NULL'}, ${topic ?? 'NULL'}, ${purpose}, ${archived}) g
    WHERE g.reason IS NOT NULL
  ) s ON true
  ${where === '' ? '' : `WHERE ${where}`}`;
}

const texts = new Map<number, string>();

/** The same text for the same kind of way: a new one would have to be compared and hashed each time. */
export function askGate(given: Given): string {
  const { book, topic, account, purpose, one } = given;
  const kind = [book, topic, account, purpose, one].reduce((sum, is) => sum * 2 + Number(is), 0);
  let text = texts.get(kind);
  if (text === undefined) {
    text = compose(given);
    texts.set(kind, text);
  }
  return text;
}
