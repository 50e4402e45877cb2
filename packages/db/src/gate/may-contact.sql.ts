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
 * What suppresses addresses for a message of a way. Parameters: organisation, channel, address keys (or the only one);
 * then what is given of book, topic, account, purpose, in this order. No row: there is no such way in this organisation.
 * One row without a state: nothing
 * suppresses anybody. A row with a frequency is what a recipient chose for the account, where that may limit marketing.
 *
 * One text for each kind of way, none with `$4 IS NULL OR …`: such a plan gets better once it knows the values, so
 * PostgreSQL would plan it anew each time, and to plan takes ten times as long as to answer.
 */
function compose(given: Given): string {
  let last = 3;
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
  const chosen = `
    UNION ALL
    SELECT NULL, NULL, NULL, NULL, NULL, p.frequency, p.snoozed_until,
      CASE WHEN p.frequency <> 'EVERY' THEN last_marketing_at(r.id, a.id, NULL) END${nth}
    FROM ${keys} JOIN recipient r ON r.organisation_id = $1::uuid AND r.channel = $2::text AND r.address_key = i.address_key
    JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = a.id
    WHERE ${purpose} = 'MARKETING' AND (p.frequency <> 'EVERY' OR p.snoozed_until IS NOT NULL)`;
  // The rows come from the function that the hand-over asks.
  return `
  SELECT ${purpose} AS purpose, s.scope_kind AS "scopeKind", s.scope_id AS "scopeId", s.state, s.since,
    s.request_id AS "requestId", s.frequency, s.snoozed_until AS "snoozedUntil", s.last_at AS "lastAt"${given.one ? '' : ', s.nth::int'}
  FROM ${from}
  LEFT JOIN LATERAL (
    SELECT c.scope_kind, c.scope_id, c.state, c.since, c.request_id, NULL::text AS frequency, NULL::timestamptz AS snoozed_until,
      NULL::timestamptz AS last_at${nth}
    FROM ${keys} CROSS JOIN LATERAL covering_suppressions(
      i.address_key, ${list}, $2::text, ${purpose}, $1::uuid, ${accountId}, ${book ?? 'NULL'}, ${topic ?? 'NULL'}) c
    ${hasAccount ? chosen : ''}
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
