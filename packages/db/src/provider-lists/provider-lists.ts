import type { Sql } from '../sql.ts';

/** Who has a number, in each organisation that knows it; in a sure order, so that two that lock them do not meet. */
export async function recipientsOfNumber(
  sql: Sql,
  addressKey: Buffer,
): Promise<{ organisationId: string; recipientId: string }[]> {
  return sql.rows(
    `SELECT r.organisation_id AS "organisationId", r.id AS "recipientId" FROM organisation o
     JOIN recipient r ON r.organisation_id = o.id AND r.channel = 'SMS' AND r.address_key = $1 ORDER BY o.id`,
    [addressKey],
  );
}

/** What SMS go out from, in all accounts. */
export async function smsSenderAddresses(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ address: string }>(
    `SELECT DISTINCT s.address FROM sender s JOIN account a ON a.id = s.account_id
     WHERE s.kind <> 'EMAIL' AND s.archived_at IS NULL AND a.deleted_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ address }) => address);
}

export interface UnknownToUs {
  readonly organisationId: string;
  readonly accountId: string;
  readonly recipientId: string;
}

/**
 * Who stands on a gateway's list and is not out of all marketing of an account that sends from these senders (SM-12). Who came
 * back there by a double opt-in is not among them: the list has no dates, and a proof has.
 */
export async function listedButNotOut(
  sql: Sql,
  addressKeys: readonly Buffer[],
  senders: readonly string[],
): Promise<UnknownToUs[]> {
  return sql.rows(
    `SELECT DISTINCT r.organisation_id AS "organisationId", a.id AS "accountId", r.id AS "recipientId"
     FROM sender s JOIN account a ON a.id = s.account_id AND a.deleted_at IS NULL
     JOIN recipient r ON r.organisation_id = a.organisation_id AND r.channel = 'SMS' AND r.address_key = ANY ($1::bytea[])
     WHERE s.address = ANY ($2::text[]) AND s.kind <> 'EMAIL'
       AND NOT EXISTS (SELECT FROM suppression p WHERE p.address_key = r.address_key AND p.channel = 'SMS'
         AND p.list_id IN (a.id, a.organisation_id) AND p.scope_id IN (a.id, a.organisation_id) AND p.state = 'OPTED_OUT')
       AND NOT EXISTS (SELECT FROM double_opt_in d WHERE d.recipient_id = r.id AND d.account_id = a.id AND d.confirmed_at IS NOT NULL)
     ORDER BY 1, 2, 3`,
    [addressKeys, senders],
  );
}

export interface OutHere {
  readonly addressKey: Buffer;
  readonly number: string;
  readonly sender: string;
}

/**
 * Who is out of all marketing of an account, by the senders of it: a gateway's list knows no books, so a wish about one of them
 * is not for it. A page of numbers, after a key.
 */
export async function outForSenders(
  sql: Sql,
  query: {
    readonly senders: readonly string[];
    readonly after: Buffer | null;
    readonly limit: number;
  },
): Promise<OutHere[]> {
  return sql.rows(
    `SELECT x.address_key AS "addressKey", x.number, x.sender FROM (
       SELECT DISTINCT p.address_key, r.address AS number, s.address AS sender
       FROM sender s JOIN account a ON a.id = s.account_id AND a.deleted_at IS NULL
       JOIN suppression p ON p.scope_id IN (a.id, a.organisation_id) AND p.channel = 'SMS' AND p.state = 'OPTED_OUT'
         AND p.returned_to IS NULL
       JOIN recipient r ON r.organisation_id = a.organisation_id AND r.channel = 'SMS' AND r.address_key = p.address_key
       WHERE s.address = ANY ($1::text[]) AND s.kind <> 'EMAIL' AND s.archived_at IS NULL AND r.address IS NOT NULL
         AND ($2::bytea IS NULL OR p.address_key > $2)
     ) x ORDER BY 1, 3 LIMIT $3`,
    [query.senders, query.after, query.limit],
  );
}
