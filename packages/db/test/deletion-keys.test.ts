import { hashSecretToken } from '@adieu/keys';
import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApiKey, findApiKey, findDeletion, issueApiKey, replaceKey } from '../src/index.ts';
import { deletionsOf } from './deletions-of.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const by = { kind: 'KEY', name: 'Eva' } as const;
let test: TestDatabase;
let org: Seed;
let deletions: ReturnType<typeof deletionsOf>;

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  deletions = deletionsOf(test, org, now);
});
afterEach(() => test?.close());

async function askDeletion(): Promise<string> {
  const made = await deletions.asks(org.accountId, 'Nordlys Shop');
  return 'deletionId' in made ? made.deletionId : '';
}

const hashOf = (name: string): Buffer => hashSecretToken(`adieu_admin_${name}`);
const makeKey = (name: string, accountId: string | null): Promise<string> =>
  createApiKey(test.db.sql, {
    organisationId: org.organisationId,
    accountId,
    name,
    role: 'ADMIN',
    keyHash: hashOf(name),
    createdBy: by,
  });
const open = (name: string): ReturnType<typeof findApiKey> =>
  findApiKey(test.db.sql, hashOf(name), now);

describe('the keys that are held to an account that is deleted', () => {
  it('open nothing from that commit on, and go with it; those of the whole organisation stay', async () => {
    await makeKey('theirs', org.accountId);
    await makeKey('whole', null);
    await askDeletion();
    expect(await open('theirs')).toEqual({ refused: 'revoked' });
    await deletions.carriesOut();
    expect(await open('theirs')).toEqual({ refused: 'unknown' });
    expect(await open('whole')).not.toHaveProperty('refused');
  });

  it('stay, ended, where an export says that they took it, though what replaced them goes', async () => {
    const id = await makeKey('took', org.accountId);
    await test.db.sql.rows(
      `INSERT INTO audience_export (organisation_id, account_id, address_book_id, made_by, api_key_id, as_of, use, purpose, format)
       VALUES ($1, $2, $3, 'took', $4, $5, 'EMAIL', 'MARKETING', 'CSV')`,
      [org.organisationId, org.accountId, org.newsletterId, id, now],
    );
    const rotation = { id, keyHash: hashOf('next'), overlapSeconds: 60, by, now };
    await test.db.transaction((tx) => replaceKey(tx, rotation));
    const deletionId = await askDeletion();
    await deletions.carriesOut();
    expect((await findDeletion(test.db.sql, null, deletionId))!.finishedAt).toEqual(now);
    expect(await open('took')).toEqual({ refused: 'revoked' });
    expect(await open('next')).toEqual({ refused: 'unknown' });
  });

  it('are not made any more', async () => {
    const { organisationId, accountId } = org;
    const grants = [{ right: 'ADMIN', accountId: null }] as const;
    const maker = { kind: 'MEMBER', id: 'any', organisationId, name: 'Eva', grants } as const;
    await askDeletion();
    const late = { accountId, name: 'late', role: 'ADMIN', keyHash: hashOf('late') } as const;
    expect(await test.db.transaction((tx) => issueApiKey(tx, maker, late, now))).toEqual({
      refused: 'account-not-found',
    });
  });

  it('go with it where one was made as the deletion was asked for', async () => {
    await askDeletion();
    await makeKey('late', org.accountId);
    await deletions.carriesOut();
    expect(await open('late')).toEqual({ refused: 'unknown' });
  });
});
