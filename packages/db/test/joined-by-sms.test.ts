import { addressKey } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, smsSender, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAddressBook, queuedSystemSms, recordConsents } from '../src/index.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
let test: TestDatabase;
let org: Seed;
let byNumber: string;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  const made = await createAddressBook(test.db.sql, {
    accountId: org.accountId,
    name: 'From a number',
    purpose: 'MARKETING',
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  byNumber = made.addressBookId;
  const code = { kind: 'SHORT_CODE', address: '72080', addressBookId: org.newsletterId } as const;
  await smsSender(test.db, org, code);
  await smsSender(test.db, org, {
    kind: 'NUMBER',
    address: '+46700000041',
    addressBookId: byNumber,
  });
});
afterAll(() => test?.close());

let next = 0;
const record = (count: number, addressBookId: string, evidence = 'said so at the fair') =>
  test.db.transaction((tx) =>
    recordConsents(tx, {
      organisationId: org.organisationId,
      items: Array.from({ length: count }, () => {
        next += 1;
        const address = `+4670178${String(next).padStart(4, '0')}`;
        return {
          channel: 'SMS' as const,
          address,
          addressKey: addressKey(org.ring, 'SMS', address),
          scope: { kind: 'BOOK' as const, id: addressBookId },
          consentText: 'Yes, text me.',
          source: evidence,
          obtainedAt: new Date('2026-05-01T12:00:00.000Z'),
          evidenceSha256: null,
          language: 'sv' as const,
          declaration: (scope: string) => `Jag vill ha ${scope}`,
          declarationVersion: '1',
        };
      }),
      actor: { kind: 'KEY', name: 'Eva' },
      now,
    }),
  );

const asked = () =>
  test.db.sql.rows<{ kind: string; sender: string; state: string }>(
    'SELECT kind, sender, state FROM system_sms',
  );
const JOINED = { kind: 'JOINED', sender: '72080', state: 'QUEUED' };

it.each([
  ['one', 1],
  ['many at once', 250],
])(
  'who is opted in by hand to what a short code sends is told so by SMS, each once: %s (E3, E4, E5)',
  async (_how, count) => {
    await test.db.sql.rows('DELETE FROM system_sms');
    await record(count, org.newsletterId);
    expect(await asked()).toEqual(Array.from({ length: count }, () => JOINED));
    const soon = new Date(now.getTime() + 60_000);
    expect(await queuedSystemSms(test.db.sql, soon, 1000)).toHaveLength(count);
  },
);

it('who is opted in to what another sender sends is not, for no law asks for it', async () => {
  await test.db.sql.rows('DELETE FROM system_sms');
  await record(2, byNumber);
  expect(await asked()).toEqual([]);
});
