import { BURST, burstFrom } from '@adieu/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPopulation, KINDS, type Person } from './population.ts';
import { parseSetting } from './read-setting.ts';
import type { Setting } from './setting.ts';

const setting = (population: object, more: object = {}): Setting =>
  parseSetting(JSON.stringify({ campaign: { subject: 's', text: 't' }, population, ...more }), 'f');

const countsOf = (people: readonly Person[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(people, ({ kind }) => kind)].map(([k, all]) => [k, all.length]),
  );

const shares = fc
  .array(fc.nat(100), { minLength: KINDS.length, maxLength: KINDS.length })
  .map((weights) => {
    const sum = weights.reduce((all, each) => all + each, 0) || 1;
    return Object.fromEntries(
      KINDS.slice(0, -1).map((kind, i) => [kind, weights[i]! / sum] as const),
    );
  });

describe('who is who in a simulated population (N13)', () => {
  it('is the same for the same seed, and another for another', () => {
    const given = setting({ size: 200, shares: { oneClick: 0.1, scanner: 0.5 } });
    expect(drawPopulation(given)).toEqual(drawPopulation(given));
    const kinds = (seed: number): string[] =>
      drawPopulation({ ...given, seed }).map(({ kind }) => kind);
    expect(kinds(2)).not.toEqual(kinds(3));
  });

  it('holds each kind as often as its share says, to the nearest person', () => {
    const people = drawPopulation(
      setting({ size: 200, shares: { oneClick: 0.1, page: 0.053, robot: 0.06, scanner: 0.3 } }),
    );
    expect(countsOf(people)).toEqual({ oneClick: 20, page: 11, robot: 12, silent: 157 });
    expect(people.filter(({ scanned }) => scanned)).toHaveLength(60);
  });

  it('is as large as it should be, every address once, nobody waits longer than three means', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), shares, fc.nat(), (size, given, seed) => {
        const people = drawPopulation(setting({ size, shares: given }, { seed }));
        expect(people).toHaveLength(size);
        expect(new Set(people.map(({ address }) => address)).size).toBe(size);
        expect(new Set(people.map(({ ip }) => ip)).size).toBe(size);
        for (const { afterDays } of people) expect(afterDays).toBeLessThanOrEqual(3);
        for (const kind of KINDS.slice(0, -1))
          expect(countsOf(people)[kind] ?? 0).toBeLessThanOrEqual(Math.round(size * given[kind]!));
      }),
    );
  });

  it('has no company that could make a burst, but the filter’s', () => {
    const people = drawPopulation(setting({ size: 500, shares: { oneClick: 0.5, robot: 0.1 } }));
    const companies = Map.groupBy(people, ({ address }) => address.split('@')[1]!);
    for (const [domain, { length, ...all }] of companies) {
      const isFilters = all[0]!.kind === 'robot';
      expect(burstFrom(domain, length) === null).toBe(!isFilters);
    }
    expect(BURST.fewest).toBeGreaterThan(1);
  });

  it('leaves to the deadline what the admin neither confirms nor declines', () => {
    const people = drawPopulation(
      setting({ size: 3_000 }, { admin: { confirms: 0.5, declines: 0.2 } }),
    );
    const share = (verdict: Person['verdict']): number =>
      people.filter((each) => each.verdict === verdict).length / people.length;
    expect(share('CONFIRM')).toBeCloseTo(0.5, 1);
    expect(share('DECLINE')).toBeCloseTo(0.2, 1);
    expect(share('NOTHING')).toBeCloseTo(0.3, 1);
  });
});
