import { REVIEW_LINK_SECONDS } from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import type { Sql } from '../sql.ts';

/** As for data links: one mail in ten minutes and three in a day for one person (D-8). */
const PAUSE_MINUTES = 10;
const MOST_IN_A_DAY = 3;
/** An office may share one address; a machine that tries addresses out gets no further. */
const MOST_OF_AN_ORIGIN_IN_AN_HOUR = 10;

/**
 * Asks for mails with a way in to the review, in the caller's transaction: one to each active member with this
 * address, which is one in each organisation. Gives how many. To be answered alike whatever it gives: nobody may learn
 * who decides where.
 */
export async function askForReview(
  sql: Sql,
  asked: { readonly email: string; readonly origin: string | null; readonly now: Date },
): Promise<number> {
  const { email, origin, now } = asked;
  const persons = await sql.rows<{ id: string }>(
    'SELECT id FROM member WHERE email = $1 AND active ORDER BY id FOR NO KEY UPDATE',
    [email],
  );
  if (persons.length === 0 || (await isOriginExhausted(sql, origin, now))) return 0;
  const links = await sql.rows<{ id: string }>(
    `INSERT INTO review_link (member_id, purpose, created_at, expires_at, origin)
     SELECT p.id, 'SIGN_IN', $2::timestamptz, $2::timestamptz + $3 * interval '1 second', $4
     FROM unnest($1::uuid[]) AS p(id)
     WHERE NOT EXISTS (SELECT FROM review_link l WHERE l.member_id = p.id AND l.purpose = 'SIGN_IN'
         AND l.created_at > $2::timestamptz - $5 * interval '1 minute')
       AND $6 > (SELECT count(*) FROM review_link l WHERE l.member_id = p.id AND l.purpose = 'SIGN_IN'
         AND l.created_at > $2::timestamptz - interval '1 day')
     RETURNING id`,
    [
      persons.map(({ id }) => id),
      now,
      REVIEW_LINK_SECONDS.SIGN_IN,
      origin,
      PAUSE_MINUTES,
      MOST_IN_A_DAY,
    ],
  );
  await postAll(
    sql,
    links.map(({ id }) => ({ kind: 'review-link.asked' as const, id })),
  );
  return links.length;
}

async function isOriginExhausted(sql: Sql, origin: string | null, now: Date): Promise<boolean> {
  const [recent] = await sql.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM review_link
     WHERE purpose = 'SIGN_IN' AND origin = $1 AND created_at > $2::timestamptz - interval '1 hour'`,
    [origin, now],
  );
  return recent!.n >= MOST_OF_AN_ORIGIN_IN_AN_HOUR;
}
