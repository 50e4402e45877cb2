import { LIST_READ } from '../organisation/list-read.sql.ts';

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
 * order. No row: there is no such way in this organisation. One row for each suppression that stops an address, of which
 * the first by weight decides, else for what stops it otherwise; where nothing stops any address, one that says why not.
 *
 * The law is the gate's (gate_reason, of the same parts), but it begins with the address: most are of nobody of whom more
 * is known. Whom a suppression stops is not looked for as a recipient, and only recipients of whom something else is noted
 * are asked about further, all at once (`noted`; it goes before what the row itself says).
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
  const list = hasAccount ? LIST_READ : '$1::uuid';
  const way = [
    hasAccount ? 'account a' : '(SELECT) nowhere',
    ...(book === null ? [] : [`JOIN address_book b ON b.id = ${book} AND b.account_id = a.id`]),
    ...(topic === null ? [] : [`JOIN topic t ON t.id = ${topic} AND t.account_id = a.id`]),
  ].join(' ');
  const where = [
    ...(hasAccount ? ['a.organisation_id = $1::uuid'] : []),
    ...(account === null ? [] : [`a.id = ${account}`]),
  ].join(' AND ');
  const archived = hasAccount
    ? `coalesce(${['a.archived_at', ...(book === null ? [] : ['b.archived_at']), ...(topic === null ? [] : ['t.archived_at'])].join(', ')}) IS NOT NULL`
    : 'false';
  const standing = (key: string): string => `
      LEFT JOIN LATERAL covering_suppressions(${key}, ${list}, $2::text, ${purpose}, $1::uuid, ${accountId},
        ${book ?? 'NULL'}, ${topic ?? 'NULL'}) s ON true
      LEFT JOIN recipient r ON r.organisation_id = $1::uuid AND r.channel = $2::text AND r.noted
        AND r.address_key = CASE WHEN s.state IS NULL THEN ${key} END`;
  // Called for an SMS alone: the call is not part of the plan, and costs each mail more than its look-up.
  const blocked = (key: string): string =>
    hasAccount
      ? `CASE WHEN $2::text = 'SMS' THEN blocked_at_sender(${key}, $2::text, short_code_for(a.id, ${book ?? 'NULL::uuid'}),
          a.id, ${book ?? 'NULL::uuid'}, ${topic ?? 'NULL::uuid'}) ELSE false END`
      : 'false';
  const askedOf = (
    key: string,
  ): string => `r.id, r.undeliverable_since, $4::timestamptz, $1::uuid, ${accountId},
    ${book ?? 'NULL::uuid'}, ${topic ?? 'NULL::uuid'}, ${purpose}, ${archived}, ${blocked(key)}`;
  const reason = (state: string, stopped: string): string =>
    `gate_reason(false, ${archived}, ${state}, ${stopped}, false, false, NULL, NULL, $4::timestamptz)`;
  const because = (of: string): string =>
    `coalesce(${of}, CASE ${purpose} WHEN 'TRANSACTIONAL' THEN 'TRANSACTIONAL' ELSE 'NO_OBJECTION' END) AS because`;
  const decisive = (of: string): string =>
    `${of}.scope_kind AS "scopeKind", ${of}.scope_id AS "scopeId", ${of}.since, ${of}.request_id AS "requestId"`;
  const filter = where === '' ? '' : `WHERE ${where}`;
  const key = given.one ? '$3::bytea' : 'i.address_key';
  if (given.one)
    return `SELECT ${because(reason('s.state', blocked(key)))},
        CASE WHEN r.id IS NOT NULL THEN gate_of_noted(${askedOf(key)}) END AS noted, ${decisive('s')}
      FROM ${way} ${standing(key)} ${filter}`;
  // OFFSET 0: what is found is found once, not in each place that reads it.
  return `
  SELECT ${because('g.reason')}, g.noted, ${decisive('g')}, g.nth
  FROM ${way} LEFT JOIN LATERAL (
    SELECT f.* FROM (
      SELECT i.nth::int, s.scope_kind, s.scope_id, s.since, s.request_id,
        ${reason('s.state', blocked(key))} AS reason, n.noted
      FROM unnest($3::bytea[]) WITH ORDINALITY AS i(address_key, nth) ${standing(key)}
      LEFT JOIN LATERAL beside_suppressions(${askedOf(key)}) n ON true OFFSET 0
    ) f WHERE f.reason IS NOT NULL OR f.noted IS NOT NULL
  ) g ON true ${filter}`;
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
