import { DEFAULT_POLICY, type OptOutPolicy, type Purpose } from '@adieu/domain';
import {
  releaseDraft,
  createTestDatabase,
  seed,
  type Seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createAccount,
  createAddressBook,
  endReview,
  ensureRecipient,
  extendRequest,
  findRequests,
  policiesInForce,
  policiesOfRequests,
  policyHistory,
  type PolicyTarget,
  recordOptOut,
  type RecordedOptOut,
  setPolicy,
  addMember,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');
const HOUR_MS = 3_600_000;
const after = (ms: number): Date => new Date(now.getTime() + ms);

beforeAll(async () => {
  test = await createTestDatabase();
});
beforeEach(async () => {
  org = await seed(test.db);
});
afterAll(() => test.close());

const review: OptOutPolicy = { mode: 'REVIEW', reviewSeconds: 7_200, onTimeout: 'REVERT' };

async function set(target: PolicyTarget, policy: OptOutPolicy): Promise<number> {
  const done = await test.db.transaction((sql) =>
    setPolicy(sql, { ...target, organisationId: org.organisationId, policy, createdBy: 'Eva' }),
  );
  if ('refused' in done) throw new Error(done.refused);
  return done.version;
}

async function newBook(purpose: Purpose, accountId = org.accountId): Promise<string> {
  const name = `Book ${crypto.randomUUID()}`;
  const made = await createAddressBook(test.db.sql, { accountId, name, purpose, createdBy: 'Eva' });
  if ('refused' in made) throw new Error(made.refused);
  return made.addressBookId;
}

async function inForce(bookId: string) {
  return (await policiesInForce(test.db.sql, [bookId]))[0];
}

async function someone(): Promise<string> {
  const address = `${crypto.randomUUID()}@example.test`;
  return ensureRecipient(test.db.sql, {
    organisationId: org.organisationId,
    channel: 'EMAIL',
    address,
    addressKey: Buffer.from(crypto.randomUUID().replaceAll('-', '')),
  });
}

async function wish(
  bookId: string,
  more: { signal?: 'CLEAR' | 'UNCLEAR'; at?: Date } = {},
): Promise<RecordedOptOut> {
  const recorded = await recordOptOut(test.db.sql, {
    target: {
      organisationId: org.organisationId,
      recipientId: await someone(),
      scope: { kind: 'BOOK', id: bookId },
    },
    signal: more.signal ?? 'CLEAR',
    method: 'MANUAL',
    actor: { kind: 'KEY', name: 'Eva' },
    evidence: {},
    now: more.at ?? now,
  });
  if ('refused' in recorded) throw new Error(recorded.refused);
  return recorded;
}

describe('the policy of a book', () => {
  it('is the installation’s where nobody set one: opt-out is on for every new book (A1)', async () => {
    for (const purpose of ['MARKETING', 'SERVICE'] as const) {
      const { mode, reviewSeconds, onTimeout, remindBeforeSeconds, tell, reactivation, ownerKind } =
        (await inForce(await newBook(purpose)))!;
      expect(ownerKind).toBe('INSTALLATION');
      expect({
        mode,
        reviewSeconds,
        onTimeout,
        remindBeforeSeconds,
        tell,
        reactivation,
      }).toEqual(DEFAULT_POLICY);
    }
    const { state, scopeId } = await wish(await newBook('SERVICE'));
    expect({ state, scopeId: scopeId.length }).toEqual({ state: 'CONFIRMED', scopeId: 36 });
  });

  it('is none for a transactional book, which has no opt-out', async () => {
    expect(await inForce(await newBook('TRANSACTIONAL'))).toBeUndefined();
  });

  it('falls back from book to account to organisation to installation, for its purpose alone', async () => {
    const book = await newBook('SERVICE');
    const steps: [PolicyTarget, string][] = [
      [{ purpose: 'SERVICE' }, 'ORGANISATION'],
      [{ accountId: org.accountId, purpose: 'SERVICE' }, 'ACCOUNT'],
      [{ addressBookId: book }, 'BOOK'],
    ];
    for (const [i, [target, origin]] of steps.entries()) {
      await set(target, { ...review, reviewSeconds: 1_000 + i });
      expect(await inForce(book)).toMatchObject({ ownerKind: origin, reviewSeconds: 1_000 + i });
      expect((await wish(book)).deadline).toEqual(after((1_000 + i) * 1_000));
    }
    // A newer default of the organisation does not come before the book's own.
    await set({ purpose: 'SERVICE' }, { ...review, reviewSeconds: 9_000 });
    expect(await inForce(book)).toMatchObject({ ownerKind: 'BOOK', reviewSeconds: 1_002 });
    expect(await inForce(await newBook('MARKETING'))).toMatchObject({ ownerKind: 'INSTALLATION' });
    const elsewhere = await createAccount(test.db.sql, {
      organisationId: org.organisationId,
      name: 'Nordlys Club',
      sender: { name: '', address: 'club@nordlys.example.test' },
      defaultLanguage: 'en',
    });
    expect(await inForce(await newBook('SERVICE', elsewhere))).toMatchObject({
      ownerKind: 'ORGANISATION',
      reviewSeconds: 9_000,
    });
  });

  it('of another organisation counts for nothing here', async () => {
    const other = await seed(test.db, { name: 'Other' });
    await test.db.transaction((sql) =>
      setPolicy(sql, {
        purpose: 'SERVICE',
        organisationId: other.organisationId,
        policy: review,
        createdBy: 'x',
      }),
    );
    expect(await inForce(await newBook('SERVICE'))).toMatchObject({ ownerKind: 'INSTALLATION' });
    for (const target of [
      { addressBookId: other.staffId },
      { accountId: other.accountId, purpose: 'SERVICE' },
    ] as const)
      expect(
        await setPolicy(test.db.sql, {
          ...target,
          organisationId: org.organisationId,
          policy: review,
          createdBy: 'x',
        }),
      ).toEqual({ refused: 'not-found' });
  });

  it('refuses what breaks the law for marketing at every level (W-5)', async () => {
    for (const target of [
      { addressBookId: org.newsletterId },
      { accountId: org.accountId, purpose: 'MARKETING' },
      { purpose: 'MARKETING' },
    ] as const) {
      const setTo = (policy: OptOutPolicy) =>
        setPolicy(test.db.sql, {
          ...target,
          organisationId: org.organisationId,
          policy,
          createdBy: 'Eva',
        });
      expect(await setTo({ ...DEFAULT_POLICY, onTimeout: 'REVERT' })).toEqual({
        refused: 'marketing-cannot-revert',
      });
      expect(await setTo({ ...DEFAULT_POLICY, reactivation: 'CONTROLLER' })).toEqual({
        refused: 'marketing-returns-by-recipient',
      });
    }
  });

  it('is refused by the database too, where raw SQL breaks the law or history (W-5, W-12)', async () => {
    const { sql } = test.db;
    const insert = (values: string) =>
      sql.rows(
        `INSERT INTO opt_out_policy (organisation_id, purpose, version, mode, review_seconds, on_timeout, reactivation, created_by)
         VALUES ('${org.organisationId}', ${values}, 'x')`,
      );
    await expect(insert("'MARKETING', 1, 'AT_ONCE', 60, 'REVERT', 'RECIPIENT'")).rejects.toThrow(
      /marketing_never_reverts/,
    );
    await expect(insert("'MARKETING', 1, 'AT_ONCE', 60, 'OPT_OUT', 'CONTROLLER'")).rejects.toThrow(
      /marketing_returns_by_recipient/,
    );
    for (const attack of [
      'UPDATE opt_out_policy SET review_seconds = 1',
      'DELETE FROM opt_out_policy',
      'TRUNCATE opt_out_policy',
    ])
      await expect(sql.rows(attack)).rejects.toThrow(/append-only/);
  });

  it('shows every version of the chain, the one in force first', async () => {
    const book = await newBook('SERVICE');
    await set({ purpose: 'SERVICE' }, review);
    await set({ purpose: 'SERVICE' }, { ...review, reviewSeconds: 60 });
    await set({ addressBookId: book }, review);
    const history = await policyHistory(test.db.sql, book);
    expect(history.map(({ ownerKind, version }) => `${ownerKind} ${version}`)).toEqual([
      'BOOK 1',
      'ORGANISATION 2',
      'ORGANISATION 1',
      'INSTALLATION 1',
    ]);
  });

  it('takes two admins who save at once in order, each with a version of their own', async () => {
    const versions = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        set({ purpose: 'SERVICE' }, { ...review, reviewSeconds: 100 + i }),
      ),
    );
    expect(versions.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('a request', () => {
  it('keeps exactly the owner and version it was judged by, whatever is saved later', async () => {
    const book = await newBook('SERVICE');
    const added = await addMember(test.db.sql, {
      organisationId: org.organisationId,
      name: 'Eva',
      email: 'eva@nordlys.example.test',
      language: 'sv',
      digestSeconds: 86_400,
    });
    if ('refused' in added) throw new Error(added.refused);
    const tell = [added.memberId];
    await set(
      { accountId: org.accountId, purpose: 'SERVICE' },
      { ...review, remindBeforeSeconds: [3_600, 60], tell },
    );
    const { requestId } = await wish(book);
    await set({ accountId: org.accountId, purpose: 'SERVICE' }, { ...review, reviewSeconds: 60 });
    await set({ addressBookId: book }, { ...review, reviewSeconds: 90 });
    const judged = { requestId, ownerKind: 'ACCOUNT', ownerId: org.accountId, version: 1 };
    expect(await policiesOfRequests(test.db.sql, [requestId])).toMatchObject([
      { ...judged, reviewSeconds: 7_200 },
    ]);
    expect(await test.db.sql.rows('SELECT * FROM request_policy($1)', [requestId])).toEqual([
      { remind_before_seconds: [3_600, 60], tell },
    ]);
    expect((await findRequests(test.db.sql, org.organisationId, [requestId]))[0]).toMatchObject({
      deadline: after(7_200_000),
      policyVersion: 1,
      policyOwnerId: org.accountId,
    });
    for (const attack of [
      'policy_version = 2',
      'policy_owner_id = scope_id',
      "purpose = 'MARKETING'",
    ])
      await expect(
        test.db.sql.rows(`UPDATE opt_out_request SET ${attack} WHERE id = $1`, [requestId]),
      ).rejects.toThrow(/judged by/);
  });

  it('that the installation’s policy judged is reminded of a day before, and everybody is told', async () => {
    const { requestId } = await wish(await newBook('MARKETING'), { signal: 'UNCLEAR' });
    expect(await test.db.sql.rows('SELECT * FROM request_policy($1)', [requestId])).toEqual([
      { remind_before_seconds: [86_400], tell: [] },
    ]);
  });

  it('whose version nobody knows is reminded of and told to everybody: it must not wait unseen', async () => {
    const { requestId } = await wish(await newBook('SERVICE'));
    const [copy] = await test.db.sql.rows<{ id: string }>(
      `INSERT INTO opt_out_request (organisation_id, list_id, recipient_id, address_key, channel, scope_kind, scope_id,
         purpose, signal, method, state, received_at, policy_version)
       SELECT organisation_id, list_id, recipient_id, address_key, channel, scope_kind, scope_id, purpose, signal, method,
         'DECLINED', received_at, 99 FROM opt_out_request WHERE id = $1 RETURNING id`,
      [requestId],
    );
    expect(await test.db.sql.rows('SELECT * FROM request_policy($1)', [copy!.id])).toEqual([
      { remind_before_seconds: [86_400], tell: [] },
    ]);
  });

  it('about a whole account carries the defaults for marketing', async () => {
    await set({ purpose: 'MARKETING' }, { ...DEFAULT_POLICY, reviewSeconds: 90_000 });
    const recorded = await recordOptOut(test.db.sql, {
      target: {
        organisationId: org.organisationId,
        recipientId: await someone(),
        scope: { kind: 'ACCOUNT', id: org.accountId },
      },
      signal: 'UNCLEAR',
      method: 'MANUAL',
      actor: { kind: 'KEY', name: 'Eva' },
      evidence: {},
      now,
    });
    expect(recorded).toMatchObject({ deadline: after(90_000_000), onTimeout: 'OPT_OUT' });
  });
});

describe('the hard ceiling of a marketing request (W-3, C6)', () => {
  async function bookIn(country: string | undefined): Promise<string> {
    const accountId = await createAccount(test.db.sql, {
      organisationId: org.organisationId,
      name: `Account in ${country}`,
      sender: { name: '', address: 'x@nordlys.example.test' },
      defaultLanguage: 'en',
      ...(country && { country }),
    });
    return newBook('MARKETING', accountId);
  }

  it.each([
    ['DK', 24],
    ['SE', 48],
    ['US', 48],
    ['CA', 48],
    ['FR', 48],
    [undefined, 48],
  ] as const)('in %s is %s hours', async (country, hours) => {
    const { deadline } = await wish(await bookIn(country), { signal: 'UNCLEAR' });
    expect(deadline).toEqual(after(hours * HOUR_MS));
  });

  it('gives way to a shorter policy', async () => {
    const book = await bookIn('DK');
    await set(
      { addressBookId: book },
      { ...DEFAULT_POLICY, reviewSeconds: 600, remindBeforeSeconds: [] },
    );
    expect((await wish(book, { signal: 'UNCLEAR' })).deadline).toEqual(after(600_000));
  });

  it.each([
    ['DK', 24],
    [undefined, 48],
  ] as const)(
    'closes the request in %s as opted out at %s hours: not a second before, and not one after',
    async (country, hours) => {
      const { requestId } = await wish(await bookIn(country), { signal: 'UNCLEAR' });
      const end = hours * HOUR_MS;
      expect(await endReview(test.db, requestId, after(end - 1_000))).toEqual({
        waitUntil: after(end),
      });
      expect(await endReview(test.db, requestId, after(end))).toEqual({ state: 'CONFIRMED' });
      expect(await endReview(test.db, requestId, after(end + 1_000))).toEqual({
        state: 'CONFIRMED',
      });
    },
  );

  it('holds for an extension as well', async () => {
    const book = await bookIn('DK');
    await set(
      { addressBookId: book },
      { ...DEFAULT_POLICY, reviewSeconds: 600, remindBeforeSeconds: [] },
    );
    const { requestId } = await wish(book, { signal: 'UNCLEAR' });
    const extendTo = (deadline: Date) =>
      test.db.transaction((tx) =>
        extendRequest(tx, {
          organisationId: org.organisationId,
          requestId,
          deadline,
          reason: null,
          actor: { kind: 'KEY', name: 'Eva' },
          now,
        }),
      );
    expect(await extendTo(after(24 * HOUR_MS + 1_000))).toEqual({
      refused: 'beyond-the-longest-review',
    });
    expect(await extendTo(after(24 * HOUR_MS))).toEqual({ extended: true });
  });

  it('does not shorten a review of staff information', async () => {
    const accountId = await createAccount(test.db.sql, {
      organisationId: org.organisationId,
      name: 'Danish staff',
      sender: { name: '', address: 'x@nordlys.example.test' },
      defaultLanguage: 'da',
      country: 'DK',
    });
    const book = await newBook('SERVICE', accountId);
    await set({ addressBookId: book }, { ...review, reviewSeconds: 604_800 });
    expect((await wish(book, { signal: 'UNCLEAR' })).deadline).toEqual(after(604_800_000));
  });

  it('costs one click nothing: its statement looks up no country', async () => {
    const campaignId = await seedContacts(test.db, org, { count: 1 });
    await test.db.transaction((sql) =>
      releaseDraft(sql, { organisationId: org.organisationId, campaignId, now }),
    );
    const [message] = await test.db.sql.rows<{ id: string }>(
      'SELECT id FROM message WHERE campaign_id = $1',
      [campaignId],
    );
    const sent: unknown[][] = [];
    await recordOptOut(
      {
        ...test.db.sql,
        rows(text, values = []) {
          sent.push([...values]);
          return test.db.sql.rows(text, values);
        },
      },
      {
        target: { messageId: message!.id, scope: 'LINK' },
        signal: 'CLEAR',
        method: 'ONE_CLICK',
        actor: { kind: 'RECIPIENT', name: null },
        evidence: {},
        now,
      },
    );
    expect(sent).toHaveLength(1);
    expect(String(sent[0]![3])).not.toContain('"EU"');
  });
});
