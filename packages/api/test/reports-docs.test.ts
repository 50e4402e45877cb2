import { expect } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { seedMails } from './house.ts';
import { testExamples } from './test-examples.ts';

testExamples(
  'reports.md',
  async ({ house, words }) => {
    await seedMails(house, { count: 1 });
    const [row] = await house.test.db.sql.rows<{ id: string }>('SELECT id FROM campaign');
    words['campaign'] = toId('campaign', row!.id);
  },
  {
    CampaignReport: ({ campaign }: { campaign: object | null }) => expect(campaign).toBeTruthy(),
    WhyTheyLeft: ({ campaign }: { campaign: object | null }) => expect(campaign).toBeTruthy(),
    Trend: (data: object) => expect(Object.values(data)[0]).toBeTruthy(),
  },
);
