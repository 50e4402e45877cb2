import { addressKey } from '@adieu/keys';
import { createTestDatabase, seed, type Seed, type TestDatabase, leaves } from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ConsentItem,
  consentsOf,
  ensureRecipient,
  eraseEvidence,
  findEvidence,
  mayContact,
  recordConsents,
  recordOptOut,
  storeEvidence,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');
const later = new Date('2026-05-04T09:00:00.000Z');

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  return () => test.close();
});

const address = (n: number): string => `claimed-${n}@example.test`;
const item = (n: number, more: Partial<ConsentItem> = {}): ConsentItem => ({
  channel: 'EMAIL',
  address: address(n),
  addressKey: addressKey(org.ring, 'EMAIL', address(n)),
  scope: { kind: 'BOOK', id: org.newsletterId },
  consentText: 'Yes, send me the newsletter.',
  source: 'Fair in Malmö, form 17',
  obtainedAt: new Date('2026-05-01T12:00:00.000Z'),
  evidenceSha256: null,
  language: 'sv',
  declaration: (scope) => `Jag vill ha ${scope}`,
  declarationVersion: '1',
  ...more,
});
const record = (...items: ConsentItem[]) =>
  test.db.transaction((sql) =>
    recordConsents(sql, {
      organisationId: org.organisationId,
      items,
      actor: { kind: 'KEY', name: 'Eva' },
      now,
    }),
  );

const recipientOf = (n: number): Promise<string> =>
  ensureRecipient(test.db.sql, { organisationId: org.organisationId, ...item(n) });

const leave = async (
  n: number,
  scope: { kind: 'TOPIC' | 'BOOK' | 'ACCOUNT' | 'ORGANISATION'; id: string },
  signal: 'CLEAR' | 'UNCLEAR' = 'CLEAR',
) => {
  const { organisationId } = org;
  const target = { organisationId, recipientId: await recipientOf(n), scope };
  return leaves(test.db.sql, target, { signal, now });
};

async function allowed(n: number): Promise<boolean> {
  const gate = await mayContact(test.db.sql, {
    organisationId: org.organisationId,
    addressKey: item(n).addressKey,
    channel: 'EMAIL',
    addressBookId: org.newsletterId,
    topicId: null,
    accountId: null,
    purpose: null,
    now,
  });
  return 'answer' in gate && gate.answer.allowed;
}

