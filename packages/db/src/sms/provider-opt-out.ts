import { recordOptOut } from '../opt-out/record-opt-out.ts';
import type { Sql } from '../sql.ts';

/**
 * A gateway that does not deliver because its recipient opted out there (SM-12): they left what the message is of. Said again,
 * nothing is added. Books that cannot be left stay as they are.
 */
export async function providerOptOut(
  sql: Sql,
  {
    messageId,
    gateway,
    code,
    now,
  }: {
    readonly messageId: string;
    readonly gateway: string;
    readonly code: string | null;
    readonly now: Date;
  },
): Promise<void> {
  await recordOptOut(sql, {
    target: { messageId, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'PROVIDER',
    actor: { kind: 'SYSTEM', name: gateway },
    evidence: {
      because: `The SMS gateway ${gateway} says that they opted out there${code === null ? '' : ` (${code})`}`,
    },
    now,
  });
}
