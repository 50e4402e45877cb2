import { expect, it } from 'vitest';
import { readSettings } from './read-settings.ts';

it.each([
  ['Europe/Stockholm', '2027-01-15', '2027-01-14T23:00:00.000Z'],
  ['America/Havana', '2027-03-14', '2027-03-14T05:00:00.000Z'],
  ['America/Santiago', '2027-09-05', '2027-09-05T04:00:00.000Z'],
  ['Atlantic/Azores', '2027-03-28', '2027-03-28T01:00:00.000Z'],
])('a pause in %s ends as %s begins, also where that day has no midnight', (zone, day, instant) => {
  const form = new URLSearchParams({ zone, pauseUntil: day });
  expect(readSettings(form)).toMatchObject({ pausedUntil: instant, endPause: false });
});
