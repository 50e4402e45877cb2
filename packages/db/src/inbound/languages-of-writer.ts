import type { Sql } from '../sql.ts';

/** That whoever has a number is written to in by these organisations: as each chose on a page, or as their books say. */
export async function languagesOfWriter(
  sql: Sql,
  writer: { readonly fromKey: Buffer; readonly organisationIds: readonly string[] },
): Promise<string[]> {
  const rows = await sql.rows<{ language: string }>(
    `WITH writer AS (
       SELECT id FROM recipient WHERE channel = 'SMS' AND address_key = $1 AND organisation_id = ANY ($2::uuid[])
     )
     SELECT p.language FROM writer w JOIN recipient_preference p ON p.recipient_id = w.id WHERE p.language IS NOT NULL
     UNION
     SELECT k.language FROM writer w JOIN contact_address x ON x.recipient_id = w.id JOIN contact k ON k.id = x.contact_id
     WHERE k.language IS NOT NULL`,
    [writer.fromKey, writer.organisationIds],
  );
  return rows.map(({ language }) => language);
}
