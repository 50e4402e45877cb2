import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, parsePlainDate } from './plain-date.ts';
import { dateIn, endOfDay, startOfDay } from './time-zone.ts';

describe('a day that somebody picks for a pause (P-10)', () => {
  it.each([
    ['Europe/Stockholm', '2026-11-24', '2026-11-23T23:00:00.000Z'],
    ['Europe/Prague', '2026-07-04', '2026-07-03T22:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Copenhagen', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z'],
  ] as const)('begins at midnight in %s, %s', (timeZone, day, instant) => {
    expect(startOfDay(timeZone, day).toISOString()).toBe(instant);
    expect(dateIn(timeZone, new Date(instant))).toBe(day);
  });

  it.each([
    ['America/Havana', '2027-03-14', '2027-03-14T05:00:00.000Z'],
    ['America/Santiago', '2027-09-05', '2027-09-05T04:00:00.000Z'],
    ['Atlantic/Azores', '2027-03-28', '2027-03-28T01:00:00.000Z'],
    ['Africa/Cairo', '2027-04-30', '2027-04-29T22:00:00.000Z'],
    ['Asia/Beirut', '2027-03-28', '2027-03-27T22:00:00.000Z'],
  ] as const)('begins at one o’clock where there is no midnight: %s, %s', (zone, day, instant) => {
    const begins = startOfDay(zone, day);
    expect(begins.toISOString()).toBe(instant);
    expect(dateIn(zone, begins)).toBe(day);
    expect(dateIn(zone, new Date(begins.getTime() - 1))).toBe(addDays(day, -1));
  });

  // By another library than ours: `domain` depends on none, so it is asked here alone.
  it('begins and ends as Temporal says, around each change of the clocks of each zone in four years', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      for (const change of changesOf(zone)) {
        for (const days of [-1, 0, 1]) {
          const day = change.add({ days });
          compared += 1;
          const starts = startOfDay(zone, day.toString()).getTime();
          const ends = endOfDay(zone, day.toString()).getTime();
          const same =
            starts === beginning(zone, day) && ends === beginning(zone, day.add({ days: 1 }));
          if (!same) wrong.push(`${zone} ${day.toString()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(2_000);
  });

  it.each(['', 'tomorrow', '2026-13-01', '2026-02-30', '24.11.2026'])(
    'is none where it is %j',
    (day) => {
      expect(parsePlainDate(day)).toBeNull();
    },
  );
});

const UNTIL = Temporal.Instant.from('2030-01-01T00:00Z').epochMilliseconds;

/** The days on which a zone's clocks change, of the years 2026 to 2029. */
function changesOf(zone: string): Temporal.PlainDate[] {
  const changes: Temporal.PlainDate[] = [];
  let at = Temporal.ZonedDateTime.from(`2026-01-01[${zone}]`).getTimeZoneTransition('next');
  while (at !== null && at.epochMilliseconds < UNTIL) {
    changes.push(at.toPlainDate());
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

function beginning(zone: string, day: Temporal.PlainDate): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}
