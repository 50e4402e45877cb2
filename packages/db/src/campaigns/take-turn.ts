import type { Sql } from '../sql.ts';

/**
 * When one more may go by a rate limit that campaigns keep too, `now` or before: then it is counted, and has to go. Later: not counted,
 * ask again by then. `always`: it goes at once and is counted, whatever waits.
 */
export async function takeTurn(
  sql: Sql,
  limit: {
    readonly name: string;
    readonly perSecond: number;
    readonly now: Date;
    readonly always?: boolean;
  },
): Promise<Date> {
  const { name, perSecond, now, always = false } = limit;
  const [row] = await sql.rows<{ at: Date }>('SELECT take_turn($1, $2, $3, $4) AS at', [
    name,
    perSecond,
    now,
    always,
  ]);
  return row!.at;
}
