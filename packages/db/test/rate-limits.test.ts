import { emailContent, type RateLimits } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import {
  releaseDraft,
  createTestDatabase,
  type Seed,
  seed,
  type TestDatabase,
  lockAwaited,
} from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeCampaign,
  claimMessages,
  type ClaimedMessage,
  createCampaignByHand,
  finishMessages,
  leaveOldLimits,
  nextAllowed,
  takeBackQueued,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  return () => test.close();
});

const start = new Date('2026-06-01T07:00:00.000Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);
const OVERALL: RateLimits = { rates: { '*': 50 }, domains: {} };
const GMAIL: RateLimits = {
  rates: { 'gmail.com': 20 },
  domains: { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' },
};

/** A campaign by hand, being sent: so many recipients at each domain, whose mails go in turn. */
async function campaignTo(counts: Readonly<Record<string, number>>): Promise<string> {
  const { organisationId, accountId, ring } = org;
  const most = Math.max(...Object.values(counts));
  const addresses = Array.from({ length: most }, (_, i) =>
    Object.entries(counts).flatMap(([domain, n]) => (i < n ? [`person-${i}@${domain}`] : [])),
  ).flat();
  return test.db.transaction(async (sql) => {
    const made = await createCampaignByHand(sql, {
      organisationId,
      accountId,
      purpose: 'MARKETING',
      recipients: addresses.map((address) => ({
        address,
        addressKey: addressKey(ring, 'EMAIL', address),
      })),
      name: 'Spring',
      content: emailContent({ subject: { en: 'Spring' }, mjml: { en: '<mjml></mjml>' } }),
      createdBy: 'test',
    });
    if ('refused' in made) throw new Error(made.refused);
    const { campaignId } = made;
    await releaseDraft(sql, { organisationId, campaignId, now: start });
    // Messages of one instant go in order of their ids, which are random: how many of each domain
    // a claim meets would be chance. Here they go in the order of `addresses`.
    await sql.rows(
      `UPDATE message m SET id = (left(m.campaign_id::text, 24) || lpad(to_hex(a.nth), 12, '0'))::uuid
       FROM recipient r, unnest($2::text[]) WITH ORDINALITY a (address, nth)
       WHERE m.campaign_id = $1 AND r.id = m.recipient_id AND r.address = a.address`,
      [campaignId, addresses],
    );
    return campaignId;
  });
}

const claim = (
  campaignId: string,
  limits: RateLimits | null,
  now: Date,
  limit = 1_000,
): Promise<ClaimedMessage[]> =>
  claimMessages(test.db.sql, {
    campaignId,
    limit,
    now,
    leaseUntil: new Date(now.getTime() + 30_000),
    limits,
  });

/** How many are leased when a sender asks each `step` milliseconds for a while. */
async function leasedWithin(
  campaignId: string,
  limits: RateLimits,
  { from = 0, ms, step }: { from?: number; ms: number; step: number },
): Promise<number> {
  let leased = 0;
  for (let at = 0; at <= ms; at += step)
    leased += (await claim(campaignId, limits, after(from + at))).length;
  return leased;
}

describe('a rate limit', () => {
  it('lets go what its rate allows and leases nothing else, whatever is overdue', async () => {
    const campaignId = await campaignTo({ 'example.test': 300 });
    // Released an hour ago: no burst but the fifth of a second that a sender may be late.
    const now = after(3_600_000);
    expect(await claim(campaignId, OVERALL, now)).toHaveLength(11);
    expect(await claim(campaignId, OVERALL, now)).toEqual([]);
    const [row] = await test.db.sql.rows<{ queued: number }>(
      "SELECT count(*)::int AS queued FROM message WHERE state = 'QUEUED' AND attempts = 0",
    );
    expect(row!.queued).toBe(289);
    // A second later: no more than a second's worth in all.
    const more = { from: 3_600_000, ms: 1_000, step: 20 };
    expect(await leasedWithin(campaignId, OVERALL, more)).toBe(50);
  });

  it.each([0.5, 3, 50, 400])(
    'of %d a second is kept over time by a sender that comes often',
    async (rate) => {
      const campaignId = await campaignTo({ 'example.test': 900 });
      const limits = { rates: { '*': rate }, domains: {} };
      const leased = await leasedWithin(campaignId, limits, { ms: 2_000, step: 10 });
      expect(leased).toBeGreaterThanOrEqual(Math.floor(rate * 2));
      expect(leased).toBeLessThanOrEqual(rate * 2.2 + 1);
    },
  );

  it('is kept by many senders at once together', async () => {
    const ids = [
      await campaignTo({ 'example.test': 100 }),
      await campaignTo({ 'example.test': 100 }),
    ];
    const claims = Array.from({ length: 12 }, (_, i) => claim(ids[i % 2]!, OVERALL, start, 20));
    const leased = (await Promise.all(claims)).flat();
    expect(leased).toHaveLength(11);
    expect(new Set(leased.map(({ messageId }) => messageId)).size).toBe(11);
  });

  it('is kept over a restart of the database', async () => {
    const campaignId = await campaignTo({ 'example.test': 50 });
    expect(await claim(campaignId, OVERALL, start)).toHaveLength(11);
    await test.goAway();
    await test.comeBack();
    expect(await claim(campaignId, OVERALL, start)).toEqual([]);
    expect(await claim(campaignId, OVERALL, after(20))).toHaveLength(1);
  });

  it('says when to come back, and null where nothing waits or nothing may go', async () => {
    const campaignId = await campaignTo({ 'example.test': 12 });
    expect(await nextAllowed(test.db.sql, campaignId, OVERALL, start)).toEqual(start);
    await claim(campaignId, OVERALL, start);
    expect(await nextAllowed(test.db.sql, campaignId, OVERALL, start)).toEqual(after(20));
    expect(await claim(campaignId, OVERALL, after(19))).toEqual([]);
    const change = (kind: 'PAUSE' | 'RESUME') =>
      test.db.transaction((sql) =>
        changeCampaign(sql, {
          organisationId: org.organisationId,
          campaignId,
          change: kind,
          changedBy: 'Eva',
          now: start,
        }),
      );
    await change('PAUSE');
    expect(await nextAllowed(test.db.sql, campaignId, OVERALL, start)).toBeNull();
    await change('RESUME');
    const [last] = await claim(campaignId, OVERALL, after(20));
    expect(await nextAllowed(test.db.sql, campaignId, OVERALL, after(20))).toBeNull();
    const { messageId } = last!;
    const again = { messageId, state: 'QUEUED', outcome: '451', dueAt: after(5_000) } as const;
    await finishMessages(test.db.sql, [again], after(20));
    expect(await nextAllowed(test.db.sql, campaignId, OVERALL, after(20))).toEqual(after(5_000));
  });

  it('is not spent on what the gate stops', async () => {
    const campaignId = await campaignTo({ 'example.test': 40 });
    await test.db.sql.rows(
      `UPDATE recipient SET address = NULL WHERE id IN (SELECT recipient_id FROM message ORDER BY id LIMIT 11)`,
    );
    expect(await claim(campaignId, OVERALL, start)).toEqual([]);
    // None of the eleven that were stopped counts.
    expect(await claim(campaignId, OVERALL, start)).toHaveLength(11);
  });

  it('forgets an instant that only a wrong clock can have written', async () => {
    const campaignId = await campaignTo({ 'example.test': 20 });
    await test.db.sql.rows("INSERT INTO rate_limit VALUES ('*', $1)", [after(86_400_000)]);
    expect(await claim(campaignId, OVERALL, start)).not.toEqual([]);
  });
});

describe('the rate limit of a domain', () => {
  it('slows that domain alone, and those that share its rate', async () => {
    const campaignId = await campaignTo({
      'gmail.com': 60,
      'googlemail.com': 60,
      'example.test': 200,
    });
    const first = await claim(campaignId, GMAIL, start);
    const domains = first.map(({ address }) => address.split('@')[1]);
    expect(domains.filter((domain) => domain === 'example.test')).toHaveLength(200);
    // Sorted now. From here on only the throttled move.
    const next = await claim(campaignId, GMAIL, after(0));
    // Which of the two comes first is the order of random ids.
    for (const { address } of next) expect(address).toMatch(/@(?:gmail|googlemail)\.com$/);
    expect(first.length + next.length).toBe(205);
    expect(await claim(campaignId, GMAIL, after(0))).toEqual([]);
    expect(await leasedWithin(campaignId, GMAIL, { ms: 1_000, step: 25 })).toBe(20);
  });

  it('is kept beside an overall one', async () => {
    const campaignId = await campaignTo({ 'gmail.com': 100, 'example.test': 100 });
    const both = { ...GMAIL, rates: { ...GMAIL.rates, '*': 50 } };
    await claim(campaignId, both, start);
    const leased: ClaimedMessage[] = [];
    for (let at = 20; at <= 1_000; at += 20)
      leased.push(...(await claim(campaignId, both, after(at))));
    const toGmail = leased.filter(({ address }) => address.endsWith('@gmail.com'));
    expect(leased).toHaveLength(50);
    // Its 20, and the fifth of a second that it may use up after it was sorted.
    expect(toGmail).toHaveLength(24);
  });

  it('is kept by many senders at once together', async () => {
    const ids = [await campaignTo({ 'gmail.com': 60 }), await campaignTo({ 'gmail.com': 60 })];
    for (const id of ids) await claim(id, GMAIL, start);
    // All have begun before the first may count what goes.
    const senders = 6;
    const claims = await test.db.transaction(async (sql) => {
      await sql.rows('SELECT 1 FROM rate_limit FOR UPDATE');
      const begun = Array.from({ length: senders }, (_, i) =>
        claim(ids[i % 2]!, GMAIL, after(1_000), 20),
      );
      await lockAwaited(test.db.sql, senders);
      return begun;
    });
    const leased = (await Promise.all(claims)).flat();
    expect(leased).toHaveLength(5);
  });

  it('leaves room to others where the overall one is no faster', async () => {
    const campaignId = await campaignTo({ 'gmail.com': 100, 'example.test': 100 });
    const limits = { ...GMAIL, rates: { ...GMAIL.rates, '*': 20 } };
    const leased: ClaimedMessage[] = [];
    for (let at = 0; at <= 2_000; at += 50)
      leased.push(...(await claim(campaignId, limits, after(at))));
    const toGmail = leased.filter(({ address }) => address.endsWith('@gmail.com'));
    expect(leased).toHaveLength(45);
    // Their mails go in turn: so do the domains, though the throttled one may use up the whole rate.
    expect(toGmail).toHaveLength(23);
  });

  it('goes round a throttled domain: others are found behind thousands that wait', async () => {
    const campaignId = await campaignTo({ 'gmail.com': 3_000, 'example.test': 0, 'other.test': 0 });
    const address = 'last@example.test';
    await test.db.sql.rows(
      `WITH last AS (
         INSERT INTO recipient (organisation_id, channel, address_key, address) VALUES ($1, 'EMAIL', $2, $3) RETURNING id)
       INSERT INTO message (campaign_id, recipient_id, due_at, changed_at) SELECT $4, id, $5, $5 FROM last`,
      [org.organisationId, addressKey(org.ring, 'EMAIL', address), address, campaignId, start],
    );
    const found: string[] = [];
    for (let turn = 0; turn < 4 && !found.includes(address); turn += 1)
      found.push(...(await claim(campaignId, GMAIL, start, 5)).map((each) => each.address));
    expect(found).toContain(address);
  });

  it('leaves no trace of the domain on what waits no more, however that came', async () => {
    const campaignId = await campaignTo({ 'gmail.com': 40 });
    const trace = async (): Promise<unknown[]> =>
      test.db.sql.rows(
        `SELECT DISTINCT state FROM message WHERE throttled_domain <> '' ORDER BY 1`,
      );
    await claim(campaignId, GMAIL, start);
    const leased = await claim(campaignId, GMAIL, start, 3);
    expect(leased).toHaveLength(3);
    expect(await trace()).toEqual([{ state: 'HANDING_OVER' }, { state: 'QUEUED' }]);
    await finishMessages(
      test.db.sql,
      [
        { messageId: leased[0]!.messageId, state: 'SENT', outcome: '250', dueAt: null },
        { messageId: leased[1]!.messageId, state: 'QUEUED', outcome: '451', dueAt: after(5_000) },
        { messageId: leased[2]!.messageId, state: 'UNKNOWN', outcome: 'lost', dueAt: null },
      ],
      start,
    );
    expect(await trace()).toEqual([{ state: 'QUEUED' }]);
    // Erased: stopped by the gate, like everything else that is stopped.
    const [next] = await test.db.sql.rows<{ recipientId: string }>(
      `SELECT recipient_id AS "recipientId" FROM message WHERE state = 'QUEUED' AND throttled_domain <> '' ORDER BY id LIMIT 1`,
    );
    await test.db.sql.rows('UPDATE recipient SET address = NULL WHERE id = $1', [
      next!.recipientId,
    ]);
    await claim(campaignId, GMAIL, after(60), 1);
    expect(
      await test.db.sql.rows(
        'SELECT state, stopped_by AS "stoppedBy", throttled_domain AS "throttledDomain" FROM message WHERE recipient_id = $1',
        [next!.recipientId],
      ),
    ).toEqual([{ state: 'STOPPED', stoppedBy: 'CONTACT_REMOVED', throttledDomain: '' }]);
    await test.db.sql.rows("UPDATE campaign SET state = 'CANCELLED' WHERE id = $1", [campaignId]);
    await takeBackQueued(test.db.sql, campaignId, start);
    expect(await trace()).toEqual([]);
  });

  it('ends with its setting: what waited for it goes with all others', async () => {
    const campaignId = await campaignTo({ 'gmail.com': 60, 'yahoo.test': 30 });
    await claim(campaignId, GMAIL, start);
    const yahoo = {
      rates: { 'yahoo.test': 5 },
      domains: { 'yahoo.test': 'yahoo.test' },
    };
    expect(await leaveOldLimits(test.db.sql, campaignId, GMAIL)).toBe(0);
    expect(await leaveOldLimits(test.db.sql, campaignId, yahoo)).toBe(60);
    expect(await claim(campaignId, yahoo, start)).toHaveLength(60);
  });

  it('ends also where nothing is throttled any more', async () => {
    const campaignId = await campaignTo({ 'gmail.com': 60 });
    await claim(campaignId, GMAIL, start);
    expect(await claim(campaignId, null, start)).toHaveLength(60);
  });
});

describe('without rate limits', () => {
  it('a claim reads the next messages from the index, in order, and no row of the limits', async () => {
    const campaignId = await campaignTo({ 'example.test': 5_000 });
    await test.db.sql.rows('ANALYZE message');
    const [gate] = await test.db.sql.rows<{ text: string }>(
      "SELECT prosrc AS text FROM pg_proc WHERE proname = 'claim_messages'",
    );
    const [picks] = /SELECT m\.id FROM message m[\s\S]*?SKIP LOCKED/.exec(gate!.text)!;
    const text = picks
      .replace('p_campaign', '$1::uuid')
      .replace('p_now', '$2::timestamptz')
      .replace('p_limit', '$3::integer');
    const plan = await test.db.transaction(async (sql) => {
      await sql.once('SET LOCAL plan_cache_mode = force_generic_plan', []);
      await sql.once(`PREPARE picks AS ${text}`, []);
      const planned = `EXPLAIN EXECUTE picks ('${campaignId}', now(), 20)`;
      return sql.once<{ 'QUERY PLAN': string }>(planned, []);
    });
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/Index Scan using message_open/);
    expect(lines).not.toMatch(/Sort/);
    await claim(campaignId, null, start, 20);
    expect(await test.db.sql.rows('SELECT 1 FROM rate_limit')).toEqual([]);
  });
});

describe('the table of rate limits', () => {
  it('has a name and an instant for each rate', async () => {
    await expect(test.db.sql.rows("INSERT INTO rate_limit VALUES ('', now())")).rejects.toThrow(
      /rate_limit_name_check/,
    );
    await expect(test.db.sql.rows("INSERT INTO rate_limit VALUES ('*', NULL)")).rejects.toThrow(
      /null value/,
    );
  });
});
