import type { Sql } from '../sql.ts';

/** Where a text stands, by ids. */
export interface TextMatches {
  /** The text as LIKE takes it, to be found anywhere. */
  readonly pattern: string;
  /** Null where more requests hold it than are worth naming: then each is asked for itself. */
  readonly requestIds: readonly string[] | null;
  readonly campaignIds: readonly string[];
  readonly scopeIds: readonly string[];
}

/** More than this many requests are found by walking the queue, where one of them comes soon. */
const FEW_REQUESTS = 500;

/** SQL: whether a text holds the pattern at the place `pattern`, whatever the case and accents. */
export const holds = (text: string, pattern: string): string =>
  `fold_text(${text}) LIKE fold_text(${pattern})`;

/** Of a row `q` of opt_out_request. */
export const reasonHolds = (pattern: string): string =>
  `(q.reason_text IS NOT NULL OR q.decision_reason IS NOT NULL)
   AND ${holds("coalesce(q.reason_text, '') || ' ' || coalesce(q.decision_reason, '')", pattern)}`;

const FIND = `
  SELECT
    requests_by_note($1, $2, ${FEW_REQUESTS + 1})::text[] AS noted,
    requests_by_reason($1, $2, ${FEW_REQUESTS + 1})::text[] AS reasoned,
    ARRAY(SELECT id FROM campaign WHERE organisation_id = $1 AND ${holds('name', '$2')})::text[] AS "campaignIds",
    ARRAY(
      SELECT id FROM organisation WHERE id = $1 AND ${holds('name', '$2')}
      UNION ALL SELECT id FROM account WHERE organisation_id = $1 AND ${holds('name', '$2')}
      UNION ALL SELECT b.id FROM address_book b JOIN account a ON a.id = b.account_id
        WHERE a.organisation_id = $1 AND ${holds('b.name', '$2')}
      UNION ALL SELECT t.id FROM topic t JOIN account a ON a.id = t.account_id
        WHERE a.organisation_id = $1 AND ${holds('t.name', '$2')}
    )::text[] AS "scopeIds"`;

/**
 * What holds a text: requests by their notes and reasons, an organisation's campaigns and scopes by their names. Asked for
 * before the list, because an index answers each of these, and none answers all four at once.
 */
export async function findText(
  sql: Sql,
  organisationId: string,
  text: string,
): Promise<TextMatches> {
  const pattern = `%${escapeLike(text)}%`;
  const [row] = await sql.once<
    Pick<TextMatches, 'campaignIds' | 'scopeIds'> & { noted: string[]; reasoned: string[] }
  >(FIND, [organisationId, pattern]);
  const { noted, reasoned, campaignIds, scopeIds } = row!;
  const areFew = noted.length <= FEW_REQUESTS && reasoned.length <= FEW_REQUESTS;
  return { pattern, requestIds: areFew ? [...noted, ...reasoned] : null, campaignIds, scopeIds };
}

/** The text as LIKE takes it for itself. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
