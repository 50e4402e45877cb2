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

/** Every proven one, and whose it is: for whoever runs the installation. */
export async function allSenderDomains(sql: Sql): Promise<
  {
    readonly domain: string;
    readonly organisationId: string;
    readonly organisation: string;
    readonly provenBy: string;
  }[]
> {
  return sql.rows(
    `SELECT d.domain, o.id AS "organisationId", o.name AS organisation, d.proven_by AS "provenBy"
     FROM sender_domain d JOIN organisation o ON o.id = d.organisation_id
     WHERE d.proven_at IS NOT NULL ORDER BY d.domain`,
    [],
  );
}
