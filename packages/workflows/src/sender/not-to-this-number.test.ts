import type { SendableCampaign } from '@adieu/db';
import { describe, expect, it } from 'vitest';
import { notToThisNumber } from './not-to-this-number.ts';

const from = (kind: 'NUMBER' | 'TEXT' | 'SHORT_CODE', address: string, more: object = {}) =>
  ({
    sender: { kind, name: '', address, keyword: '' },
    senderCountries: [],
    country: 'SE',
    purpose: 'MARKETING',
    ...more,
  }) as unknown as SendableCampaign;
const number = from('NUMBER', '+46766861004');
const DAY = '2026-12-01T18:00:00Z';
const NIGHT = '2026-12-02T04:00:00Z';

const became = (campaign: SendableCampaign, address: string, now: string) =>
  notToThisNumber(campaign, { SE: '72080' }, { address, waiting: 'QUEUED', now: new Date(now) });

describe('a message by SMS at its hand-over (SM-15)', () => {
  it.each([
    [from('TEXT', 'Nordlys'), '+12025550123'],
    [from('TEXT', 'Nordlys'), '+61412345678'],
    [from('SHORT_CODE', '72080', { country: 'DK' }), '+4520123456'],
  ])('of %j to %s fails', (campaign, address) => {
    expect(became(campaign, address, DAY)).toMatchObject({ state: 'FAILED', dueAt: null });
  });

  it.each([
    [number, '+12025550123'],
    [from('TEXT', 'Nordlys'), '+46701740605'],
    [from('TEXT', 'Nordlys', { senderCountries: ['AU'] }), '+61412345678'],
    [from('TEXT', 'Nordlys'), '+881612345678'],
    [from('SHORT_CODE', '72080'), '+46701740605'],
  ])('of %j to %s goes', (campaign, address) => {
    expect(became(campaign, address, DAY)).toBeNull();
  });

  it('waits until the quiet hours of the number’s law are over, where something is sold', () => {
    expect(became(number, '+12025550123', NIGHT)).toEqual({
      state: 'QUEUED',
      outcome: 'the quiet hours of US',
      dueAt: new Date('2026-12-02T16:00:00Z'),
    });
    expect(became(number, '+46701740605', NIGHT)).toBeNull();
    const service = from('NUMBER', '+46766861004', { purpose: 'SERVICE' });
    expect(became(service, '+12025550123', NIGHT)).toBeNull();
  });
});
