import { describe, expect, it } from 'vitest';
import { CAMPAIGN_STATES } from '../enums/campaigns.ts';
import { CAMPAIGN_CHANGES, campaignAfter } from './changes.ts';

const TABLE = {
  DRAFT: [null, null, 'CANCELLED'],
  SENDING: ['PAUSED', null, 'CANCELLED'],
  PAUSED: [null, 'SENDING', 'CANCELLED'],
  SENT: [null, null, null],
  CANCELLED: [null, null, null],
} as const;

describe('a campaign', () => {
  it.each(CAMPAIGN_STATES)(
    'that is %s may be paused, resumed, cancelled as the table says',
    (state) => {
      expect(CAMPAIGN_CHANGES.map((change) => campaignAfter(change, state))).toEqual(TABLE[state]);
    },
  );
});
