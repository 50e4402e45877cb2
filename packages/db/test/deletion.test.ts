import { addressKey, hashSecretToken } from '@adieu/keys';
import {
  createTestDatabase,
  leaves,
  released,
  seed,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addContact,
  claimMessages,
  findApiKey,
  findDeletion,
  mayContact,
  openAccount,
  openAddressBook,
} from '../src/index.ts';
import { deletionsOf } from './deletions-of.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
let test: TestDatabase;
let org: Seed;
let deletions: ReturnType<typeof deletionsOf>;

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  deletions = deletionsOf(test, org, now);
});
afterEach(() => test?.close());

const count = async (from: string, values: unknown[] = []): Promise<number> =>
  (await test.db.sql.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`, values))[0]!.n;

async function addressOf(recipientId: string): Promise<string | null> {
  const [row] = await test.db.sql.rows<{ address: string | null }>(
    'SELECT address FROM recipient WHERE id = $1',
    [recipientId],
  );
  return row!.address;
}

/** A book of another account of the organisation, with this address in it. */
async function knownElsewhere(address: string): Promise<void> {
  const { organisationId } = org;
  const sender = { name: 'Two', address: 'two@nordlys.example.test' };
  const place = { country: null, timeZone: null, defaultLanguage: 'en' } as const;
  const two = await openAccount(test.db.sql, { organisationId, name: 'Two', sender, ...place });
  const accountId = 'id' in two ? two.id : '';
  const book = {
    organisationId,
    accountId,
    name: 'B',
    purpose: 'SERVICE',
    createdBy: 'test',
  } as const;
  const made = await openAddressBook(test.db.sql, book);
  await test.db.transaction((tx) =>
    addContact(tx, {
      organisationId,
      addressBookId: 'id' in made ? made.id : '',
      language: null,
      fields: {},
      addresses: [
        { channel: 'EMAIL', address, addressKey: addressKey(org.ring, 'EMAIL', address) },
      ],
      now,
    }),
  );
}

describe('an account that is deleted', () => {
  it('sends nothing from that commit on, and holds nobody in the end; who left stays out (G-3, O-10)', async () => {
    const { campaignId, messages } = await released(test, org, { count: 5, now });
    const [left, shared, queued] = messages;
    await leaves(test.db.sql, left!.id, { method: 'ONE_CLICK', now });
    const sharedAddress = (await addressOf(shared!.recipientId))!;
    const leftAddress = (await addressOf(left!.recipientId))!;
    await knownElsewhere(sharedAddress);
    const made = await deletions.asks(org.accountId, 'Nordlys Shop');
    const { deletionId } = made as { deletionId: string };

    const claim = { campaignId, limit: 10, now, leaseUntil: new Date(now.getTime() + 30_000) };
    expect(await claimMessages(test.db.sql, claim)).toEqual([]);
    expect((await findDeletion(test.db.sql, null, deletionId))!.finishedAt).toBeNull();

    expect(await deletions.carriesOut()).toBeGreaterThan(2);
    expect(await addressOf(left!.recipientId)).toBeNull();
    expect(await addressOf(queued!.recipientId)).toBeNull();
    expect(await addressOf(shared!.recipientId)).toBe(sharedAddress);
    const books = `contact k JOIN address_book b ON b.id = k.address_book_id WHERE b.account_id = $1
      AND (k.removed_at IS NULL OR k.fields <> '{}' OR EXISTS (SELECT FROM contact_address x WHERE x.contact_id = k.id))`;
    expect(await count(books, [org.accountId])).toBe(0);
    expect(await findDeletion(test.db.sql, org.organisationId, deletionId)).toMatchObject({
      finishedAt: now,
      gone: expect.any(Number),
    });
    expect(await count("ledger_event WHERE type = 'ERASED' AND actor = 'Eva'")).toBe(4);

    // The address comes again in the same organisation: the hash is known.
    await knownElsewhereAgain(leftAddress);
    // By the link of an old mail somebody still leaves.
    await leaves(test.db.sql, queued!.id, { method: 'ONE_CLICK', now });
    expect(await count('suppression')).toBeGreaterThanOrEqual(2);
    expect(await deletions.carriesOut()).toBe(0);
  });

  it('is named by whoever deletes it; another organisation’s is not found, nor one twice', async () => {
    const other = await seed(test.db, { name: 'Other' });
    expect(await deletions.asks(org.accountId, 'Nordlys')).toEqual({ refused: 'name-differs' });
    expect(await deletions.asks(other.accountId, 'Nordlys Shop')).toEqual({ refused: 'not-found' });
    await deletions.asks(org.accountId, 'Nordlys Shop');
    expect(await deletions.asks(org.accountId, 'Nordlys Shop')).toEqual({ refused: 'not-found' });
    // Its name is free again once all of it is gone.
    const again = {
      organisationId: org.organisationId,
      name: 'Nordlys Shop',
      sender: { name: 'Shop', address: 'shop@nordlys.example.test' },
      country: null,
      timeZone: null,
      defaultLanguage: 'en',
    } as const;
    expect(await openAccount(test.db.sql, again)).toEqual({ refused: 'name-taken' });
    await deletions.carriesOut();
    expect(await openAccount(test.db.sql, again)).toEqual({ id: org.accountId });
  });

  it('takes its brand with it, which nothing else may', async () => {
    const other = await seed(test.db, { name: 'Other' });
    for (const accountId of [org.accountId, other.accountId])
      await test.db.sql.rows(
        `INSERT INTO account_brand (account_id, version, imprint, texts, created_at, created_by)
         VALUES ($1, 1, '{}', '{}', $2, 'test')`,
        [accountId, now],
      );
    await deletions.asks(org.accountId, 'Nordlys Shop');
    await deletions.carriesOut();
    expect(await count('account_brand WHERE account_id = $1', [org.accountId])).toBe(0);
    await expect(test.db.sql.rows('DELETE FROM account_brand')).rejects.toThrow('append-only');
  });
});

async function knownElsewhereAgain(address: string): Promise<void> {
  const { organisationId } = org;
  const judged = await mayContact(test.db.sql, {
    organisationId,
    channel: 'EMAIL',
    addressKey: addressKey(org.ring, 'EMAIL', address),
    addressBookId: org.newsletterId,
    topicId: null,
    accountId: null,
    purpose: null,
    now,
  });
  expect(judged).toMatchObject({ answer: { allowed: false } });
}

describe('an organisation that is deleted', () => {
  it('loses members, keys and every address; the other keeps all (G-3)', async () => {
    const other = await seed(test.db, { name: 'Other' });
    const theirs = await released(test, other, { count: 2, now });
    const { messages } = await released(test, org, { count: 3, now });
    await leaves(test.db.sql, messages[0]!.id, { method: 'ONE_CLICK', now });
    const made = await deletions.asks(null, 'Nordlys');
    expect(made).toHaveProperty('deletionId');
    expect(await findApiKey(test.db.sql, hashSecretToken(org.adminKey), now)).toMatchObject({
      refused: expect.anything(),
    });
    await deletions.carriesOut(100);
    const whose = [org.organisationId];
    expect(await count('recipient WHERE organisation_id = $1 AND address IS NOT NULL', whose)).toBe(
      0,
    );
    expect(await count('member WHERE organisation_id = $1', whose)).toBe(0);
    expect(await count('api_key WHERE organisation_id = $1', whose)).toBe(0);
    expect(await count('suppression')).toBe(1);
    expect(await addressOf(theirs.messages[0]!.recipientId)).not.toBeNull();
    expect(await findApiKey(test.db.sql, hashSecretToken(other.adminKey), now)).not.toHaveProperty(
      'refused',
    );
  });
});
