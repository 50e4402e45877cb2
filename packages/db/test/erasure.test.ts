import { createTestDatabase, leaves, type Seed, seed, type TestDatabase } from '@adieu/testkit';
import { addressKey } from '@adieu/keys';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  eraseRecipient,
  findEvidence,
  importContacts,
  mayContactMany,
  recordConsents,
  sealLedger,
  storeEvidence,
  verifyLedger,
  wishesBeforeErasure,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');
const ANNA = 'anna@example.test';
const BO = 'bo@example.test';

beforeEach(async () => {
  test = await createTestDatabase({ role: 'engine' });
  org = await seed(test.db);
  await bring(ANNA);
  await bring(BO);
  return () => test.close();
});

/** A list names somebody (anew). */
const bring = (address: string, addressBookId = org.newsletterId) =>
  importContacts(test.db, {
    organisationId: org.organisationId,
    addressBookId,
    rows: [{ line: 2, addresses: [{ channel: 'EMAIL', address }], language: 'en', fields: {} }],
    ring: org.ring,
    now,
  });
const idOf = async (address: string): Promise<string> => {
  const [row] = await test.db.sql.rows<{ id: string }>(
    'SELECT id FROM recipient WHERE address_key = $1',
    [addressKey(org.ring, 'EMAIL', address)],
  );
  return row!.id;
};
const erase = async (address: string, leaveAllMarketing = false) => {
  const recipientId = await idOf(address);
  return test.db.transaction((tx) => eraseRecipient(tx, { recipientId, now, leaveAllMarketing }));
};
const leave = async (address: string, scope: { kind: 'TOPIC' | 'BOOK'; id: string }) =>
  leaves(
    test.db.sql,
    { organisationId: org.organisationId, recipientId: await idOf(address), scope },
    { method: 'LINK', actor: { kind: 'RECIPIENT', name: null }, now },
  );
const may = async (address: string, addressBookId = org.newsletterId) => {
  const { organisationId } = org;
  const path = {
    organisationId,
    channel: 'EMAIL',
    addressBookId,
    topicId: null,
    accountId: null,
  } as const;
  const judged = await mayContactMany(test.db.sql, { ...path, purpose: null, now }, [
    addressKey(org.ring, 'EMAIL', address),
  ]);
  return 'refused' in judged ? judged.refused : judged.answers[0]!.allowed;
};

describe('an erasure of somebody who had left something (G-3)', () => {
  it('leaves all marketing: a list that names them anew reaches nobody, whatever they had left', async () => {
    await leave(ANNA, { kind: 'TOPIC', id: org.eventsTopicId });
    expect(await may(ANNA)).toBe(true);
    expect(await erase(ANNA)).toMatchObject({ leftAllMarketing: true });
    await bring(ANNA);
    expect(await may(ANNA)).toBe(false);
  });

  it('does so too where the wish still waits for a decision', async () => {
    await bring(ANNA, org.staffId);
    await leave(ANNA, { kind: 'BOOK', id: org.staffId });
    expect(await erase(ANNA)).toMatchObject({ leftAllMarketing: true });
    await bring(ANNA);
    expect(await may(ANNA)).toBe(false);
  });

  it('goes for all addresses of the person, and leaves the ledger sealed', async () => {
    const addresses = [
      { channel: 'EMAIL', address: 'eva@example.test' },
      { channel: 'SMS', address: '+46701740605' },
    ] as const;
    await importContacts(test.db, {
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      rows: [{ line: 2, addresses, language: 'en', fields: {} }],
      ring: org.ring,
      now,
    });
    await leave('eva@example.test', { kind: 'TOPIC', id: org.newsTopicId });
    await sealLedger(test.db, now);
    await erase('eva@example.test');
    await sealLedger(test.db, now);
    const [left] = await test.db.sql.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM suppression WHERE scope_kind = 'ORGANISATION' AND state = 'OPTED_OUT'`,
      [],
    );
    expect(left!.n).toBe(2);
    expect(await verifyLedger(test.db.sql, { from: null, to: null })).toMatchObject({
      broken: null,
    });
  });
});

describe('an erasure of somebody who had left nothing (G-3)', () => {
  it('says that they may be written to again, which then is so', async () => {
    expect(await wishesBeforeErasure(test.db.sql, [await idOf(ANNA)])).toEqual({
      leftSomething: false,
      leftAllMarketing: false,
    });
    expect(await erase(ANNA)).toMatchObject({ leftAllMarketing: false });
    await bring(ANNA);
    expect(await may(ANNA)).toBe(true);
  });

  it('leaves all marketing where they want both, and tells the same again when repeated', async () => {
    expect(await erase(ANNA, true)).toMatchObject({ leftAllMarketing: true });
    expect(await erase(ANNA)).toMatchObject({ leftAllMarketing: true });
    await bring(ANNA);
    expect(await may(ANNA)).toBe(false);
  });
});

describe('what goes with an erasure (G-3)', () => {
  const file = async (name: string) => {
    const { organisationId } = org;
    const content = Buffer.from(`%PDF-1.4 ${name}`);
    const mediaType = 'application/pdf';
    const stored = await storeEvidence(test.db.sql, {
      organisationId,
      name,
      mediaType,
      content,
      by: 'x',
      now,
    });
    return (stored as { sha256: string }).sha256;
  };
  const consent = (address: string, evidenceSha256: string) =>
    test.db.transaction((tx) =>
      recordConsents(tx, {
        organisationId: org.organisationId,
        actor: { kind: 'SYSTEM', name: 'x' },
        now,
        items: [
          {
            channel: 'EMAIL',
            address,
            addressKey: addressKey(org.ring, 'EMAIL', address),
            scope: { kind: 'BOOK', id: org.newsletterId },
            consentText: 'Yes',
            source: 'fair',
            obtainedAt: now,
            evidenceSha256,
            language: 'en',
            declaration: () => 'I agree.',
            declarationVersion: '1',
          },
        ],
      }),
    );
  const contentOf = async (sha256: string) => {
    const found = await findEvidence(test.db.sql, org.organisationId, sha256);
    return { name: found!.name, kept: found!.content !== null };
  };

  it('are the files that speak for their consents, with their names; what somebody else’s rests on stays', async () => {
    const [own, shared] = [await file('anna.pdf'), await file('list.pdf')];
    await consent(ANNA, own);
    await consent(ANNA, shared);
    await consent(BO, shared);
    await erase(ANNA);
    expect(await contentOf(own)).toEqual({ name: 'erased', kept: false });
    expect(await contentOf(shared)).toEqual({ name: 'list.pdf', kept: true });
    await erase(BO);
    expect(await contentOf(shared)).toEqual({ name: 'erased', kept: false });
    const [records] = await test.db.sql.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM consent_record',
      [],
    );
    expect(records!.n).toBe(3);
  });
});
