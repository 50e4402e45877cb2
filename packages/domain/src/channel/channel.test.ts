import { expect, it } from 'vitest';
import { channelOf } from './channel-of.ts';

it.each([
  ['anna@example.test', 'EMAIL'],
  ['+46 70 174 06 05', 'SMS'],
  ['070-174 06 05', 'SMS'],
] as const)('%j is of %s', (address, channel) => {
  expect(channelOf(address)).toBe(channel);
});
