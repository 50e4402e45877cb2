import type { Sql } from '../sql.ts';

/** Where a text stands, by ids. */
export interface TextMatches {
  readonly requestIds: readonly string[];
  readonly campaignIds: readonly string[];
  readonly scopeIds: readonly string[];
}

/** Requests whose own words are looked at; a text that more of them hold finds the newest. */
const MOST_REQUESTS = 5_000;

/**
 * What of an organisation holds a text: requests by their notes and reasons, campaigns and scopes by their names. Asked
 * for before the list, because an index answers each of these, and none answers all four at once.
 */
export async function findText(
  sql: Sql,
  organisationId: string,
  text: string,
): Promise<TextMatches> {
  const [row] = await sql.once<TextMatches>(FIND, [organisationId, `%${escapeLike(text)}%`]);
  return row!;
}

/** The text as LIKE takes it for itself. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

const HOLDS = (text: string): string => `fold_text(${text}) LIKE fold_text($2)`;

const FIND = `
  SELECT
    ARRAY(
      SELECT id FROM (
        SELECT q.id FROM opt_out_evidence e JOIN opt_out_request q ON q.id = e.request_id AND q.organisation_id = $1
        WHERE e.detail ->> 'note' IS NOT NULL AND ${HOLDS("e.detail ->> 'note'")}
        UNION
        SELECT id FROM opt_out_request
        WHERE organisation_id = $1 AND (reason_text IS NOT NULL OR decision_reason IS NOT NULL)
          AND ${HOLDS("coalesce(reason_text, '') || ' ' || coalesce(decision_reason, '')")}
      ) x ORDER BY id DESC LIMIT ${MOST_REQUESTS}
    )::text[] AS "requestIds",
    ARRAY(SELECT id FROM campaign WHERE organisation_id = $1 AND ${HOLDS('name')})::text[] AS "campaignIds",
    ARRAY(
      SELECT id FROM organisation WHERE id = $1 AND ${HOLDS('name')}
      UNION ALL SELECT id FROM account WHERE organisation_id = $1 AND ${HOLDS('name')}
      UNION ALL SELECT b.id FROM address_book b JOIN account a ON a.id = b.account_id
        WHERE a.organisation_id = $1 AND ${HOLDS('b.name')}
      UNION ALL SELECT t.id FROM topic t JOIN account a ON a.id = t.account_id
        WHERE a.organisation_id = $1 AND ${HOLDS('t.name')}
    )::text[] AS "scopeIds"`;
