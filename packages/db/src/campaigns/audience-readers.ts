import type { Sql } from '../sql.ts';
import { campaignWay, gateArguments } from './campaign-way.ts';
import type { PreviewReader } from './preview-reader.ts';

/** As whom a draft's text would be filled. */
export interface AudienceReader extends Omit<PreviewReader, 'contactId'> {
  /** Null: a recipient by hand. */
  readonly contactId: string | null;
}

/** Whom the gate lets through a little later counts too. */
export const REACHED_LATER = ['FREQUENCY_CAP', 'SNOOZED'] as const;

/**
 * Whom a draft would reach now or later: all, or of an audience larger than `most` so many drawn from it, always the same as long
 * as it is, less those of them whom the gate would stop.
 */
export async function audienceReaders(
  sql: Sql,
  campaignId: string,
  { most, now }: { readonly most: number; readonly now: Date },
): Promise<AudienceReader[]> {
  const way = await campaignWay(sql, campaignId);
  if (way === null) return [];
  return sql.rows(READERS, [campaignId, now, ...gateArguments(way), most, [...REACHED_LATER]]);
}

const READERS = `
  WITH audience AS MATERIALIZED (
    SELECT * FROM campaign_audience($1) ORDER BY uuid_hash_extended(recipient_id, 0), recipient_id LIMIT $11)
  SELECT k.contact_id AS "contactId", g.address, coalesce(p.language, k.language) AS language, k.fields
  FROM audience k
  LEFT JOIN recipient_preference p ON p.recipient_id = k.recipient_id AND p.account_id = $4
  CROSS JOIN LATERAL gate(k.recipient_id, false, NULL, true, $2, $3, $4, $5, $6, $7, $8, $9, $10) g
  WHERE g.address IS NOT NULL AND (g.reason IS NULL OR g.reason = ANY ($12::text[]))
  ORDER BY k.recipient_id`;
