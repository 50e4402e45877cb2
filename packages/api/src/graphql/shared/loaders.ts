import {
  type Account,
  AccountEntity,
  type AddressBook,
  AddressBookEntity,
  brandsOf,
  type Campaign,
  CampaignEntity,
  type DatabaseAccess,
  givenReasons,
  type Organisation,
  OrganisationEntity,
  notesOf,
  type OptOutRequest,
  OptOutRequestEntity,
  policiesInForce,
  policiesOfRequests,
  type Recipient,
  RecipientEntity,
  type RequestNote,
  type Sender,
  sendersOfAccounts,
  sendersOfBooks,
  sendersOfCampaigns,
  type StoredBrand,
  type StoredPolicy,
  type Topic,
  TopicEntity,
} from '@adieu/db';
import type { ScopeKind } from '@adieu/domain';
import DataLoader from 'dataloader';

/** Rows by id, each asked for once an operation and, in a document of several mutations, once more after each. Whoever asks has the id from a row of their own organisation. */
export interface Loaders {
  readonly organisation: DataLoader<string, Organisation | null>;
  readonly account: DataLoader<string, Account | null>;
  readonly book: DataLoader<string, AddressBook | null>;
  readonly topic: DataLoader<string, Topic | null>;
  readonly recipient: DataLoader<string, Recipient | null>;
  readonly campaign: DataLoader<string, Campaign | null>;
  /** The policy in force of a book. */
  readonly policy: DataLoader<string, StoredPolicy | null>;
  /** By the request that it was given for. */
  readonly givenReason: DataLoader<string, ShownReason | null>;
  readonly request: DataLoader<string, OptOutRequest | null>;
  /** By the request's id. */
  readonly notes: DataLoader<string, readonly RequestNote[]>;
  /** The policy that a request was judged by. */
  readonly policyOfRequest: DataLoader<string, StoredPolicy | null>;
  /** By the account; null = Adieu's look. */
  readonly brand: DataLoader<string, StoredBrand | null>;
  /** By the account, the book, the campaign: what it sends from. */
  readonly sendersOfAccount: DataLoader<string, readonly Sender[]>;
  readonly sendersOfBook: DataLoader<string, readonly Sender[]>;
  readonly senderOfCampaign: DataLoader<string, Sender | null>;
}

type ShownReason = Awaited<ReturnType<typeof givenReasons>>[number];
type Ids = readonly string[];

export function createLoaders(db: DatabaseAccess): Loaders {
  const within = (ids: Ids): { id: { $in: string[] } } => ({ id: { $in: [...ids] } });
  return {
    organisation: byId((ids) => db.sql.em().find(OrganisationEntity, within(ids))),
    account: byId((ids) => db.sql.em().find(AccountEntity, within(ids))),
    book: byId((ids) => db.sql.em().find(AddressBookEntity, within(ids))),
    topic: byId((ids) => db.sql.em().find(TopicEntity, within(ids))),
    recipient: byId((ids) => db.sql.em().find(RecipientEntity, within(ids))),
    campaign: byId((ids) => db.sql.em().find(CampaignEntity, within(ids))),
    policy: batch(
      (ids) => policiesInForce(db.sql, ids),
      (policy) => policy.bookId,
    ),
    policyOfRequest: batch(
      (ids) => policiesOfRequests(db.sql, ids),
      (policy) => policy.requestId,
    ),
    givenReason: batch(
      (ids) => givenReasons(db.sql, ids),
      (given) => given.requestId,
    ),
    brand: batch(
      (ids) => brandsOf(db.sql, ids),
      (brand) => brand.accountId,
    ),
    request: byId((ids) => db.sql.em().find(OptOutRequestEntity, within(ids))),
    notes: groups(
      (ids) => notesOf(db.sql, ids),
      (note) => note.requestId,
    ),
    sendersOfAccount: groups(
      (ids) => sendersOfAccounts(db.sql, ids, false),
      (sender) => sender.accountId,
    ),
    sendersOfBook: groups(
      (ids) => sendersOfBooks(db.sql, ids),
      (sender) => sender.addressBookId,
    ),
    senderOfCampaign: batch(
      (ids) => sendersOfCampaigns(db.sql, ids),
      (sender) => sender.campaignId,
    ),
  };
}

/** Lets go of what was loaded, where it has changed since: what is shown next is read anew. */
export function forget(loaders: Loaders): void {
  for (const loader of Object.values(loaders) as DataLoader<string, unknown>[]) loader.clearAll();
}

function byId<Row extends { id: string }>(
  find: (ids: Ids) => Promise<Row[]>,
): DataLoader<string, Row | null> {
  return batch(find, (row) => row.id);
}

function batch<Row>(
  find: (ids: Ids) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader<string, Row | null>(async (ids) => {
    const rows = new Map((await find(ids)).map((row) => [keyOf(row), row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** As many rows as there are for each id. */
function groups<Row>(
  find: (ids: Ids) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader<string, readonly Row[]>(async (ids) => {
    const rows = Map.groupBy(await find(ids), keyOf);
    return ids.map((id) => rows.get(id) ?? []);
  });
}

/** The name of what an opt-out covers. */
export async function scopeName(loaders: Loaders, kind: ScopeKind, id: string): Promise<string> {
  const loader = {
    TOPIC: loaders.topic,
    BOOK: loaders.book,
    ACCOUNT: loaders.account,
    ORGANISATION: loaders.organisation,
  }[kind];
  const row = await loader.load(id);
  return row?.name ?? '';
}
