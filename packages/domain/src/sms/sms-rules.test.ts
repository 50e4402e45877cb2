import { describe, expect, it } from 'vitest';
import { smsRules } from './sms-rules.ts';

const rules = (number: string | null, account: string | null, at: string) =>
  smsRules(number, account, new Date(at));

describe('what the law wants around a wish by SMS', () => {
  it('is a receipt within five minutes in the US since 11 April 2025, and nowhere else (SM-7)', () => {
    const within = (number: string | null, account: string | null, at: string) =>
      rules(number, account, at).receiptWithinSeconds;
    expect(within('US', 'US', '2025-04-10T12:00:00Z')).toBe(null);
    expect(within('US', 'US', '2025-04-11T12:00:00Z')).toBe(300);
    for (const country of ['SE', 'DK', 'DE', 'CZ', 'GB', 'CA', null])
      expect(within(country, country, '2026-12-01T12:00:00Z')).toBe(null);
  });

  it('is the stricter of the number’s and the account’s', () => {
    const strict = { receiptWithinSeconds: 300, revokeAll: true };
    expect(rules('US', 'SE', '2027-06-01T12:00:00Z')).toEqual(strict);
    expect(rules('SE', 'US', '2027-06-01T12:00:00Z')).toEqual(strict);
    expect(rules('SE', 'DK', '2027-06-01T12:00:00Z')).toEqual({
      receiptWithinSeconds: null,
      revokeAll: false,
    });
  });

  it('lets one revocation end all from 31 January 2027 in the US, and not a second before (SM-19)', () => {
    expect(rules('US', null, '2027-01-31T04:59:59Z').revokeAll).toBe(false);
    expect(rules('US', null, '2027-01-31T05:00:00Z').revokeAll).toBe(true);
    expect(rules('CA', null, '2027-01-31T05:00:00Z').revokeAll).toBe(false);
  });
});
