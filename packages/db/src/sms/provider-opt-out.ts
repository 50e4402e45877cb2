import { type ProviderWord, recordProviderOptOut } from '../opt-out/record-provider-opt-out.ts';
import type { Sql } from '../sql.ts';

/** A gateway that does not deliver a message because its recipient opted out there: they left what the message is of. */
export function providerOptOut(
  sql: Sql,
  { messageId, ...word }: ProviderWord & { readonly messageId: string },
): Promise<void> {
  return recordProviderOptOut(sql, { messageId, scope: 'LINK' }, word);
}
