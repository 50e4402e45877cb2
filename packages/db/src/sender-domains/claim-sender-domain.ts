import type { Sql } from '../sql.ts';

/**
 * Notes that an organisation means to send from a domain, with the challenge that it has to publish. Claiming it again
 * keeps the first one, so that a record that stands in the DNS already stays right. Nothing is decided by a claim: any
 * number of organisations may make it, and one can prove it.
 */
export async function claimSenderDomain(
  sql: Sql,
  claim: {
    readonly organisationId: string;
    readonly domain: string;
    readonly challenge: string;
    readonly now: Date;
  },
): Promise<{ readonly id: string }> {
  const { organisationId, domain, challenge, now } = claim;
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO sender_domain (organisation_id, domain, challenge, claimed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organisation_id, domain) DO UPDATE SET domain = excluded.domain RETURNING id`,
    [organisationId, domain, challenge, now],
  );
  return row!;
}
