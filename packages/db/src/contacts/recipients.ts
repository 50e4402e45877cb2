import type { Channel } from '@adieu/domain';
import type { Recipient } from './recipient.entity.ts';
import type { ListedSuppression } from '../opt-out/list-suppressions.ts';
import { RETURNED_TO } from '../opt-out/suppression-scopes.sql.ts';
import { SCOPE_NAME } from '../organisation/scope-name.ts';
import type { Sql } from '../sql.ts';

const COLUMNS = `
  id, organisation_id AS "organisationId", channel, address_key AS "addressKey", address, created_at AS "createdAt",
  undeliverable_since AS "undeliverableSince"`;

/** What is read of one, and no more. */
export type KnownRecipient = Pick<
  Recipient,
  | 'id'
  | 'organisationId'
  | 'channel'
  | 'addressKey'
  | 'address'
  | 'createdAt'
  | 'undeliverableSince'
>;

/** The recipient behind an address key in one organisation, or null. */
export async function findRecipient(
  sql: Sql,
  organisationId: string,
  channel: Channel,
  addressKey: Buffer,
): Promise<KnownRecipient | null> {
  const [row] = await sql.rows<KnownRecipient>(
    `SELECT ${COLUMNS} FROM recipient WHERE organisation_id = $1 AND channel = $2 AND address_key = $3`,
    [organisationId, channel, addressKey],
  );
  return row ?? null;
}

export interface StandingSuppression extends ListedSuppression {
  readonly listId: string;
  readonly scopeName: string | null;
}

/** Everything that suppresses a recipient, in all lists of their organisation, the oldest first. */
export async function suppressionsOf(
  sql: Sql,
  recipientId: string,
): Promise<StandingSuppression[]> {
  return sql.rows(
    `SELECT s.list_id AS "listId", s.scope_kind AS "scopeKind", s.scope_id AS "scopeId", ${SCOPE_NAME('s')} AS "scopeName",
       s.state, s.since, s.request_id AS "requestId", s.channel, r.address, s.address_key AS "addressKey",
       ${RETURNED_TO('s')} AS "returnedTo"
     FROM recipient r JOIN suppression s ON s.address_key = r.address_key AND s.channel = r.channel
       AND (s.list_id = r.organisation_id OR s.list_id IN (SELECT id FROM account a WHERE a.organisation_id = r.organisation_id))
     WHERE r.id = $1 ORDER BY s.since, s.scope_id`,
    [recipientId],
  );
}
