import type { Sql } from '../sql.ts';
import { type SenderDomain, SenderDomainEntity } from './sender-domain.entity.ts';

/** What an organisation may send from, and what it claimed without proof yet; by name. */
export async function findSenderDomains(sql: Sql, organisationId: string): Promise<SenderDomain[]> {
  return sql.em().find(SenderDomainEntity, { organisationId }, { orderBy: { domain: 'asc' } });
}

/** One of this organisation; null where there is none. */
export async function findSenderDomain(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<SenderDomain | null> {
  return sql.em().findOne(SenderDomainEntity, { organisationId, id });
}
