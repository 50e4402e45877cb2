import { hashSecretToken, originKey } from '@adieu/keys';
import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  archiveSignUpForm,
  armDoubleOptIn,
  confirmDoubleOptIn,
  createSignUpForm,
  ensureRecipient,
  findDoubleOptIn,
  findProof,
  findRecipient,
  findSignUpForm,
  recordOptOut,
  type SignUp,
  signUp,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const start = new Date('2026-05-04T08:00:00.000Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const TEXT = {
  title: 'Newsletter',
  declaration: 'I want the newsletter of Nordlys.',
  languages: ['sv', 'en'],
  origins: ['https://shop.example.test'],
  redirectUrl: null,
};

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  return () => test.close();
});

const create = (change: { organisationId?: string; addressBookId?: string } = {}) =>
  createSignUpForm(test.db.sql, {
    ...TEXT,
    organisationId: org.organisationId,
    addressBookId: org.newsletterId,
    now: start,
    ...change,
  });

const somebody = (name: string) => ({
  address: `${name}@example.test`,
  addressKey: hashSecretToken(name),
});

const post = (formId: string, name: string, now: Date, more: Partial<SignUp> = {}) =>
  test.db.transaction((sql) =>
    signUp(sql, {
      formId,
      channel: 'EMAIL',
      ...somebody(name),
      language: 'en',
      formUrl: 'https://shop.example.test/f/',
      origin: '192.0.2.1',
      userAgent: 'Browser A',
      originKey: null,
      now,
      ...more,
    }),
  );

const counts = async (): Promise<object> => {
  const [row] = await test.db.sql.rows<object>(
    `SELECT (SELECT count(*)::int FROM double_opt_in) AS asked,
       (SELECT count(*)::int FROM suppression WHERE state = 'OPTED_OUT') AS "optedOut",
       (SELECT count(*)::int FROM double_opt_in_proof) AS proofs,
       (SELECT count(*)::int FROM outbox WHERE message->>'kind' = 'double-opt-in.started') AS mails`,
  );
  return row!;
};

describe('a sign-up form', () => {
  it('is made for a live marketing book of one’s own organisation alone', async () => {
    const id = (await create())!;
    expect(await findSignUpForm(test.db.sql, id)).toEqual({
      ...TEXT,
      id,
      organisationId: org.organisationId,
      accountId: org.accountId,
      addressBookId: org.newsletterId,
      declarationVersion: 1,
    });
    expect(await create({ organisationId: crypto.randomUUID() })).toBeNull();
    expect(await create({ addressBookId: org.staffId })).toBeNull();
    expect(await findSignUpForm(test.db.sql, crypto.randomUUID())).toBeNull();
  });

  it('closes by its own organisation, once, and takes no post then', async () => {
    const id = (await create())!;
    const { organisationId } = org;
    const close = (by: string) =>
      archiveSignUpForm(test.db.sql, { organisationId: by, id, now: start });
    expect(await close(crypto.randomUUID())).toBe(false);
    expect(await close(organisationId)).toBe(true);
    expect(await close(organisationId)).toBe(false);
    expect(await post(id, 'late', after(1))).toEqual({ refused: 'not-found' });
    expect(await counts()).toEqual({ asked: 0, optedOut: 0, proofs: 0, mails: 0 });
  });

  it('closes with its book', async () => {
    const id = (await create())!;
    await test.db.sql.rows('UPDATE address_book SET archived_at = now() WHERE id = $1', [
      org.newsletterId,
    ]);
    expect(await findSignUpForm(test.db.sql, id)).toBeNull();
    expect(await create()).toBeNull();
  });

  it('never has one version for two declarations, whoever writes them (D-2)', async () => {
    const id = (await create())!;
    const version = async (set: string): Promise<number> => {
      await test.db.sql.rows(`UPDATE sign_up_form SET ${set} WHERE id = $1`, [id]);
      return (await findSignUpForm(test.db.sql, id))!.declarationVersion;
    };
    expect(await version(`title = 'Another'`)).toBe(1);
    expect(await version(`declaration = 'And offers.'`)).toBe(2);
    expect(await version(`declaration = 'And calls.', declaration_version = 2`)).toBe(3);
    expect(await version('declaration_version = 1')).toBe(3);
  });
});

describe('a post of a sign-up form', () => {
  it('only starts a double opt-in, with the form’s own text, and its link proves that text (D-1, D-2)', async () => {
    const id = (await create())!;
    const started = await post(id, 'new', start);
    if ('refused' in started) throw new Error(started.refused);
    expect(await counts()).toEqual({ asked: 1, optedOut: 0, proofs: 0, mails: 1 });
    const tokenHash = hashSecretToken('link');
    await armDoubleOptIn(test.db.sql, {
      id: started.id,
      tokenHash,
      messageId: '<1@t>',
      now: start,
    });
    expect(await findDoubleOptIn(test.db.sql, tokenHash)).toMatchObject({
      scopeKind: 'BOOK',
      scopeId: org.newsletterId,
      declaration: TEXT.declaration,
    });
    const confirmed = await test.db.transaction((sql) =>
      confirmDoubleOptIn(sql, { tokenHash, origin: null, userAgent: null, now: after(1) }),
    );
    if ('refused' in confirmed) throw new Error(confirmed.refused);
    expect(await findProof(test.db.sql, org.organisationId, confirmed.proofId)).toMatchObject({
      declaration: TEXT.declaration,
      declarationVersion: `form ${id}, version 1`,
      formUrl: 'https://shop.example.test/f/',
    });
  });

  it('does the same for an address that left, and lifts nothing by itself (D-1, D-6)', async () => {
    const id = (await create())!;
    const { organisationId, newsletterId } = org;
    const recipientId = await ensureRecipient(test.db.sql, {
      organisationId,
      channel: 'EMAIL',
      ...somebody('left'),
    });
    await recordOptOut(test.db.sql, {
      target: { organisationId, recipientId, scope: { kind: 'BOOK', id: newsletterId } },
      signal: 'CLEAR',
      method: 'API',
      actor: { kind: 'KEY', name: 'Eva' },
      evidence: {},
      now: start,
    });
    const answers = [await post(id, 'left', after(1)), await post(id, 'new', after(1))];
    expect(answers.map((answer) => Object.keys(answer))).toEqual([['id'], ['id']]);
    expect(await counts()).toEqual({ asked: 2, optedOut: 1, proofs: 0, mails: 2 });
  });

  it('is limited for each address and each origin (D-8)', async () => {
    const id = (await create())!;
    await post(id, 'one', start);
    expect(await post(id, 'one', after(9))).toEqual({ refused: 'too-many' });
    expect(await post(id, 'one', after(11))).toHaveProperty('id');
    const from = { originKey: originKey(org.ring, '198.51.100.7') };
    for (let n = 0; n < 10; n += 1) await post(id, `office-${n}`, after(20), from);
    expect(await post(id, 'office-10', after(21), from)).toEqual({ refused: 'too-many' });
    expect(await counts()).toMatchObject({ asked: 12, mails: 12 });
    const { organisationId } = org;
    const { addressKey } = somebody('office-10');
    expect(await findRecipient(test.db.sql, organisationId, 'EMAIL', addressKey)).toBeNull();
  });
});
