import { domainOf } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Those of these domains that an organisation may send mail from. */
export async function ownDomainsOf(
  sql: Sql,
  organisationId: string,
  domains: readonly string[],
): Promise<string[]> {
  const rows = await sql.rows<{ domain: string }>(
    'SELECT d.domain FROM unnest($2::text[]) d(domain) WHERE may_send_from($1, d.domain)',
    [organisationId, domains],
  );
  return rows.map(({ domain }) => domain);
}

/** Whether an organisation's mail may be from this address. */
export async function maySendFrom(
  sql: Sql,
  organisationId: string,
  address: string,
): Promise<boolean> {
  return (await ownDomainsOf(sql, organisationId, [domainOf(address)])).length > 0;
}

/** Whose a domain is, itself or by one above it; null: nobody's. */
export async function domainOwner(sql: Sql, domain: string): Promise<string | null> {
  const [row] = await sql.rows<{ id: string | null }>('SELECT sender_domain_owner($1) AS id', [
    domain,
  ]);
  return row!.id;
}

/** Whether two domains are of one organisation, or of none both: so whether what one signs may be from the other. */
export async function haveOneOwner(sql: Sql, one: string, other: string): Promise<boolean> {
  const [row] = await sql.rows<{ same: boolean }>(
    'SELECT sender_domain_owner($1) IS NOT DISTINCT FROM sender_domain_owner($2) AS same',
    [one, other],
  );
  return row!.same;
}
