import type { Sql } from '../sql.ts';
import { AccountEntity } from './account.entity.ts';

/** How long an account's confirmation links work (D-5), 1 to 30 days; links that are out keep their time. False where there is no such account. */
export async function setDoubleOptInDays(
  sql: Sql,
  input: { readonly organisationId: string; readonly accountId: string; readonly days: number },
): Promise<boolean> {
  const { organisationId, accountId: id, days: doubleOptInDays } = input;
  const account = { id, organisationId };
  return (await sql.em().nativeUpdate(AccountEntity, account, { doubleOptInDays })) > 0;
}
