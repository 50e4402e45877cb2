import { addressKey } from '@adieu/keys';
import {
  ledgerCounts,
  createTestDatabase,
  leaves,
  type Seed,
  seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAccount,
  decideRequests,
  ensureRecipient,
  eraseRecipient,
  type FeedPosition,
  feedFromNow,
  type Reach,
  type Standing,
  suppressionChanges,
  suppressionsPage,
  type SuppressionsPlace,
  switchAccountList,
} from '../src/index.ts';
import { comesBack } from './comes-back.ts';

let test: TestDatabase;
let org: Seed;
let travel: string;
let whole: Reach;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  const { organisationId } = org;
  travel = await createAccount(test.db.sql, {
    organisationId,
    name: 'Travel',
    sender: { name: 'Travel', address: 'travel@nordlys.example.test' },
    defaultLanguage: 'en',
  });
  whole = { organisationId, accountId: null };
});
afterAll(() => test?.close());

const now = new Date('2026-06-01T10:00:00.000Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

const person = (name: string): Promise<string> => {
  const address = `${name}@example.test`;
  return test.db.transaction((tx) =>
    ensureRecipient(tx, {
      organisationId: org.organisationId,
      channel: 'EMAIL',
      address,
      addressKey: addressKey(org.ring, 'EMAIL', address),
    }),
  );
};
const keyOf = (name: string): string =>
  addressKey(org.ring, 'EMAIL', `${name}@example.test`).toString('hex');

type ScopeOf = { kind: 'BOOK' | 'ACCOUNT' | 'TOPIC' | 'ORGANISATION'; id: string };
const leave = (
  recipientId: string,
  scope: ScopeOf,
  at = now,
  signal: 'CLEAR' | 'UNCLEAR' = 'CLEAR',
) =>
  leaves(
    test.db.sql,
    { organisationId: org.organisationId, recipientId, scope },
    { signal, now: at },
  );

const asOrganisation = () => test.db.ofTenant(org.organisationId).sql;

/** What somebody has who reads the list and then follows: by address, all that stands. */
class Follower {
  readonly #reach: Reach;
  readonly #limit: number;
  readonly held = new Map<string, readonly Standing[]>();
  readonly addresses = new Map<string, string | null>();
  position!: FeedPosition;

  constructor(reach: Reach, limit: number) {
    this.#reach = reach;
    this.#limit = limit;
  }

  /** Page by page; `between` runs after each. */
  async begin(between: () => Promise<void> = async () => {}): Promise<void> {
    this.held.clear();
    this.position = await feedFromNow(asOrganisation());
    let after: SuppressionsPlace | null = null;
    do {
      const page = { after, limit: this.#limit };
      const { rows, next } = await suppressionsPage(asOrganisation(), this.#reach, page);
      for (const row of rows) {
        const { key, address } = row;
        this.held.set(key, [...(this.held.get(key) ?? []), row]);
        this.addresses.set(key, address);
      }
      after = next;
      await between();
    } while (after !== null);
  }

  /** To the end of what has committed by now. */
  async followAll(): Promise<string[]> {
    await ledgerCounts(test.db.sql);
    return this.follow();
  }

  async follow(): Promise<string[]> {
    const told: string[] = [];
    for (;;) {
      const read = await suppressionChanges(asOrganisation(), this.#reach, {
        after: this.position,
        limit: this.#limit,
      });
      if ('refused' in read) throw new Error(read.refused);
      for (const { key, address, suppressions } of read.changes) {
        told.push(key);
        this.addresses.set(key, address);
        if (suppressions.length === 0) this.held.delete(key);
        else this.held.set(key, suppressions);
      }
      this.position = read.next;
      if (!read.more) return told;
    }
  }

  lines(): string[] {
    return [...this.held].flatMap(([key, rows]) => rows.map((row) => lineOf(key, row))).toSorted();
  }
}

const lineOf = (
  key: string,
  row: Pick<Standing, 'scopeId' | 'ownListOf' | 'state' | 'since' | 'requestId' | 'returnedTo'>,
): string =>
  [
    key,
    row.scopeId,
    row.ownListOf ?? '-',
    row.state,
    row.since.toISOString(),
    row.requestId,
    row.returnedTo.map(({ id }) => id).toSorted(),
  ].join(' ');

/** The same lines of the table itself. */
async function standingHere(): Promise<string[]> {
  const rows = await test.db.sql.rows<Standing & { key: string; returned: string[] | null }>(
    `SELECT encode(address_key, 'hex') AS key, scope_id AS "scopeId", nullif(list_id, $1::uuid) AS "ownListOf", state, since,
       request_id AS "requestId", returned_to AS returned
     FROM suppression`,
    [org.organisationId],
  );
  return rows
    .map(({ key, returned, ...row }) =>
      lineOf(key, { ...row, returnedTo: (returned ?? []).map((id) => ({ kind: 'BOOK', id })) }),
    )
    .toSorted();
}

describe('third parties (D5)', () => {
  it('who follows the changes has what stands here, whatever happened while the list was read', async () => {
    const { organisationId, accountId, newsletterId, staffId, newsTopicId } = org;
    const names = Array.from({ length: 40 }, (_, i) => `person-${i}`);
    const ids = await Promise.all(names.map(person));
    const scopes: ScopeOf[] = [
      { kind: 'BOOK', id: newsletterId },
      { kind: 'BOOK', id: staffId },
      { kind: 'TOPIC', id: newsTopicId },
      { kind: 'ACCOUNT', id: accountId },
      { kind: 'ACCOUNT', id: travel },
      { kind: 'ORGANISATION', id: organisationId },
    ];
    // A fixed walk through what can happen: the same each time.
    let state = 7;
    const draw = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    let minute = 0;
    let ownList = false;
    const happen = async (): Promise<void> => {
      minute += 1;
      const recipientId = ids[draw(ids.length)]!;
      const scope = scopes[draw(scopes.length)]!;
      const what = draw(20);
      if (what < 9) await leave(recipientId, scope, later(minute)).catch(refused);
      else if (what < 12) {
        const { requestId, state: stands } = await leave(
          recipientId,
          scope,
          later(minute),
          'UNCLEAR',
        );
        if (stands === 'PENDING')
          await test.db.transaction((tx) =>
            decideRequests(tx, {
              organisationId,
              requestIds: [requestId],
              decision: draw(2) === 0 ? 'DECLINE' : 'CONFIRM',
              reason: 'of the test',
              actor: { kind: 'KEY', name: 'test' },
              now: later(minute),
            }),
          );
      } else if (what < 18)
        await comesBack(test.db, {
          organisationId,
          recipientId,
          scope,
          accountId: scope.id === travel ? travel : accountId,
          now: later(minute),
        }).catch(refused);
      else if (what === 18) {
        ownList = !ownList;
        await test.db.transaction((tx) =>
          switchAccountList(tx, {
            organisationId,
            accountId: travel,
            keepsOwnList: ownList,
            actor: { kind: 'KEY', name: 'test' },
            now: later(minute),
          }),
        );
      } else
        await test.db
          .transaction((tx) => eraseRecipient(tx, { recipientId: ids[0]!, now: later(minute) }))
          .catch(refused);
    };
    for (let i = 0; i < 80; i += 1) await happen();
    const follower = new Follower(whole, 7);
    await follower.begin(async () => {
      for (let i = 0; i < 8; i += 1) await happen();
    });
    await follower.followAll();
    expect(follower.lines()).toEqual(await standingHere());
    for (let i = 0; i < 60; i += 1) {
      await happen();
      if (i % 9 === 0) await follower.follow();
    }
    await follower.followAll();
    expect(follower.lines()).toEqual(await standingHere());
    expect(follower.lines().length).toBeGreaterThan(20);
    // At the end nothing is told again.
    expect(await follower.follow()).toEqual([]);
  }, 60_000);

  it('a wish that commits late is told late, not lost behind those that came after it', async () => {
    const [slow, quick] = [await person('slow'), await person('quick')];
    const follower = new Follower(whole, 100);
    await follower.begin();
    const scope = { kind: 'BOOK', id: org.newsletterId } as const;
    await test.db.transaction(async (tx) => {
      const target = { organisationId: org.organisationId, recipientId: slow, scope };
      await leaves(tx, target, { now: later(500) });
      await leave(quick, scope, later(501));
      // Of what comes after an open transaction nothing is told yet.
      expect(await follower.follow()).toEqual([]);
    });
    expect(new Set(await follower.followAll())).toEqual(new Set([keyOf('slow'), keyOf('quick')]));
  });

  it('whoever is erased is told without an address, and what stops them stays (G-3)', async () => {
    const recipientId = await person('forgotten');
    await leave(recipientId, { kind: 'BOOK', id: org.newsletterId }, later(510));
    const follower = new Follower(whole, 100);
    await follower.begin();
    expect(follower.addresses.get(keyOf('forgotten'))).toBe('forgotten@example.test');
    await test.db.transaction((tx) => eraseRecipient(tx, { recipientId, now: later(511) }));
    expect(await follower.followAll()).toEqual([keyOf('forgotten')]);
    expect(follower.addresses.get(keyOf('forgotten'))).toBeNull();
    expect(follower.held.get(keyOf('forgotten'))?.[0]).toMatchObject({ state: 'OPTED_OUT' });
  });

  it('one account sees what stops its own messages, and no address that it never had', async () => {
    const [ours, theirs] = [await person('ours'), await person('theirs')];
    await leave(ours, { kind: 'ACCOUNT', id: travel }, later(520));
    await leave(theirs, { kind: 'BOOK', id: org.newsletterId }, later(521));
    const held = new Follower({ organisationId: org.organisationId, accountId: travel }, 100);
    await held.begin();
    expect(held.addresses.get(keyOf('ours'))).toBe('ours@example.test');
    expect(held.held.has(keyOf('theirs'))).toBe(false);
    await leave(theirs, { kind: 'TOPIC', id: org.newsTopicId }, later(522));
    expect(await held.followAll()).toEqual([]);
    // What is left of everybody is left of them too.
    await leave(theirs, { kind: 'ORGANISATION', id: org.organisationId }, later(523));
    expect(await held.followAll()).toEqual([keyOf('theirs')]);
    expect(held.held.get(keyOf('theirs'))).toMatchObject([{ scopeKind: 'ORGANISATION' }]);
    expect(held.addresses.get(keyOf('theirs'))).toBeNull();
  });

  it.each([
    ['of another server', ({ tx, id }: FeedPosition) => ({ server: '1/00000001', tx, id })],
    [
      'of a time that is not any more',
      (at: FeedPosition) => ({ ...at, tx: String(BigInt(at.tx) + 1_000_000n) }),
    ],
  ])('a cursor %s is gone: the list must be read anew', async (_of, made) => {
    const after = made(await feedFromNow(asOrganisation()));
    expect(await suppressionChanges(asOrganisation(), whole, { after, limit: 10 })).toEqual({
      refused: 'gone',
    });
  });

  it('of another organisation nothing is told', async () => {
    const other = await seed(test.db, { name: 'Other' });
    const reach = { organisationId: other.organisationId, accountId: null };
    const sql = test.db.ofTenant(other.organisationId).sql;
    const after = { ...(await feedFromNow(sql)), tx: '1', id: '0' };
    expect(await suppressionChanges(sql, reach, { after, limit: 1_000 })).toMatchObject({
      changes: [],
    });
    expect((await suppressionsPage(sql, reach, { after: null, limit: 10 })).rows).toEqual([]);
    // Nor where somebody forgot the wall.
    expect((await suppressionsPage(sql, whole, { after: null, limit: 10 })).rows).toEqual([]);
  });
});

/** What the law refuses changes nothing. */
function refused(error: unknown): void {
  if (!(error instanceof Error) || !/^[a-z-]+$/.test(error.message)) throw error;
}
