import { countries, proofYears } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import { createTestDatabase, leaves, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeOrganisation,
  consentsOf,
  ensureRecipient,
  findEvidence,
  proofsOf,
  purgeBatch,
  recordConsents,
  sealLedger,
  storeEvidence,
  verifyLedger,
} from '../src/index.ts';
import { comesBack } from './comes-back.ts';
import { deletionsOf } from './deletions-of.ts';

const DAY = 86_400_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);
/** When everybody here agreed: before any consent ended. */
const given = daysAgo(4_500);
let test: TestDatabase;
let org: Seed;

beforeEach(async () => {
  test = await createTestDatabase({ role: 'engine' });
  org = await seed(test.db);
  await changeOrganisation(test.db.sql, org.organisationId, { proofRetentionDays: 730 });
});
afterEach(() => test?.close());

const addressOf = (name: string) => {
  const address = `${name}@example.test`;
  return { channel: 'EMAIL', address, addressKey: addressKey(org.ring, 'EMAIL', address) } as const;
};
const recipientOf = (name: string): Promise<string> =>
  ensureRecipient(test.db.sql, { organisationId: org.organisationId, ...addressOf(name) });
const newsletter = () => ({ kind: 'BOOK', id: org.newsletterId }) as const;

async function keepsFile(content: string): Promise<string> {
  const { organisationId } = org;
  const name = `${content}.txt`;
  const file = { organisationId, name, mediaType: 'text/plain', by: 'Eva', now: given };
  const stored = await storeEvidence(test.db.sql, { ...file, content: Buffer.from(content) });
  if ('refused' in stored) throw new Error(stored.refused);
  return stored.sha256;
}

/** Says to an admin that they want the newsletter. */
async function agrees(name: string, evidenceSha256: string | null = null): Promise<string> {
  const item = {
    ...addressOf(name),
    scope: newsletter(),
    consentText: 'Yes, the newsletter.',
    source: 'Fair',
    obtainedAt: given,
    evidenceSha256,
    language: 'en',
    declaration: (scope: string) => `I want ${scope}`,
    declarationVersion: '1',
  } as const;
  const { organisationId } = org;
  const actor = { kind: 'KEY', name: 'Eva' } as const;
  const [done] = await test.db.transaction((sql) =>
    recordConsents(sql, { organisationId, items: [item], actor, now: given }),
  );
  if (done === undefined || 'refused' in done) throw new Error('no consent recorded');
  return recipientOf(name);
}

/** Confirms by the link of a mail that they want it. */
async function confirms(name: string): Promise<string> {
  const recipientId = await recipientOf(name);
  const { organisationId, accountId } = org;
  const start = { organisationId, accountId, recipientId, scope: newsletter(), now: given };
  await comesBack(test.db, start);
  return recipientId;
}

const leavesIt = (recipientId: string, days: number) =>
  leaves(
    test.db.sql,
    { organisationId: org.organisationId, recipientId, scope: newsletter() },
    { now: daysAgo(days) },
  );

const purge = (what: 'consents' | 'proofs') => purgeBatch(test.db.sql, what, new Date(), 100);
const has = async (recipientId: string): Promise<number> =>
  (await consentsOf(test.db.sql, recipientId)).length +
  (await proofsOf(test.db.sql, recipientId)).length;
const fileIsKept = async (sha256: string): Promise<boolean> =>
  (await findEvidence(test.db.sql, org.organisationId, sha256))?.content != null;

describe('a recorded consent (G-9, E4)', () => {
  it('goes once it ended longer ago than the organisation keeps proofs; those in use stay', async () => {
    const [ended, lately, inUse] = [
      await agrees('ended'),
      await agrees('lately'),
      await agrees('in-use'),
    ];
    await leavesIt(ended, 731);
    await leavesIt(lately, 729);
    expect(await purge('consents')).toBe(1);
    expect(await purge('consents')).toBe(0);
    expect([await has(ended), await has(lately), await has(inUse)]).toEqual([0, 1, 1]);
    while ((await sealLedger(test.db, new Date())) === null);
    expect(await verifyLedger(test.db.sql, { from: null, to: null })).toMatchObject({
      broken: null,
    });
  });

  it('takes the file with it that speaks for nobody else', async () => {
    const [theirs, shared] = [await keepsFile('theirs'), await keepsFile('shared')];
    await leavesIt(await agrees('one', theirs), 731);
    await leavesIt(await agrees('two', shared), 731);
    await agrees('three', shared);
    expect(await purge('consents')).toBe(2);
    expect([await fileIsKept(theirs), await fileIsKept(shared)]).toEqual([false, true]);
  });

  it('can not be taken away before, nor changed, by raw SQL', async () => {
    await leavesIt(await agrees('lately'), 729);
    for (const attack of ['DELETE FROM consent_record', "UPDATE consent_record SET source = 'x'"])
      await expect(test.db.sql.rows(attack)).rejects.toThrow(/append-only/);
  });
});

describe('where its organisation names no time (G-9)', () => {
  beforeEach(async () => {
    await changeOrganisation(test.db.sql, org.organisationId, { proofRetentionDays: null });
  });
  const isIn = (country: string | null) =>
    test.db.sql.rows('UPDATE account SET country = $2 WHERE id = $1', [org.accountId, country]);

  it.each([
    ['DK', 2],
    ['CA', 3],
    ['US', 4],
    ['DE', 5],
    ['SE', 10],
    [null, 10],
  ] as const)('a consent of an account in %s is proven for %i years', async (country, years) => {
    await isIn(country);
    const [before, after] = [await agrees('before'), await confirms('after')];
    await leavesIt(before, years * 365 - 3);
    await leavesIt(after, years * 366 + 3);
    await purge('consents');
    await purge('proofs');
    expect([await has(before), await has(after)]).toEqual([1, 0]);
    // What was said goes before the law.
    await changeOrganisation(test.db.sql, org.organisationId, { proofRetentionDays: 365 });
    expect(await purge('consents')).toBe(1);
  });

  it('the database knows of each country what the domain does', async () => {
    const rows = await test.db.sql.rows<{ country: string; years: number }>(
      'SELECT country, proof_years(country) AS years FROM unnest($1::text[]) AS c(country)',
      [countries()],
    );
    expect(rows.length).toBeGreaterThan(200);
    for (const { country, years } of rows)
      expect([country, years]).toEqual([country, proofYears(country)]);
    const [none] = await test.db.sql.rows<{ years: number }>('SELECT proof_years(NULL) AS years');
    expect(none!.years).toBe(proofYears(null));
  });
});

describe('consents of an account that is deleted (GDPR Art. 17(3)(e), O-10)', () => {
  it.each([
    ['an account', 729, 1],
    ['an account', 731, 0],
    ['the organisation', 729, 1],
    ['the organisation', 731, 0],
  ] as const)('of %s that was deleted %i days ago: %i left', async (what, days, left) => {
    const people = [await agrees('recorded'), await confirms('confirmed')];
    const deletions = deletionsOf(test, org, daysAgo(days));
    await (what === 'an account'
      ? deletions.asks(org.accountId, 'Nordlys Shop')
      : deletions.asks(null, 'Nordlys'));
    await deletions.carriesOut();
    await purge('consents');
    await purge('proofs');
    expect(await Promise.all(people.map(has))).toEqual([left, left]);
  });
});
