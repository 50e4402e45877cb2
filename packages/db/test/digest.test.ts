import {
  leaves,
  releaseDraft,
  createTestDatabase,
  seed,
  type Seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addMember,
  changeMember,
  claimDigest,
  decideRequests,
  extendRequest,
  findMember,
  markDigestSent,
  membersDue,
  releaseDigest,
  removeMember,
} from '../src/index.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const now = new Date('2026-05-04T08:00:00.000Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

let test: TestDatabase;
let org: Seed;
let eva: string;
let messages: string[];

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

beforeEach(async () => {
  org = await seed(test.db);
  const campaignId = await seedContacts(test.db, org, { count: 6, addressBookId: org.staffId });
  const { organisationId } = org;
  await test.db.transaction((sql) => releaseDraft(sql, { organisationId, campaignId, now }));
  const rows = await test.db.sql.rows<{ id: string }>(
    'SELECT id FROM message WHERE campaign_id = $1 ORDER BY id',
    [campaignId],
  );
  messages = rows.map(({ id }) => id);
  eva = await person('eva@nordlys.example.test');
});
afterEach(() => test.db.sql.rows('DELETE FROM member'));

async function person(email: string, of = org): Promise<string> {
  const added = await addMember(test.db.sql, {
    organisationId: of.organisationId,
    name: 'Eva',
    email,
    language: 'sv',
    digestSeconds: DAY,
  });
  if ('refused' in added) throw new Error(added.refused);
  return added.memberId;
}

/** A wish to leave the staff book, reviewed for seven days. */
const leave = async (at = now): Promise<string> =>
  (await leaves(test.db.sql, messages.pop()!, { now: at })).requestId;

/** A digest that the mail server takes over. Gives [open, fresh] of its lines; null where there is none. */
async function tell(at: Date, who = eva): Promise<[number, number][] | null> {
  const digest = await claimDigest(test.db, who, at);
  if (digest === null) return null;
  await markDigestSent(test.db.sql, digest.digestId, at);
  return digest.lines.map(({ open, fresh }) => [open, fresh]);
}

describe('a digest', () => {
  it('counts what waits in each book, and says when it ends and how', async () => {
    await leave();
    await leave(after(60));
    const digest = await claimDigest(test.db, eva, after(120));
    expect(digest).toMatchObject({
      organisationName: 'Nordlys',
      from: { name: 'Nordlys Shop', address: 'news@nordlys.example.test' },
      email: 'eva@nordlys.example.test',
      language: 'sv',
      lines: [
        {
          name: 'Staff information',
          onTimeout: 'REVERT',
          open: 2,
          fresh: 2,
          oldestDeadline: after(7 * DAY),
        },
      ],
    });
  });

  it('is not made where nothing waits, or nothing that they do not know', async () => {
    expect(await tell(now)).toBeNull();
    await leave();
    expect(await tell(after(60))).toEqual([[1, 1]]);
    expect(await tell(after(2 * DAY))).toBeNull();
  });

  it('comes once in a period at most, however much comes in; then tells all of it', async () => {
    await leave();
    expect(await tell(now)).toEqual([[1, 1]]);
    await leave(after(60));
    await leave(after(120));
    expect(await tell(after(DAY - 1))).toBeNull();
    expect(await membersDue(test.db.sql, after(DAY - 1))).toEqual([]);
    expect(await membersDue(test.db.sql, after(DAY))).toEqual([eva]);
    expect(await tell(after(DAY))).toEqual([[3, 2]]);
  });

  it('reminds a day before the deadline, once, and again where the deadline has moved', async () => {
    const requestId = await leave();
    await tell(now);
    expect(await tell(after(6 * DAY - 1))).toBeNull();
    expect(await tell(after(6 * DAY))).toEqual([[1, 0]]);
    await test.db.transaction((sql) =>
      extendRequest(sql, {
        organisationId: org.organisationId,
        requestId,
        deadline: after(14 * DAY),
        reason: null,
        actor: { kind: 'KEY', name: 'Eva' },
        now: after(6 * DAY),
      }),
    );
    expect(await tell(after(12 * DAY))).toBeNull();
    expect(await tell(after(13 * DAY))).toEqual([[1, 0]]);
    expect(await tell(after(14 * DAY))).toBeNull();
  });

  it('leaves out what was decided before', async () => {
    const requestIds = [await leave(), await leave()];
    await test.db.transaction((sql) =>
      decideRequests(sql, {
        organisationId: org.organisationId,
        requestIds: requestIds.slice(0, 1),
        decision: 'CONFIRM',
        reason: null,
        actor: { kind: 'KEY', name: 'Eva' },
        now,
      }),
    );
    expect(await tell(after(60))).toEqual([[1, 1]]);
  });

  it('tells nothing of another organisation', async () => {
    const others = await person('eva@nordlys.example.test', await seed(test.db, { name: 'Other' }));
    await leave();
    expect(await tell(now, others)).toBeNull();
  });

  it('tells whom the policy names; everybody where it names nobody who is active', async () => {
    const named = await person('named@nordlys.example.test');
    const [before] = await test.db.sql.rows<{ definition: string }>(
      "SELECT pg_get_functiondef('request_policy'::regproc) AS definition",
    );
    await test.db.sql.rows(
      `CREATE OR REPLACE FUNCTION request_policy(p_request uuid) RETURNS TABLE (remind_before_seconds integer[], tell uuid[])
       LANGUAGE sql STABLE AS $$ SELECT ARRAY[86400], ARRAY['${named}'::uuid] $$`,
    );
    try {
      await leave();
      expect(await tell(now)).toBeNull();
      expect(await tell(now, named)).toEqual([[1, 1]]);
      await test.db.transaction((tx) =>
        changeMember(tx, {
          organisationId: org.organisationId,
          memberId: named,
          active: false,
        }),
      );
      expect(await tell(now)).toEqual([[1, 1]]);
      expect(await membersDue(test.db.sql, after(9 * DAY))).toEqual([eva]);
    } finally {
      await test.db.sql.rows(before!.definition);
    }
  });
});

