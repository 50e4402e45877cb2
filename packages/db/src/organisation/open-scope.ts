import type { Language, Mailbox, Purpose } from '@adieu/domain';
import { maySendFrom } from '../sender-domains/may-send-from.ts';
import { openMailbox } from '../senders/open-mailbox.ts';
import type { Sql } from '../sql.ts';
import { AccountEntity } from './account.entity.ts';
import { AddressBookEntity } from './address-book.entity.ts';
import { createAccount, createAddressBook, createTopic } from './create-tenants.ts';
import { lockOrganisation } from './lock-organisation.ts';

/** `name-taken`: by one that is there or archived, or was deleted and had another purpose. */
export type OpenRefusal = 'not-found' | 'archived' | 'name-taken';
type Opened = { readonly id: string } | { readonly refused: OpenRefusal };

/**
 * New accounts, books and topics by hand. A name that was deleted comes back as what it was, with its id: so everybody
 * who left it stays out, which making it anew must not undo (P-13, W-13). `foreign-domain`: of an account whose sender is not
 * of a domain of its organisation.
 */
export async function openAccount(
  sql: Sql,
  input: {
    organisationId: string;
    name: string;
    sender: Mailbox;
    defaultLanguage: Language;
    country: string | null;
    timeZone: string | null;
  },
): Promise<Opened | { readonly refused: 'foreign-domain' }> {
  if (!(await maySendFrom(sql, input.organisationId, input.sender.address)))
    return { refused: 'foreign-domain' };
  // Two of one name at once: the second finds the first.
  await lockOrganisation(sql, input.organisationId);
  const known = await comeBack(sql, REVIVE_ACCOUNT, input.organisationId, input.name, null);
  if (known !== null && 'id' in known) {
    const { sender, defaultLanguage, country, timeZone } = input;
    const settings = { defaultLanguage, country, timeZone };
    await sql.em().nativeUpdate(AccountEntity, known.id, settings);
    await openMailbox(sql, known.id, sender);
  }
  return known ?? { id: await createAccount(sql, input) };
}

export async function openTopic(
  sql: Sql,
  input: { organisationId: string; accountId: string; name: string },
): Promise<Opened> {
  const refused = await lockAccount(sql, input);
  if (refused !== null) return { refused };
  const known = await comeBack(sql, REVIVE_TOPIC, input.accountId, input.name, null);
  return known ?? { id: await createTopic(sql, input) };
}

/** With the default policy; a book that comes back has the one that it had. */
export async function openAddressBook(
  sql: Sql,
  input: {
    organisationId: string;
    accountId: string;
    name: string;
    purpose: Purpose;
    /** Null: a new one does, and one that comes back as it did. */
    addsSmsWayOut?: boolean | null;
    createdBy: string;
  },
): Promise<Opened> {
  const refused = await lockAccount(sql, input);
  if (refused !== null) return { refused };
  const known = await comeBack(sql, REVIVE_BOOK, input.accountId, input.name, input.purpose);
  const book = known ?? { id: await newBook(sql, input) };
  const { addsSmsWayOut = null } = input;
  if ('id' in book && addsSmsWayOut !== null)
    await sql.em().nativeUpdate(AddressBookEntity, book.id, { addsSmsWayOut });
  return book;
}

async function newBook(sql: Sql, input: Parameters<typeof createAddressBook>[1]): Promise<string> {
  const made = await createAddressBook(sql, input);
  if ('refused' in made) throw new Error(`the default policy was refused: ${made.refused}`);
  return made.addressBookId;
}

async function lockAccount(
  sql: Sql,
  input: { organisationId: string; accountId: string },
): Promise<'not-found' | 'archived' | null> {
  const [account] = await sql.rows<{ archived: boolean }>(
    `SELECT archived_at IS NOT NULL AS archived FROM account WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE`,
    [input.accountId, input.organisationId],
  );
  if (account === undefined) return 'not-found';
  return account.archived ? 'archived' : null;
}

/** Null where nothing has the name. */
async function comeBack(
  sql: Sql,
  revive: string,
  parentId: string,
  name: string,
  purpose: Purpose | null,
): Promise<Opened | null> {
  const [row] = await sql.rows<{ id: string | null }>(revive, [parentId, name, purpose]);
  if (row === undefined) return null;
  return row.id === null ? { refused: 'name-taken' } : { id: row.id };
}

const reviveIn = (table: string, parent: string, purpose: string, also = 'true'): string => `
  WITH known AS (SELECT id, deleted_at FROM ${table} WHERE ${parent} = $1 AND name = $2),
  revived AS (
    UPDATE ${table} x SET archived_at = NULL, deleted_at = NULL FROM known k
    WHERE x.id = k.id AND k.deleted_at IS NOT NULL AND ($3::text IS NULL OR ${purpose} = $3) AND ${also} RETURNING x.id
  ) SELECT r.id FROM known k LEFT JOIN revived r ON true`;

// While what it held is being taken away its name is not free.
const REVIVE_ACCOUNT = reviveIn(
  'account',
  'organisation_id',
  '$3',
  'NOT EXISTS (SELECT FROM deletion d WHERE d.account_id = x.id AND d.finished_at IS NULL)',
);
const REVIVE_TOPIC = reviveIn('topic', 'account_id', '$3');
const REVIVE_BOOK = reviveIn('address_book', 'account_id', 'x.purpose');
