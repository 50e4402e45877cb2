import { type AudienceFilter, comparedAs, isComparison } from '@adieu/domain';
import type { CampaignAudience } from './campaign.entity.ts';
import type { Sql } from '../sql.ts';
import { someFields } from './some-fields.ts';

/** Which part of a book a campaign goes to, as it is chosen. Null does not narrow it. */
export interface ChosenAudience extends AudienceFilter {
  readonly languages: readonly string[] | null;
  /** Who hears about one of these. */
  readonly topics: readonly string[] | null;
  readonly exceptBooks: readonly string[];
  /** Who got one of these, or will: whatever was not stopped and did not fail. */
  readonly exceptCampaigns: readonly string[];
  /** Keys, each once. */
  readonly exceptAddresses: readonly Buffer[];
  readonly onlyAddresses: readonly Buffer[] | null;
}

export type AudienceRefusal =
  | {
      refused:
        | 'audience-topic-not-found'
        | 'audience-book-not-found'
        | 'audience-campaign-not-found';
    }
  /** `known`: some of the fields that there are. */
  | { refused: 'field-unknown'; field: string; known: string[] }
  | { refused: 'field-not-comparable'; field: string; as: 'NUMBER' | 'DAY' };

/**
 * Null where an audience fits its book: what it names is of the same account, and its conditions are about fields that
 * some contact has, and can be compared. A book without contacts has no fields yet, so that nothing is said of them.
 */
export async function refuseAudience(
  sql: Sql,
  book: { readonly accountId: string; readonly addressBookId: string },
  audience: ChosenAudience,
): Promise<AudienceRefusal | null> {
  const topics = audience.topics ?? [];
  const { exceptBooks, exceptCampaigns } = audience;
  const [found] = await sql.rows<{ topics: number; books: number; campaigns: number }>(
    `SELECT (SELECT count(*)::int FROM topic WHERE account_id = $1 AND id = ANY ($2::uuid[])) AS topics,
       (SELECT count(*)::int FROM address_book WHERE account_id = $1 AND id = ANY ($3::uuid[])) AS books,
       (SELECT count(*)::int FROM campaign WHERE account_id = $1 AND id = ANY ($4::uuid[])) AS campaigns`,
    [book.accountId, topics, exceptBooks, exceptCampaigns],
  );
  if (found!.topics < topics.length) return { refused: 'audience-topic-not-found' };
  if (found!.books < exceptBooks.length) return { refused: 'audience-book-not-found' };
  if (found!.campaigns < exceptCampaigns.length) return { refused: 'audience-campaign-not-found' };
  return refuseFields(sql, book.addressBookId, audience);
}

async function refuseFields(
  sql: Sql,
  addressBookId: string,
  { where, anyOf }: AudienceFilter,
): Promise<AudienceRefusal | null> {
  const asked = [...where, ...anyOf].map(({ field, is, value }) => ({
    field,
    as: isComparison(is) ? comparedAs(value ?? '') : null,
  }));
  if (asked.length === 0) return null;
  const [wrong] = await sql.rows<{ field: string; as: 'NUMBER' | 'DAY'; known: boolean }>(
    `SELECT x.field, x."as", x.known FROM (
       SELECT f.field, f."as", f.nth,
         EXISTS (SELECT 1 FROM contact k WHERE k.address_book_id = $1 AND k.removed_at IS NULL AND k.fields ? f.field) AS known,
         f."as" IS NULL OR EXISTS (SELECT 1 FROM contact k WHERE k.address_book_id = $1 AND k.removed_at IS NULL
           AND k.fields ->> f.field ~ CASE f."as" WHEN 'NUMBER' THEN '^\\s*-?\\d+(\\.\\d+)?\\s*$' ELSE '^\\d{4}-\\d{2}-\\d{2}' END) AS fits
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS f(field, "as", nth)
     ) x
     WHERE NOT (x.known AND x.fits) AND EXISTS (SELECT 1 FROM contact WHERE address_book_id = $1 AND removed_at IS NULL)
     ORDER BY x.nth LIMIT 1`,
    [addressBookId, asked.map(({ field }) => field), asked.map(({ as }) => as)],
  );
  if (wrong === undefined) return null;
  const { field, as } = wrong;
  if (wrong.known) return { refused: 'field-not-comparable', field, as };
  return { refused: 'field-unknown', field, known: await someFields(sql, addressBookId) };
}

/** As it is kept: what narrows nothing is not there, and addresses are counted. */
export function keptAudience(audience: ChosenAudience): CampaignAudience {
  const { where, anyOf, languages, topics, exceptBooks, exceptCampaigns } = audience;
  const { exceptAddresses, onlyAddresses } = audience;
  return {
    ...(where.length > 0 && { where }),
    ...(anyOf.length > 0 && { anyOf }),
    ...(languages !== null && { languages }),
    ...(topics !== null && { topics }),
    ...(exceptBooks.length > 0 && { exceptBooks }),
    ...(exceptCampaigns.length > 0 && { exceptCampaigns }),
    ...(exceptAddresses.length > 0 && { exceptAddresses: exceptAddresses.length }),
    ...(onlyAddresses !== null && { onlyAddresses: onlyAddresses.length }),
  };
}

/** Keeps the addresses that an audience names, as keys: whoever is imported later under one of them is meant too. */
export async function keepAddresses(
  sql: Sql,
  campaignId: string,
  { exceptAddresses, onlyAddresses }: ChosenAudience,
): Promise<void> {
  const named = [
    ...exceptAddresses.map((key) => ['EXCEPT', key] as const),
    ...(onlyAddresses ?? []).map((key) => ['ONLY', key] as const),
  ];
  if (named.length === 0) return;
  await sql.rows(
    `INSERT INTO campaign_address (campaign_id, choice, address_key)
     SELECT $1, n.choice, n.address_key FROM unnest($2::text[], $3::bytea[]) AS n(choice, address_key)`,
    [campaignId, named.map(([choice]) => choice), named.map(([, key]) => key)],
  );
}