describe('never two digests for one person and period', () => {
  it('from twenty workers at once', async () => {
    await leave();
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => claimDigest(test.db, eva, now)),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('where a worker died after its claim: what stood in it is told as new, a period later', async () => {
    await leave();
    expect(await claimDigest(test.db, eva, now)).not.toBeNull();
    expect(await tell(after(DAY - 1))).toBeNull();
    expect(await tell(after(DAY))).toEqual([[1, 1]]);
  });

  it('but at once again where the mail certainly did not leave', async () => {
    await leave();
    const first = await claimDigest(test.db, eva, now);
    await releaseDigest(test.db.sql, first!.digestId);
    const second = await claimDigest(test.db, eva, after(60));
    await markDigestSent(test.db.sql, second!.digestId, after(60));
    expect(second!.digestId).not.toBe(first!.digestId);
    // Too late: it was sent.
    await releaseDigest(test.db.sql, second!.digestId);
    expect(await tell(after(120))).toBeNull();
  });

  it('from a clock that jumps back and forth', async () => {
    await leave();
    expect(await tell(now)).toEqual([[1, 1]]);
    await leave(after(60));
    for (const seconds of [-HOUR, 12 * HOUR, -DAY + 1, 60, DAY - 1]) {
      expect(await membersDue(test.db.sql, after(seconds))).toEqual([]);
      expect(await tell(after(seconds))).toBeNull();
    }
  });

  it('and a clock that was a year ahead costs them one period, not a year', async () => {
    await leave();
    expect(await tell(after(365 * DAY))).toEqual([[1, 1]]);
    await leave(after(60));
    expect(await membersDue(test.db.sql, after(120))).toEqual([]);
    expect(await tell(after(120))).toBeNull();
    expect(await tell(after(120 + DAY))).toEqual([[2, 1]]);
  });
});

describe('members', () => {
  const of = () => ({ organisationId: org.organisationId, memberId: eva });

  it('have one address in an organisation, each organisation its own', async () => {
    const other = await person('other@nordlys.example.test');
    const refused = { refused: 'email-taken' };
    const words = { name: 'x', email: 'eva@nordlys.example.test', language: 'en' } as const;
    const { organisationId } = org;
    expect(await addMember(test.db.sql, { ...words, organisationId, digestSeconds: DAY })).toEqual(
      refused,
    );
    expect(
      await test.db.transaction((tx) =>
        changeMember(tx, { ...of(), memberId: other, email: words.email }),
      ),
    ).toEqual(refused);
    expect(
      await test.db.transaction((tx) => changeMember(tx, { ...of(), email: words.email })),
    ).toEqual({
      changed: true,
    });
  });

  it('change in what is said and keep the rest', async () => {
    await test.db.transaction((tx) =>
      changeMember(tx, { ...of(), digestSeconds: 60, active: false }),
    );
    expect(await findMember(test.db.sql, org.organisationId, eva)).toMatchObject({
      name: 'Eva',
      language: 'sv',
      digestSeconds: 60,
      active: false,
    });
  });

  it('are not found by another organisation', async () => {
    const { organisationId } = await seed(test.db, { name: 'Other' });
    expect(await findMember(test.db.sql, organisationId, eva)).toBeNull();
    expect(await test.db.transaction((tx) => removeMember(tx, organisationId, eva))).toEqual({
      refused: 'not-found',
    });
    expect(
      await test.db.transaction((tx) => changeMember(tx, { ...of(), organisationId })),
    ).toEqual({
      refused: 'not-found',
    });
  });

  it('leave nothing of what they were told when they are removed', async () => {
    await leave();
    await tell(now);
    await test.db.transaction((tx) => removeMember(tx, org.organisationId, eva));
    expect(await test.db.sql.rows('SELECT 1 FROM digest WHERE member_id = $1', [eva])).toEqual([]);
  });

  it.each([
    ["UPDATE member SET name = ''", 'member_name_check'],
    ["UPDATE member SET email = ''", 'member_email_check'],
    ['UPDATE member SET digest_seconds = 59', 'member_digest_seconds_check'],
    ['UPDATE member SET digest_seconds = 2592001', 'member_digest_seconds_check'],
    [
      'INSERT INTO member (organisation_id, name, email, language) SELECT organisation_id, name, email, language FROM member',
      'member_once',
    ],
  ])('raw SQL is refused: %s', async (statement, constraint) => {
    await expect(test.db.sql.rows(statement)).rejects.toMatchObject({ constraint });
  });
});
