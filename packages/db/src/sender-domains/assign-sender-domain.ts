import type { Sql } from '../sql.ts';
import { claimSenderDomain } from './claim-sender-domain.ts';
import { lockOwnership } from '../senders/lock-ownership.ts';
import { proveSenderDomain } from './prove-sender-domain.ts';
import { pauseForeign } from '../senders/pause-foreign.ts';
import { SenderDomainEntity } from './sender-domain.entity.ts';

/**
 * The operator's word on whose a domain is: this organisation's, and no longer that of whoever had it; null: nobody's. What
 * was sent from it by others is paused.
 */
export async function assignSenderDomain(
  sql: Sql,
  assign: {
    readonly domain: string;
    readonly organisationId: string | null;
    /** Kept beside it, should it ever have to be proven by the DNS. */
    readonly challenge: string;
    readonly now: Date;
  },
): Promise<{ readonly id: string | null }> {
  const { domain, organisationId, challenge, now } = assign;
  await lockOwnership(sql, 'alone');
  const before = { domain, provenAt: { $ne: null } };
  const others =
    organisationId === null ? before : { ...before, organisationId: { $ne: organisationId } };
  await sql.em().nativeDelete(SenderDomainEntity, others);
  await pauseForeign(sql, { domain }, now);
  if (organisationId === null) return { id: null };
  const { id } = await claimSenderDomain(sql, { organisationId, domain, challenge, now });
  const proven = await proveSenderDomain(sql, { organisationId, id, by: 'OPERATOR', now });
  if ('refused' in proven) throw new Error(`the domain could not be given: ${proven.refused}`);
  return proven;
}
