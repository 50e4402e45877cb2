import type { Sql } from '../sql.ts';

/**
 * When one more may go by a rate limit that campaigns keep too, `now` or before: then it is counted, and has to go. Later: not counted,
 * ask again by then.
 */
export async function takeTurn(
  sql: Sql,
  limit: { readonly name: string; readonly perSecond: number; readonly now: Date },
): Promise<Date> {
  const { name, perSecond, now } = limit;
  const [row] = await sql.rows<{ at: Date }>('SELECT take_turn($1, $2, $3) AS at', [
    name,
    perSecond,
    now,
  ]);
  return row!.at;
}
