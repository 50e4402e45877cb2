import {
  DEFAULT_POLICY,
  type Language,
  type OptOutPolicy,
  type PolicyRefusal,
  type Purpose,
  refusePolicy,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';

async function idOf(rows: Promise<{ id: string }[]>): Promise<string> {
  return (await rows)[0]!.id;
}

/** A new tenant. */
export async function createOrganisation(sql: Sql, input: { name: string }): Promise<string> {
  return idOf(sql.rows('INSERT INTO organisation (name) VALUES ($1) RETURNING id', [input.name]));
}

/** A unit inside an organisation; `senderAddress` is the From of its mail. */
export async function createAccount(
  sql: Sql,
  input: {
    organisationId: string;
    name: string;
    senderAddress: string;
    defaultLanguage: Language;
    keepsOwnList?: boolean;
  },
): Promise<string> {
  return idOf(
    sql.rows(
      `INSERT INTO account (organisation_id, name, sender_address, default_language, keeps_own_list)
       VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [
        input.organisationId,
        input.name,
        input.senderAddress,
        input.defaultLanguage,
        input.keepsOwnList ?? false,
      ],
    ),
  );
}

/** A subject that recipients of the account pick. */
export async function createTopic(
  sql: Sql,
  input: { accountId: string; name: string },
): Promise<string> {
  return idOf(
    sql.rows('INSERT INTO topic (account_id, name) VALUES ($1, $2) RETURNING id', [
      input.accountId,
      input.name,
    ]),
  );
}

/** A book with the first version of its opt-out policy; opt-out is on for every book (A1). Transactional books have none. */
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
  const policy = input.purpose === 'TRANSACTIONAL' ? null : (input.policy ?? DEFAULT_POLICY);
  const refused = policy && refusePolicy(input.purpose, policy);
  if (refused !== null) return { refused };
  const addressBookId = await idOf(
    sql.rows(
      `WITH book AS (INSERT INTO address_book (account_id, name, purpose) VALUES ($1, $2, $3) RETURNING id),
       policy AS (
         INSERT INTO opt_out_policy (address_book_id, version, mode, review_seconds, on_timeout, created_by)
         SELECT id, 1, $4::text, $5::int, $6::text, $7 FROM book WHERE $4::text IS NOT NULL)
       SELECT id FROM book`,
      [
        input.accountId,
        input.name,
        input.purpose,
        policy?.mode ?? null,
        policy?.reviewSeconds ?? null,
        policy?.onTimeout ?? null,
        input.createdBy,
      ],
    ),
  );
  return { addressBookId };
}
