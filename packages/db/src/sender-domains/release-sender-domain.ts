import type { Sql } from '../sql.ts';
import { findSenderDomain } from './find-sender-domains.ts';
import { lockOwnership } from '../senders/lock-ownership.ts';
import { pauseForeign } from '../senders/pause-foreign.ts';
import { SenderDomainEntity } from './sender-domain.entity.ts';

/** An organisation gives a domain up, or a claim to it. What it sends from there is paused. */
export async function releaseSenderDomain(
  sql: Sql,
  release: { readonly organisationId: string; readonly id: string; readonly now: Date },
): Promise<{ readonly domain: string } | { readonly refused: 'not-found' }> {
  const { organisationId, id, now } = release;
  await lockOwnership(sql, 'alone');
  const known = await findSenderDomain(sql, organisationId, id);
  if (known === null) return { refused: 'not-found' };
  await sql.em().nativeDelete(SenderDomainEntity, { id });
  await pauseForeign(sql, { domain: known.domain }, now);
  return { domain: known.domain };
}
