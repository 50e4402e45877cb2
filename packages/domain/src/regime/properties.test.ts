import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKETING_REVIEW_CAP_SECONDS } from '../opt-out/policy.ts';
import { judge } from '../opt-out/verdicts.ts';
import { addBusinessDays, isBusinessDay } from './business-days.ts';
import { isHoliday } from './calendar.ts';
import { latestDeadline, marketingCeiling, marketingCeilings } from './latest-deadline.ts';
import { addDays, weekdayOf } from './plain-date.ts';
import { REGIME_KEYS } from './regime.ts';
import { regimeOf } from './regime-of.ts';
import { REGIMES } from './regimes.ts';
import { dateIn, endOfDay } from './time-zone.ts';

const CAP_MS = MARKETING_REVIEW_CAP_SECONDS * 1000;
const FROM = Date.parse('2025-12-31T00:00:00Z');
const TO = Date.parse('2036-01-02T00:00:00Z');
const HOUR = 3_600_000;

// Where days go wrong: changes of the clocks on both sides of the Atlantic and the equator, leap days, ends of years.
const EDGES = Array.from({ length: 10 }, (_, i) => 2026 + i).flatMap((year) =>
  [
    `${year}-03-08T07:00:00Z`,
    `${year}-03-29T01:00:00Z`,
    `${year}-10-25T01:00:00Z`,
    `${year}-11-01T06:00:00Z`,
    `${year}-02-28T23:59:59Z`,
    `${year}-12-31T23:59:59Z`,
    `${year}-12-24T12:00:00Z`,
  ].map((text) => Date.parse(text)),
);

const millis = fc.oneof(
  fc.integer({ min: FROM, max: TO }),
  fc
    .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -3 * HOUR, max: 3 * HOUR }))
    .map(([edge, near]) => edge + near),
);
const instant = millis.map((ms) => new Date(ms));
const regime = fc.constantFrom(...REGIMES);
const key = fc.constantFrom(...REGIME_KEYS);
const zone = fc.constantFrom(
  'Europe/Stockholm',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
);
const day = millis.map((ms) => new Date(ms).toISOString().slice(0, 10));
const runs = { numRuns: 500 };

describe('over ten years, in every regime and zone (W-3, W-4, I-7)', () => {
  it('business days are never on a weekend or a holiday', () => {
    fc.assert(
      fc.property(regime, day, fc.integer({ min: 1, max: 30 }), ({ calendar }, date, count) => {
        const end = addBusinessDays(calendar, date, count);
        expect(weekdayOf(end)).not.toBe(0);
        expect(weekdayOf(end)).not.toBe(6);
        expect(isHoliday(calendar, end)).toBe(false);
      }),
      runs,
    );
  });

  it('n business days further lie exactly n business days', () => {
    fc.assert(
      fc.property(regime, day, fc.integer({ min: 0, max: 30 }), ({ calendar }, date, count) => {
        const end = addBusinessDays(calendar, date, count);
        let worked = 0;
        for (let at = date; at < end;) {
          at = addDays(at, 1);
          if (isBusinessDay(calendar, at)) worked += 1;
        }
        expect(worked).toBe(count);
      }),
      runs,
    );
  });

  it('adding business days in two steps is adding them in one', () => {
    const few = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(regime, day, few, few, ({ calendar }, date, a, b) => {
        expect(addBusinessDays(calendar, addBusinessDays(calendar, date, a), b)).toBe(
          addBusinessDays(calendar, date, a + b),
        );
      }),
      runs,
    );
  });

  it('a deadline lies after the wish, and later wishes have no earlier one', () => {
    fc.assert(
      fc.property(
        regime,
        zone,
        millis,
        fc.integer({ min: 0, max: 40 * 24 * HOUR }),
        (law, timeZone, ms, later) => {
          const first = latestDeadline(law, new Date(ms), timeZone).getTime();
          const second = latestDeadline(law, new Date(ms + later), timeZone).getTime();
          expect(first).toBeGreaterThan(ms);
          expect(second).toBeGreaterThanOrEqual(first);
        },
      ),
      runs,
    );
  });

  it('a deadline of business days is the end of a business day there', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, received) => {
        for (const country of ['US', 'CA']) {
          const law = regimeOf(country, received);
          const end = latestDeadline(law, received, timeZone);
          const last = dateIn(timeZone, new Date(end.getTime() - 1));
          expect(isBusinessDay(law.calendar, last)).toBe(true);
          expect(endOfDay(timeZone, last)).toEqual(end);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('marketing never waits beyond 48 hours nor the regime, and never ends before it came (W-3)', () => {
    fc.assert(
      fc.property(
        key,
        instant,
        fc.integer({ min: 1, max: 90 * 86_400 }),
        (country, now, seconds) => {
          const ceiling = marketingCeiling(country, now);
          const law = regimeOf(country, now);
          expect(ceiling.getTime()).toBeLessThanOrEqual(now.getTime() + CAP_MS);
          expect(ceiling <= latestDeadline(law, now, law.timeZone)).toBe(true);
          const policy = { mode: 'AT_ONCE', reviewSeconds: seconds, onTimeout: 'OPT_OUT' } as const;
          const ruling = judge('UNCLEAR', 'MARKETING', policy, now, ceiling);
          if (!('deadline' in ruling) || ruling.deadline === null) throw new Error('nothing waits');
          expect(ruling.deadline > now).toBe(true);
          expect(ruling.deadline <= ceiling).toBe(true);
          expect(marketingCeilings(now)[country]).toEqual(ceiling);
        },
      ),
      runs,
    );
  });

  it('the zone never decides the ceiling: the regime’s own is as good as the account’s', () => {
    fc.assert(
      fc.property(key, zone, instant, (country, timeZone, now) => {
        const there = latestDeadline(regimeOf(country, now), now, timeZone).getTime();
        expect(Math.min(there, now.getTime() + CAP_MS)).toBe(
          marketingCeiling(country, now).getTime(),
        );
      }),
      runs,
    );
  });
});
