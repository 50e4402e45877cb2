import {
  completePolicy,
  type Language,
  type Mailbox,
  type OptOutPolicy,
  type PolicyRefusal,
  type Purpose,
  refusePolicy,
} from '@adieu/domain';
import { openMailbox } from '../senders/open-mailbox.ts';
import type { Sql } from '../sql.ts';
import { AccountEntity } from './account.entity.ts';
import { OrganisationEntity } from './organisation.entity.ts';
import { TopicEntity } from './topic.entity.ts';

/** A new tenant. */
export async function createOrganisation(sql: Sql, { name }: { name: string }): Promise<string> {
  return sql.em().insert(OrganisationEntity, { name });
}

/** A unit inside an organisation; `sender` is what its mail is from by default. `country` (ISO 3166-1 alpha-2) picks its regime. */
export async function createAccount(
  sql: Sql,
  input: {
    organisationId: string;
    name: string;
    sender: Mailbox;
    defaultLanguage: Language;
    keepsOwnList?: boolean;
    country?: string | null;
    timeZone?: string | null;
  },
): Promise<string> {
  const { sender, ...account } = input;
  const id = await sql.em().insert(AccountEntity, account);
  await openMailbox(sql, id, sender);
  return id;
}

/** A subject that recipients of the account pick. */
export async function createTopic(
  sql: Sql,
  { accountId, name }: { accountId: string; name: string },
): Promise<string> {
  return sql.em().insert(TopicEntity, { accountId, name });
}

/**
 * A book; opt-out is on for every one (A1). Without a policy of its own it follows its account's default, then the
 * organisation's, then the installation's. Transactional books have none.
 */
export async function createAddressBook(
  sql: Sql,
  input: {
    accountId: string;
    name: string;
    purpose: Purpose;
    policy?: OptOutPolicy;
    createdBy: string;
  },
): Promise<{ addressBookId: string } | { refused: PolicyRefusal }> {
  const own = input.purpose === 'TRANSACTIONAL' ? undefined : input.policy;
  const refused = own === undefined ? null : refusePolicy(input.purpose, own);
  if (refused !== null) return { refused };
  const policy = own && completePolicy(own);
  const [book] = await sql.rows<{ id: string }>(
    `WITH book AS (INSERT INTO address_book (account_id, name, purpose) VALUES ($1, $2, $3) RETURNING id, purpose),
       policy AS (
         INSERT INTO opt_out_policy (address_book_id, purpose, version, mode, review_seconds, on_timeout,
           remind_before_seconds, tell, reactivation, created_by)
         SELECT id, purpose, 1, $4::text, $5::int, $6::text, $7::int[], $8::uuid[], $9::text, $10
         FROM book WHERE $4::text IS NOT NULL)
       SELECT id FROM book`,
    [
      input.accountId,
      input.name,
      input.purpose,
      policy?.mode ?? null,
      policy?.reviewSeconds ?? null,
      policy?.onTimeout ?? null,
      policy?.remindBeforeSeconds ?? null,
      policy?.tell ?? null,
      policy?.reactivation ?? null,
      input.createdBy,
    ],
  );
  return { addressBookId: book!.id };
}
