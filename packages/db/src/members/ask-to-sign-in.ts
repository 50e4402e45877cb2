import { REVIEW_LINK_SECONDS } from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import type { Sql } from '../sql.ts';

/** As for data links: one mail in ten minutes and three in a day for one member (D-8). */
const PAUSE_MINUTES = 10;
const MOST_IN_A_DAY = 3;

/**
 * Asks for mails with a way in, in the caller's transaction: one to each member with this address, which is one in each
 * organisation. Gives how many. Done after the answer: how long it takes would tell whether an address is known.
 */
export async function askToSignIn(
  sql: Sql,
  asked: { readonly email: string; readonly now: Date },
): Promise<number> {
  const { email, now } = asked;
  const members = await sql.rows<{ id: string }>(
    'SELECT id FROM member WHERE email = $1 AND active AND accepted_at IS NOT NULL ORDER BY id FOR NO KEY UPDATE',
    [email],
  );
  if (members.length === 0) return 0;
  const links = await sql.rows<{ id: string }>(
    `INSERT INTO review_link (member_id, purpose, created_at, expires_at)
     SELECT p.id, 'SIGN_IN', $2::timestamptz, $2::timestamptz + $3 * interval '1 second'
     FROM unnest($1::uuid[]) AS p(id)
     WHERE NOT EXISTS (SELECT FROM review_link l WHERE l.member_id = p.id AND l.purpose = 'SIGN_IN'
         AND l.created_at > $2::timestamptz - $4 * interval '1 minute')
       AND $5 > (SELECT count(*) FROM review_link l WHERE l.member_id = p.id AND l.purpose = 'SIGN_IN'
         AND l.created_at > $2::timestamptz - interval '1 day')
     RETURNING id`,
    [members.map(({ id }) => id), now, REVIEW_LINK_SECONDS.SIGN_IN, PAUSE_MINUTES, MOST_IN_A_DAY],
  );
  await postAll(
    sql,
    links.map(({ id }) => ({ kind: 'review-link.asked' as const, id })),
  );
  return links.length;
}
