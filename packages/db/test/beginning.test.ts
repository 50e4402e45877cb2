import { readBeginning } from '@adieu/keys';
import { createSecretToken } from '@adieu/keys';
import type { Beginning } from '@adieu/domain';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  armSetupLink,
  begin,
  beginByLink,
  type Begun,
  maySendFrom,
  policiesInForce,
  setupState,
  whoIsHere,
} from '../src/index.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const BY = { kind: 'SYSTEM', name: 'test' } as const;
const options = { by: BY, keys: [], now };
let test: TestDatabase;

beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test?.close());

function beginning(change: object = {}): Beginning {
  const read = readBeginning({
    organisation: 'Nordlys',
    senderAddress: 'news@nordlys.example.test',
    memberName: 'Eva',
    memberAddress: 'eva@nordlys.example.test',
    ...change,
  });
  if ('wrong' in read) throw new Error(read.wrong.join());
  return read;
}

describe('a beginning', () => {
  it.each([
    ['MARKETING', 'MARKETING', { ownerKind: 'INSTALLATION', mode: 'AT_ONCE' }],
    ['SERVICE', 'SERVICE', { ownerKind: 'INSTALLATION', mode: 'AT_ONCE' }],
    ['SERVICE_REVIEW', 'SERVICE', { ownerKind: 'BOOK', mode: 'REVIEW', onTimeout: 'OPT_OUT' }],
    [
      'SERVICE_REVIEW_OR_STAY',
      'SERVICE',
      { ownerKind: 'BOOK', mode: 'REVIEW', onTimeout: 'REVERT', reviewSeconds: 604_800 },
    ],
  ])(
    'of the rule %s makes a book of the purpose %s with its policy',
    async (rule, purpose, policy) => {
      const made = (await test.db.transaction((tx) =>
        begin(tx, beginning({ rule, country: 'SE' }), options),
      )) as Begun;
      const [in1] = await policiesInForce(test.db.sql, [made.addressBookId]);
      expect(in1).toMatchObject(policy);
      expect(await whoIsHere(test.db.sql)).toEqual([
        {
          id: made.organisationId,
          name: 'Nordlys',
          accounts: [{ id: made.accountId, name: 'Nordlys' }],
          books: [{ id: made.addressBookId, name: 'Newsletter', purpose }],
        },
      ]);
    },
  );

  it('is one of each name, also of two at once', async () => {
    const both = await Promise.all(
      [1, 2].map(() => test.db.transaction((tx) => begin(tx, beginning(), options))),
    );
    expect(both.filter((made) => 'refused' in made)).toEqual([{ refused: 'name-taken' }]);
    expect(await whoIsHere(test.db.sql)).toHaveLength(1);
  });

  it('has the domain of its sender from then on, unless it is another’s already (Q-8)', async () => {
    const start = (organisation: string, senderAddress: string) =>
      test.db.transaction((tx) => begin(tx, beginning({ organisation, senderAddress }), options));
    const { organisationId } = (await start('One', 'news@nordlys.se')) as Begun;
    expect(await maySendFrom(test.db.sql, organisationId, 'club@nordlys.se')).toBe(true);
    expect(await start('Two', 'news@mail.nordlys.se')).toEqual({ refused: 'domain-taken' });
    expect(await whoIsHere(test.db.sql)).toHaveLength(1);
  });
});

describe('a set-up link', () => {
  const arm = async (): Promise<Buffer> => {
    const { hash } = createSecretToken();
    expect(await armSetupLink(test.db.sql, hash, now)).toBe(true);
    return hash;
  };
  const byLink = (hash: Buffer, name = 'Nordlys'): ReturnType<typeof beginByLink> =>
    test.db.transaction((tx) => beginByLink(tx, hash, beginning({ organisation: name }), options));

  it('works until an organisation exists, then says so; of two presses one counts', async () => {
    const [first, second] = [await arm(), await arm()];
    expect(await setupState(test.db.sql, first)).toBe('OPEN');
    const answers = await Promise.all([byLink(first, 'One'), byLink(second, 'Two')]);
    expect(answers.filter((made) => 'refused' in made)).toEqual([{ refused: 'already-begun' }]);
    expect(await whoIsHere(test.db.sql)).toHaveLength(1);
    expect(await setupState(test.db.sql, first)).toBe('DONE');
    expect(await byLink(first)).toEqual({ refused: 'already-begun' });
    expect(await armSetupLink(test.db.sql, createSecretToken().hash, now)).toBe(false);
  });

  it('that was never there opens nothing, and only its hash is kept', async () => {
    const { hash } = createSecretToken();
    expect(await setupState(test.db.sql, hash)).toBeNull();
    expect(await byLink(hash)).toEqual({ refused: 'not-found' });
    expect(await whoIsHere(test.db.sql)).toEqual([]);
  });

  it('is dead once somebody began by another way', async () => {
    const hash = await arm();
    await test.db.transaction((tx) => begin(tx, beginning(), options));
    expect(await byLink(hash, 'Other')).toEqual({ refused: 'already-begun' });
  });
});
