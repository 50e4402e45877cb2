import { describe, expect, it } from 'vitest';
import { burstFrom, countEarlyLeaver, type EarlyLeavers } from './burst.ts';

describe('how many early leavers of one domain are a burst (N4)', () => {
  it.each([
    ['company.example', 1, null],
    ['company.example', 9, null],
    ['company.example', 10, 10],
    ['company.example', 50, 10],
    ['company.example', 60, 12],
    ['company.example', 400, 80],
    ['company.example', 500, 100],
    ['company.example', 20_000, 100],
    ['gmail.com', 9, null],
    ['gmail.com', 50, 10],
    ['gmail.com', 20_000, 4_000],
    ['gmail.com', 300_000, 60_000],
  ])('at %s with %i recipients: %s', (domain, recipients, from) => {
    expect(burstFrom(domain, recipients)).toBe(from);
  });
});

describe('counting early leavers (N4)', () => {
  const run = (seconds: readonly number[], from = 10): EarlyLeavers[] => {
    let counted: EarlyLeavers = { count: 0, until: 0, isBurst: false };
    return seconds.map((at) => (counted = countEarlyLeaver(counted, 1e9 + at * 1000, from)));
  };

  it('finds the tenth within a minute, and all that follow within a minute of each other', () => {
    const counted = run([...Array(9).keys(), 58, 59, 118, 177]);
    expect(counted.map(({ isBurst }) => isBurst)).toEqual([
      ...Array<boolean>(9).fill(false),
      true,
      true,
      true,
      true,
    ]);
  });

  it('never finds a handful, nor people who trickle', () => {
    expect(run([0, 0, 0, 0, 0, 0, 0, 0, 0]).some(({ isBurst }) => isBurst)).toBe(false);
    const trickle = run(Array.from({ length: 500 }, (_, i) => i * 7));
    expect(trickle.some(({ isBurst }) => isBurst)).toBe(false);
  });

  it('ends a burst when nobody came for a minute', () => {
    const counted = run([...Array(12).keys(), 80]);
    expect(counted.at(-2)!.isBurst).toBe(true);
    expect(counted.at(-1)).toMatchObject({ count: 1, isBurst: false });
  });
});
