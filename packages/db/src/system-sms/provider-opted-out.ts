import { recordOptOut } from '../opt-out/record-opt-out.ts';
import type { Sql } from '../sql.ts';

/**
 * A gateway that takes nothing for a number because it opted out there (SM-12): it left all marketing of the account that
 * wanted to write to it.
 */
export async function providerOptedOut(
  sql: Sql,
  refused: {
    readonly id: string;
    readonly gateway: string;
    readonly code: string;
    readonly now: Date;
  },
): Promise<void> {
  const { id, gateway, code, now } = refused;
  const [row] = await sql.rows<{ organisationId: string; accountId: string; recipientId: string }>(
    `SELECT r.organisation_id AS "organisationId", s.account_id AS "accountId", r.id AS "recipientId" FROM system_sms s
     JOIN recipient r ON r.organisation_id = s.organisation_id AND r.channel = 'SMS' AND r.address_key = s.address_key
     WHERE s.id = $1`,
    [id],
  );
  if (row === undefined) return;
  await recordOptOut(sql, {
    target: { ...row, scope: { kind: 'ACCOUNT', id: row.accountId } },
    signal: 'CLEAR',
    method: 'PROVIDER',
    actor: { kind: 'SYSTEM', name: gateway },
    evidence: { because: `The SMS gateway ${gateway} says that they opted out there (${code})` },
    now,
  });
}
