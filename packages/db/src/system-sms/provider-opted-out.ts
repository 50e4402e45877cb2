import { type ProviderWord, recordProviderOptOut } from '../opt-out/record-provider-opt-out.ts';
import type { Sql } from '../sql.ts';

/**
 * A gateway that takes nothing for a number because it opted out there (SM-12): it left all marketing of the account that
 * wanted to write to it.
 */
export async function providerOptedOut(
  sql: Sql,
  { id, ...word }: ProviderWord & { readonly id: string },
): Promise<void> {
  const [row] = await sql.rows<{ organisationId: string; accountId: string; recipientId: string }>(
    `SELECT r.organisation_id AS "organisationId", s.account_id AS "accountId", r.id AS "recipientId" FROM system_sms s
     JOIN recipient r ON r.organisation_id = s.organisation_id AND r.channel = 'SMS' AND r.address_key = s.address_key
     WHERE s.id = $1`,
    [id],
  );
  if (row === undefined) return;
  const scope = { kind: 'ACCOUNT', id: row.accountId } as const;
  await recordProviderOptOut(sql, { ...row, scope }, word);
}
