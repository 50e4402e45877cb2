import type { Seed, TestDatabase } from '@adieu/testkit';
import { changeCampaign, claimMessages, findCampaigns } from '../src/index.ts';

/** What tests of a lost sender do with a campaign and ask of it, at an instant. */
export function campaignsOf(
  world: () => { readonly test: TestDatabase; readonly org: Seed },
  now: Date,
) {
  return {
    change: (campaignId: string, change: 'PAUSE' | 'RESUME'): Promise<object> => {
      const { test, org } = world();
      const { organisationId } = org;
      return test.db.transaction((sql) =>
        changeCampaign(sql, { organisationId, campaignId, change, changedBy: 'x', now }),
      );
    },
    stateOf: async (campaignId: string) => {
      const { test, org } = world();
      const [row] = await findCampaigns(test.db.sql, org.organisationId, [campaignId]);
      return { state: row!.state, pausedBecause: row!.pausedBecause };
    },
    /** How many of its messages may be handed over now; they are under way then. */
    claimed: async (campaignId: string): Promise<number> => {
      const leaseUntil = new Date(now.getTime() + 30_000);
      const { sql } = world().test.db;
      return (await claimMessages(sql, { campaignId, limit: 10, now, leaseUntil })).length;
    },
  };
}
