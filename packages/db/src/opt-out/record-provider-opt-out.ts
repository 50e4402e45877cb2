import type { Sql } from '../sql.ts';
import { type OptOutTarget, recordOptOut } from './record-opt-out.ts';

/** Who says that somebody opted out there, and by what code, where there was one. */
export interface ProviderWord {
  readonly gateway: string;
  readonly code: string | null;
  readonly now: Date;
}

/** Somebody opted out at an SMS gateway, and so here (SM-12). Said again, nothing is added. Books that cannot be left stay as they are. */
export async function recordProviderOptOut(
  sql: Sql,
  target: OptOutTarget,
  { gateway, code, now }: ProviderWord,
): Promise<void> {
  const by = code === null ? '' : ` (${code})`;
  await recordOptOut(sql, {
    target,
    signal: 'CLEAR',
    method: 'PROVIDER',
    actor: { kind: 'SYSTEM', name: gateway },
    evidence: { because: `The SMS gateway ${gateway} says that they opted out there${by}` },
    now,
  });
}
