import type { Sql } from '../sql.ts';

/** Of those a campaign goes to, by the language of the text they get: how many, and how many lack each field. */
export type FieldCoverage = ReadonlyMap<
  string,
  { readonly contacts: number; readonly lacking: ReadonlyMap<string, number> }
>;

/**
 * How well a campaign's audience fills its fields. `languages` are those of its texts; everybody else gets `fallback`.
 * Recipients by hand have no fields (B6). The language that somebody chose counts, as at the hand-over. An empty value
 * counts as lacking. One pass over the book.
 */
export async function fieldCoverage(
  sql: Sql,
  campaign: {
    campaignId: string;
    languages: readonly string[];
    fallback: string;
    fields: readonly string[];
  },
): Promise<FieldCoverage> {
  const rows = await sql.rows<{ language: string; contacts: number; lacking: number[] }>(
    `WITH audience AS (
       SELECT CASE WHEN coalesce(p.language, k.language) = ANY ($2::text[]) THEN coalesce(p.language, k.language)
         ELSE $3 END AS language, k.fields
       FROM campaign c CROSS JOIN campaign_audience($1) k
       LEFT JOIN recipient_preference p ON p.recipient_id = k.recipient_id AND p.account_id = c.account_id
       WHERE c.id = $1
     ), counted AS (
       SELECT language, count(*)::int AS contacts FROM audience GROUP BY 1
     ), lacking AS (
       SELECT a.language, f.n, count(*) FILTER (WHERE btrim(coalesce(a.fields ->> f.field, '')) = '')::int AS lacking
       FROM audience a CROSS JOIN unnest($4::text[]) WITH ORDINALITY AS f(field, n) GROUP BY 1, 2
     )
     SELECT c.language, c.contacts,
       coalesce((SELECT array_agg(l.lacking ORDER BY l.n) FROM lacking l WHERE l.language = c.language), '{}') AS lacking
     FROM counted c`,
    [campaign.campaignId, campaign.languages, campaign.fallback, campaign.fields],
  );
  return new Map(
    rows.map(({ language, contacts, lacking }) => [
      language,
      {
        contacts,
        lacking: new Map(campaign.fields.map((field, i) => [field, lacking[i] ?? contacts])),
      },
    ]),
  );
}