describe('a consent recorded by hand', () => {
  it('keeps text, source, time, who and the file, joins the book, and stands in the ledger (E4, D-10)', async () => {
    const file = await storeEvidence(test.db.sql, {
      organisationId: org.organisationId,
      name: 'form-17.pdf',
      mediaType: 'application/pdf',
      content: Buffer.from('%PDF-1.7 signed'),
      by: 'Eva',
      now,
    });
    if ('refused' in file) throw new Error(file.refused);
    const [result] = await record(item(1, { evidenceSha256: file.sha256 }));
    expect(result).toMatchObject({ outcome: 'RECORDED' });
    const [kept] = await consentsOf(test.db.sql, await recipientOf(1));
    expect(kept).toMatchObject({
      consentText: 'Yes, send me the newsletter.',
      source: 'Fair in Malmö, form 17',
      obtainedAt: new Date('2026-05-01T12:00:00.000Z'),
      recordedAt: now,
      recordedBy: 'Eva',
      scopeName: 'Newsletter',
      evidenceSha256: Buffer.from(file.sha256, 'hex'),
    });
    expect(await allowed(1)).toBe(true);
    const rows = await test.db.sql.rows<{ detail: object }>(
      "SELECT detail FROM ledger_event WHERE type = 'CONSENT_RECORDED' AND actor = 'Eva'",
    );
    expect(rows).toMatchObject([
      { detail: { consentId: kept!.id, outcome: 'RECORDED', evidenceSha256: file.sha256 } },
    ]);
    expect(
      await test.db.sql.rows(
        'SELECT count(*)::int AS n FROM book_address WHERE recipient_id = $1',
        [kept!.recipientId],
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('only starts a double opt-in where something covers the scope, or the address ever left it (D-10, E5, F12)', async () => {
    await leave(1, { kind: 'BOOK', id: org.newsletterId });
    await leave(2, { kind: 'ACCOUNT', id: org.accountId });
    await leave(3, { kind: 'ORGANISATION', id: org.organisationId });
    await leave(4, { kind: 'BOOK', id: org.newsletterId }, 'UNCLEAR');
    await leave(5, { kind: 'TOPIC', id: org.newsTopicId });
    await leave(6, { kind: 'BOOK', id: org.newsletterId });
    // Came back since: what lifts an opt-out is proven elsewhere; here it only must not be forgotten.
    await test.db.transaction(async (sql) => {
      await sql.rows('SET LOCAL session_replication_role = replica');
      await sql.rows('DELETE FROM suppression WHERE address_key = $1', [item(6).addressKey]);
      await sql.rows("UPDATE opt_out_request SET state = 'LIFTED' WHERE address_key = $1", [
        item(6).addressKey,
      ]);
    });
    const results = await record(...[1, 2, 3, 4, 5, 6, 7].map((n) => item(n)));
    expect(results.map((result) => 'outcome' in result && result.outcome)).toEqual([
      'DOUBLE_OPT_IN_STARTED',
      'DOUBLE_OPT_IN_STARTED',
      'DOUBLE_OPT_IN_STARTED',
      'DOUBLE_OPT_IN_STARTED',
      'RECORDED',
      'DOUBLE_OPT_IN_STARTED',
      'RECORDED',
    ]);
    expect(await Promise.all([1, 2, 3, 4].map(allowed))).toEqual([false, false, false, false]);
    const mails = await test.db.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM outbox WHERE message->>'kind' = 'double-opt-in.started'",
    );
    expect(mails).toEqual([{ n: 5 }]);
    // Again within ten minutes: the claim is kept, and no second mail goes out (D-8).
    expect(await record(item(1))).toMatchObject([{ outcome: 'DOUBLE_OPT_IN_LIMITED' }]);
  });

  it('is refused, each for itself, without text, source, scope or file, or from the future', async () => {
    const results = await record(
      item(1, { consentText: ' ' }),
      item(2, { source: '' }),
      item(3, { obtainedAt: later }),
      item(4, { scope: { kind: 'BOOK', id: crypto.randomUUID() } }),
      item(5, { evidenceSha256: 'ab'.repeat(32) }),
      item(6),
    );
    expect(
      results.map((result) => ('refused' in result ? result.refused : result.outcome)),
    ).toEqual([
      'text-missing',
      'source-missing',
      'obtained-in-future',
      'scope-not-found',
      'evidence-not-found',
      'RECORDED',
    ]);
  });

  it('never lifts anything, not by raw SQL either, and is never changed (D-1, D-10)', async () => {
    await record(item(1));
    await leave(1, { kind: 'BOOK', id: org.newsletterId });
    const claim = `
      INSERT INTO consent_record (organisation_id, account_id, recipient_id, list_id, address_key, channel, scope_kind,
        scope_id, scope_name, consent_text, source, obtained_at, outcome, recorded_at, recorded_by)
      SELECT organisation_id, account_id, recipient_id, list_id, address_key, channel, scope_kind, scope_id, scope_name,
        'Really!', source, obtained_at, $1, now(), recorded_by FROM consent_record`;
    await expect(test.db.sql.rows(claim, ['RECORDED'])).rejects.toThrow(/only a double opt-in/);
    await test.db.sql.rows(claim, ['DOUBLE_OPT_IN_STARTED']);
    await expect(test.db.sql.rows('DELETE FROM suppression')).rejects.toThrow(/double opt-in/);
    expect(await allowed(1)).toBe(false);
    for (const attack of [
      "UPDATE consent_record SET source = 'other'",
      'DELETE FROM consent_record',
      'TRUNCATE consent_record',
    ])
      await expect(test.db.sql.rows(attack)).rejects.toThrow(/append-only/);
  });

  it('that races an opt-out leaves the opt-out in force (D-9)', async () => {
    for (let n = 1; n <= 20; n += 1) {
      await recipientOf(n);
      const both = [
        () => record(item(n)),
        () => leave(n, { kind: 'BOOK' as const, id: org.newsletterId }),
      ];
      await Promise.all((n % 2 === 0 ? both : both.toReversed()).map((act) => act()));
      expect(await allowed(n)).toBe(false);
    }
  });
});

describe('an evidence file', () => {
  it('is kept once by its hash, is not changed, and its content may be erased (E4, G-3)', async () => {
    const file = {
      organisationId: org.organisationId,
      name: 'note.txt',
      mediaType: 'text/plain',
      content: Buffer.from('She said yes.'),
      by: 'Eva',
      now,
    };
    const first = await storeEvidence(test.db.sql, file);
    expect(await storeEvidence(test.db.sql, { ...file, name: 'again.txt' })).toEqual(first);
    const { sha256 } = first as { sha256: string };
    expect(await findEvidence(test.db.sql, org.organisationId, sha256)).toMatchObject({
      name: 'note.txt',
      size: 13,
      content: file.content,
    });
    expect(await findEvidence(test.db.sql, crypto.randomUUID(), sha256)).toBeNull();
    for (const attack of [
      "UPDATE evidence_file SET content = 'She said no..'",
      "UPDATE evidence_file SET name = 'x'",
      'DELETE FROM evidence_file',
      'TRUNCATE evidence_file CASCADE',
    ])
      await expect(test.db.sql.rows(attack)).rejects.toThrow(/append-only|check constraint/);
    await expect(
      test.db.sql.rows(
        `INSERT INTO evidence_file SELECT organisation_id, sha256('other'), name, media_type, size, content, uploaded_at,
           uploaded_by FROM evidence_file`,
      ),
    ).rejects.toThrow(/check constraint/);
    expect(await eraseEvidence(test.db.sql, org.organisationId, sha256)).toBe(true);
    expect(await eraseEvidence(test.db.sql, org.organisationId, sha256)).toBe(false);
    expect(await findEvidence(test.db.sql, org.organisationId, sha256)).toMatchObject({
      content: null,
      size: 13,
    });
  });
});

describe('a consent by a number', () => {
  const number = '+46701740605';
  const byNumber = (): ConsentItem =>
    item(1, {
      channel: 'SMS',
      address: number,
      addressKey: addressKey(org.ring, 'SMS', number),
    });

  it('is recorded, and refused where it once left: no double opt-in can reach it yet (D-10)', async () => {
    expect(await record(byNumber())).toMatchObject([{ outcome: 'RECORDED' }]);
    const recipientId = await ensureRecipient(test.db.sql, {
      organisationId: org.organisationId,
      ...byNumber(),
    });
    const contacts = 'SELECT channel FROM book_address WHERE recipient_id = $1';
    expect(await test.db.sql.rows(contacts, [recipientId])).toEqual([{ channel: 'SMS' }]);
    await recordOptOut(test.db.sql, {
      target: {
        organisationId: org.organisationId,
        recipientId,
        scope: { kind: 'BOOK', id: org.newsletterId },
      },
      signal: 'CLEAR',
      method: 'API',
      actor: { kind: 'KEY', name: 'Eva' },
      evidence: {},
      now,
    });
    expect(await record(byNumber())).toEqual([{ refused: 'channel-not-served' }]);
    expect(await consentsOf(test.db.sql, recipientId)).toHaveLength(1);
  });
});
