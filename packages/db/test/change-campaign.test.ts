import { createTestDatabase, type Seed, seed, type TestDatabase, released } from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CampaignChange } from '@adieu/domain';
import {
  campaignProgress,
  campaignsBeingSent,
  changeCampaign,
  claimMessages,
  finishCampaign,
  takeBackQueued,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
let campaignId: string;
const now = new Date('2026-05-04T08:00:00.000Z');
const later = new Date('2026-05-04T08:10:00.000Z');
const leaseUntil = new Date('2026-05-04T08:00:30.000Z');

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  ({ campaignId } = await released(test, org, { count: 6, now }));
  return () => test.close();
});

const change = (kind: CampaignChange, organisationId = org.organisationId) =>
  test.db.transaction((sql) =>
    changeCampaign(sql, { organisationId, campaignId, change: kind, changedBy: 'Eva', now }),
  );
const claim = (limit = 2) => claimMessages(test.db.sql, { campaignId, limit, now, leaseUntil });
const outbox = () =>
  test.db.sql.rows<{ message: object }>(
    `SELECT message FROM outbox WHERE message->>'kind' = 'campaign.changed'`,
  );
const byState = async () => (await campaignProgress(test.db.sql, campaignId)).byState;

describe('a campaign that is held', () => {
  it('gives no message to a sender until it goes on, and then the rest', async () => {
    expect(await claim()).toHaveLength(2);
    expect(await change('PAUSE')).toEqual({ state: 'PAUSED' });
    expect(await claim()).toEqual([]);
    expect(await byState()).toMatchObject({ QUEUED: 4, HANDING_OVER: 2 });
    expect(await outbox()).toEqual([]);
    expect(await change('RESUME')).toEqual({ state: 'SENDING' });
    expect(await outbox()).toEqual([{ message: { kind: 'campaign.changed', campaignId } }]);
    expect(await claim(10)).toHaveLength(4);
  });

  it('is no business of the reconciler, and is not finished by a sender that comes too late', async () => {
    await change('PAUSE');
    expect(await campaignsBeingSent(test.db.sql, later)).toEqual([]);
    await finishCampaign(test.db.sql, campaignId, later);
    expect(await change('RESUME')).toEqual({ state: 'SENDING' });
    expect(await campaignsBeingSent(test.db.sql, later)).toEqual([campaignId]);
    // Resumed between the sender's last look and its end: messages are left, so that this is no end.
    await finishCampaign(test.db.sql, campaignId, later);
    expect(await change('PAUSE')).toEqual({ state: 'PAUSED' });
  });

  it('waits for a claim that is being committed, and a claim waits for it: after its commit no hand-over begins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [, first] = await Promise.all([change('PAUSE'), claim(1)]);
      const taken = (await byState()).HANDING_OVER;
      expect(await claim(10)).toEqual([]);
      expect((await byState()).HANDING_OVER).toBe(taken);
      expect(first.length).toBeLessThanOrEqual(1);
      await change('RESUME');
    }
  });
});

describe('a campaign that is cancelled', () => {
  it('takes back what is queued, says why, and is over; what had begun ends as it would have', async () => {
    await claim();
    expect(await change('CANCEL')).toEqual({ state: 'CANCELLED' });
    expect(await outbox()).toHaveLength(1);
    expect(await claim()).toEqual([]);
    expect(await campaignsBeingSent(test.db.sql, later)).toEqual([campaignId]);
    expect(await takeBackQueued(test.db.sql, campaignId, now)).toBe(4);
    expect(await takeBackQueued(test.db.sql, campaignId, now)).toBe(0);
    const { byState: states, stoppedBecause } = await campaignProgress(test.db.sql, campaignId);
    expect(states).toMatchObject({ QUEUED: 0, HANDING_OVER: 2, STOPPED: 4 });
    expect(stoppedBecause).toEqual([{ reason: 'CANCELLED', count: 4 }]);
    await finishCampaign(test.db.sql, campaignId, later);
    expect(await campaignsBeingSent(test.db.sql, later)).toEqual([campaignId]);
    await test.db.sql.rows(
      "UPDATE message SET state = 'SENT', lease_until = NULL WHERE campaign_id = $1 AND state = 'HANDING_OVER'",
      [campaignId],
    );
    await finishCampaign(test.db.sql, campaignId, later);
    expect(await campaignsBeingSent(test.db.sql, later)).toEqual([]);
    expect(await change('RESUME')).toEqual({ refused: 'state', state: 'CANCELLED' });
  });

  it('does nothing to one that is sent, and takes back nothing of one that goes on', async () => {
    expect(await takeBackQueued(test.db.sql, campaignId, now)).toBe(0);
    await test.db.sql.rows("UPDATE message SET state = 'SENT' WHERE campaign_id = $1", [
      campaignId,
    ]);
    await finishCampaign(test.db.sql, campaignId, later);
    for (const kind of ['PAUSE', 'RESUME', 'CANCEL'] as const)
      expect(await change(kind)).toEqual({ refused: 'state', state: 'SENT' });
  });
});

it('is changed by its own organisation alone, and into states that there are', async () => {
  expect(await change('CANCEL', crypto.randomUUID())).toEqual({ refused: 'not-found' });
  await expect(
    test.db.sql.rows("UPDATE campaign SET state = 'HELD' WHERE id = $1", [campaignId]),
  ).rejects.toThrow('campaign_state_check');
});
