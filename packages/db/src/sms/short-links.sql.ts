const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The bytes of a random UUID (RFC 9562 5.4) that are random as a whole, by two. */
const PAIRS = [
  [0, 1],
  [2, 3],
  [4, 5],
  [7, 9],
  [10, 11],
  [12, 13],
  [14, 15],
] as const;

/**
 * Seven of 62 letters and digits, drawn so that nobody can tell the next. One expression: a function that draws them costs three
 * times as much, and this is done for each message of a claim.
 */
const codeOf = (bytes: string): string =>
  PAIRS.map(
    ([high, low]) =>
      `substr('${LETTERS}', (get_byte(${bytes}, ${high}) * 256 + get_byte(${bytes}, ${low})) % 62 + 1, 1)`,
  ).join(' || ');

/**
 * A claim of messages, and in the same statement a short link for each that goes to a number: one that it has stays. A code
 * that is taken already, once in millions, leaves its message without one, to be claimed again. Links of before are looked up one by
 * one: joined, the whole table of them would be read for each claim.
 */
export const withShortLinks = (claim: string, now: string): string => `
  WITH claimed AS MATERIALIZED (${claim}), drawn AS (
    INSERT INTO short_link (message_id, code, made_at)
    SELECT b."messageId", ${codeOf('b.random')}, ${now}::timestamptz
    FROM (SELECT c."messageId", uuid_send(gen_random_uuid()) AS random FROM claimed c WHERE c.address LIKE '+%' OFFSET 0) b
    ON CONFLICT DO NOTHING RETURNING message_id, code
  )
  SELECT c.*, coalesce(d.code, (SELECT s.code FROM short_link s WHERE s.message_id = c."messageId")) AS "linkCode"
  FROM claimed c LEFT JOIN drawn d ON d.message_id = c."messageId"`;
