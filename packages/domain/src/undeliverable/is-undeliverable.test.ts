import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNCE_KINDS, type BounceKind } from '../enums/bounces.ts';
import {
  BOUNCE_POLICY,
  type BouncePolicy,
  isUndeliverable,
  scoreBounces,
} from './is-undeliverable.ts';

const now = new Date('2026-05-04T12:00:00Z');
const DAY_MS = 86_400_000;
const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
const bounce = (kind: BounceKind, days = 0) => ({ kind, at: ago(days) });
const judged = (days: readonly number[], kind: BounceKind = 'SOFT', policy = BOUNCE_POLICY) =>
  isUndeliverable(
    days.map((each) => bounce(kind, each)),
    policy,
    now,
  );
/** Of bounces every so many days: after how many the address is undeliverable. */
const after = (everyDays: number): number => {
  for (let n = 1; n <= 50; n++)
    if (judged(Array.from({ length: n }, (_, nth) => nth * everyDays))) return n;
  return Infinity;
};

describe('an address', () => {
  it('is undeliverable at once by a hard bounce, and by no refusal, ever (P7)', () => {
    expect(judged([0], 'HARD')).toBe(true);
    expect(judged([0])).toBe(false);
    expect(
      judged(
        Array.from({ length: 99 }, (_, nth) => nth),
        'REFUSED',
      ),
    ).toBe(false);
  });

  it('is undeliverable by soft bounces that add up and fade: five days, five weeks, eight months (P7)', () => {
    expect([after(1), after(7), after(30)]).toEqual([5, 5, 8]);
    expect(after(90)).toBe(Infinity);
  });

  it('counts a day once, however much came back on it (P7)', () => {
    expect(
      scoreBounces(
        [0, 0.1, 0.2].map((days) => bounce('SOFT', days)),
        BOUNCE_POLICY,
        now,
      ),
    ).toBe(1);
    expect(judged([0, 0, 0, 0, 0, 0, 0, 0])).toBe(false);
  });

  it('needs hard bounces on as many days as its account says (P7)', () => {
    const twice: BouncePolicy = { ...BOUNCE_POLICY, hardBounces: 2 };
    expect(judged([0], 'HARD', twice)).toBe(false);
    expect(judged([0, 0], 'HARD', twice)).toBe(false);
    expect(judged([0, 300], 'HARD', twice)).toBe(true);
  });

  it('is half as bad after each half-life, and never worse for having waited', () => {
    const { bounceHalfLifeDays } = BOUNCE_POLICY;
    const points = (days: number) => scoreBounces([bounce('SOFT', days)], BOUNCE_POLICY, now);
    expect([points(0), points(bounceHalfLifeDays), points(2 * bounceHalfLifeDays)]).toEqual([
      1, 0.5, 0.25,
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constantFrom(...BOUNCE_KINDS), days: fc.nat(1_000) })),
        fc.nat(100),
        (drawn, later) => {
          const bounces = drawn.map(({ kind, days }) => bounce(kind, days));
          const then = new Date(now.getTime() + later * DAY_MS);
          expect(scoreBounces(bounces, BOUNCE_POLICY, then)).toBeLessThanOrEqual(
            scoreBounces(bounces, BOUNCE_POLICY, now),
          );
        },
      ),
    );
  });
});
