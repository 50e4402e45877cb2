import type { Language } from '@adieu/domain';
import { Readable } from 'node:stream';
import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ContactRow,
  importContacts,
  type RejectedRow,
  withIdempotency,
} from '../src/index.ts';
import { contactRows } from './contact-rows.ts';

let test: TestDatabase;
let org: Seed;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test.close());

const importRows = (
  rows: readonly (ContactRow | RejectedRow)[],
  addressBookId = org.newsletterId,
) =>
  importContacts(test.db, {
    now: new Date(),
    organisationId: org.organisationId,
    addressBookId,
    rows: Readable.from(rows),
    ring: org.ring,
  });

describe('importing contacts', () => {
  it('keeps the good rows and reports the bad ones with their line', async () => {
    const rejected = [
      { line: 3, field: 'email', message: 'not an e-mail address' },
      { line: 5, field: null, message: 'not readable as CSV' },
    ];
    const named = (name: string, language: Language | null, first_name: string) => ({
      address: `${name}@example.test`,
      language,
      fields: { first_name },
    });
    const [first, ...others] = contactRows(
      named('anna', 'sv', 'Anna'),
      named('jana', 'cs', 'Jana'),
      named('erik', null, 'Erik'),
      named('anna', 'sv', 'Anna twice'),
    );
    expect(await importRows([first!, ...rejected, ...others])).toEqual({
      created: 3,
      updated: 0,
      stillOptedOut: 0,
      rejectedCount: 2,
      rejected,
    });
    const rows = await test.db.sql.rows(
      'SELECT r.address, k.language, k.fields FROM book_address k JOIN recipient r ON r.id = k.recipient_id ORDER BY r.address',
    );
    expect(rows).toEqual([
      { address: 'anna@example.test', language: 'sv', fields: { first_name: 'Anna twice' } },
      { address: 'erik@example.test', language: null, fields: { first_name: 'Erik' } },
      { address: 'jana@example.test', language: 'cs', fields: { first_name: 'Jana' } },
    ]);
  });

  it('twice changes nothing (I-1)', async () => {
    const rows = contactRows('karin@example.test');
    expect(await importRows(rows)).toMatchObject({ created: 1, updated: 0 });
    expect(await importRows(rows)).toMatchObject({ created: 0, updated: 1 });
  });

  it('of ten thousand rows arrives whole', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `p${i}@bulk.example.test`);
    expect(await importRows(contactRows(...many), org.staffId)).toEqual({
      created: 10_000,
      updated: 0,
      stillOptedOut: 0,
      rejectedCount: 0,
      rejected: [],
    });
  });

  it("into another organisation's book is not found", async () => {
    const other = await seed(test.db, { name: 'Other' });
    expect(await importRows(contactRows('a@example.test'), other.newsletterId)).toBeNull();
  });
});

describe('an idempotency key (Q-5)', () => {
  const call = (key: string, input: string) => ({
    organisationId: org.organisationId,
    key,
    operation: 'test',
    input,
  });

  it('does the work once, also for twins at the same time, and gives the same result', async () => {
    let done = 0;
    const twins = await Promise.all(
      Array.from({ length: 10 }, () =>
        withIdempotency(test.db, call('k1', 'a'), async () => ({ run: ++done })),
      ),
    );
    expect(done).toBe(1);
    expect(twins.map((twin) => ('result' in twin ? twin.result.run : null))).toEqual(
      Array.from({ length: 10 }, () => 1),
    );
    expect(await withIdempotency(test.db, call('k1', 'b'), async () => null)).toEqual({
      conflict: true,
    });
  });

  it('is free again when the work failed', async () => {
    await expect(
      withIdempotency(test.db, call('k2', 'a'), () => Promise.reject(new Error('fault'))),
    ).rejects.toThrow('fault');
    expect(await withIdempotency(test.db, call('k2', 'b'), async () => 'ok')).toEqual({
      result: 'ok',
      replayed: false,
    });
  });
});
