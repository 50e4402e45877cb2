import type { GateStop } from '@adieu/domain';
import { countryOfNumber } from '@adieu/keys';
import type { Sql } from '../sql.ts';
import { campaignWay, gateArguments } from './campaign-way.ts';

/** How many of an audience have numbers of a country (ISO 3166); null: of none. */
export interface CountryCount {
  readonly country: string | null;
  readonly count: number;
}

/** Whoever had their message of the period, or pauses, gets it later. */
const LATER: readonly GateStop[] = ['FREQUENCY_CAP', 'SNOOZED'];

/** Of which countries the numbers are that a draft by SMS would reach, now or later: the most first. */
export async function audienceCountries(
  sql: Sql,
  campaignId: string,
  now: Date,
): Promise<CountryCount[]> {
  const way = await campaignWay(sql, campaignId);
  if (way === null) return [];
  const rows = await sql.rows<{ example: string; count: number }>(BY_PREFIX, [
    campaignId,
    now,
    ...gateArguments(way),
    LATER,
  ]);
  const counts = new Map<string | null, number>();
  for (const { example, count } of rows) {
    const country = countryOfNumber(example);
    counts.set(country, (counts.get(country) ?? 0) + count);
  }
  return [...counts]
    .map(([country, count]) => ({ country, count }))
    .toSorted((a, b) => b.count - a.count || (a.country ?? '').localeCompare(b.country ?? ''));
}

/**
 * Numbers that begin alike are of one country, where several share a calling code too: +1 tells its own by the area, and of +44
 * and +7 no country's begins like another's for longer. So one of each is looked at, and not a million.
 */
const BY_PREFIX = `
  WITH audience AS MATERIALIZED (SELECT recipient_id FROM campaign_audience($1))
  SELECT min(g.address) AS example, count(*)::int AS count FROM audience k
  CROSS JOIN LATERAL gate(k.recipient_id, false, NULL, true, $2, $3, $4, $5, $6, $7, $8, $9, $10) g
  WHERE g.channel = 'SMS' AND g.address IS NOT NULL AND (g.reason IS NULL OR g.reason = ANY ($11::text[]))
  GROUP BY left(g.address, 8)`;
