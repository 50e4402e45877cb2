import type { Sql } from '../sql.ts';

/** Of the contacts of a book, by the language of the text they get: how many, and how many lack each field. */
export type FieldCoverage = ReadonlyMap<
  string,
  { readonly contacts: number; readonly lacking: ReadonlyMap<string, number> }
>;

/**
 * How well a book's contacts fill a campaign's fields. `languages` are those of its texts; everybody else gets
 * `fallback`. An empty value counts as lacking. One pass over the book.
 */
export async function fieldCoverage(
  sql: Sql,
  book: {
    addressBookId: string;
    languages: readonly string[];
    fallback: string;
    fields: readonly string[];
  },
): Promise<FieldCoverage> {
  const rows = await sql.rows<{ language: string; contacts: number; lacking: number[] }>(
    `WITH audience AS (
       SELECT CASE WHEN k.language = ANY ($2::text[]) THEN k.language ELSE $3 END AS language, k.fields
       FROM contact k WHERE k.address_book_id = $1 AND k.removed_at IS NULL
     ), counted AS (
       SELECT language, count(*)::int AS contacts FROM audience GROUP BY 1
     ), lacking AS (
       SELECT a.language, f.n, count(*) FILTER (WHERE btrim(coalesce(a.fields ->> f.field, '')) = '')::int AS lacking
       FROM audience a CROSS JOIN unnest($4::text[]) WITH ORDINALITY AS f(field, n) GROUP BY 1, 2
     )
     SELECT c.language, c.contacts,
       coalesce((SELECT array_agg(l.lacking ORDER BY l.n) FROM lacking l WHERE l.language = c.language), '{}') AS lacking
     FROM counted c`,
    [book.addressBookId, book.languages, book.fallback, book.fields],
  );
  return new Map(
    rows.map(({ language, contacts, lacking }) => [
      language,
      {
        contacts,
        lacking: new Map(book.fields.map((field, i) => [field, lacking[i] ?? contacts])),
      },
    ]),
  );
}
