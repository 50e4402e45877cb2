import { describe, expect, it } from 'vitest';
import { smsHour } from './quiet-hours.ts';

describe('the hour for who gets an SMS', () => {
  it.each([
    // By the account's clock, where no law names hours.
    ['SE', 'Europe/Stockholm', '2026-12-01T07:00:00Z', 'DAY'],
    ['SE', 'Europe/Stockholm', '2026-12-01T06:59:59Z', 'NIGHT'],
    ['SE', 'Europe/Stockholm', '2026-12-01T19:59:59Z', 'DAY'],
    ['SE', 'Europe/Stockholm', '2026-12-01T20:00:00Z', 'NIGHT'],
    ['SE', 'Europe/Stockholm', '2026-07-01T06:00:00Z', 'DAY'],
    [null, 'America/Los_Angeles', '2026-12-01T12:00:00Z', 'NIGHT'],
    // 47 CFR 64.1200(c)(1): not before 8 nor after 21, on either coast, whatever the account's clock.
    ['US', 'Europe/Stockholm', '2026-12-01T15:59:59Z', 'FORBIDDEN'],
    ['US', 'Europe/Stockholm', '2026-12-01T16:00:00Z', 'DAY'],
    ['US', 'Europe/Stockholm', '2026-12-02T01:59:59Z', 'DAY'],
    ['US', 'Europe/Stockholm', '2026-12-02T02:00:00Z', 'FORBIDDEN'],
  ] as const)('%s, counting in %s, at %s is %s', (country, timeZone, at, hour) => {
    expect(smsHour(country, timeZone, new Date(at))).toBe(hour);
  });
});
