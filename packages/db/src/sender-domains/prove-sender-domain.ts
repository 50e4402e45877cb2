import type { DomainProof } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { findSenderDomain } from './find-sender-domains.ts';
import { lockOwnership } from '../senders/lock-ownership.ts';
import { pauseForeign } from '../senders/pause-foreign.ts';
import { SenderDomainEntity } from './sender-domain.entity.ts';

/**
 * A domain is an organisation's from now on, and what is below it unless that is proven to be another's. `taken` where
 * another organisation has this very domain: it gives it up, or the operator decides. What others sent from a part of
 * theirs that this takes is paused.
 */
export async function proveSenderDomain(
  sql: Sql,
  proof: {
    readonly organisationId: string;
    readonly id: string;
    readonly by: DomainProof;
    readonly now: Date;
  },
): Promise<{ readonly id: string } | { readonly refused: 'not-found' | 'taken' }> {
  const { organisationId, id, by, now } = proof;
  await lockOwnership(sql, 'alone');
  const known = await findSenderDomain(sql, organisationId, id);
  if (known === null) return { refused: 'not-found' };
  if (known.provenAt !== null) return { id };
  const { domain } = known;
  const owner = await sql.em().findOne(SenderDomainEntity, { domain, provenAt: { $ne: null } });
  if (owner !== null) return { refused: 'taken' };
  await sql.em().nativeUpdate(SenderDomainEntity, { id }, { provenAt: now, provenBy: by });
  await pauseForeign(sql, { domain }, now);
  return { id };
}
