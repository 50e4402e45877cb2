import { describe, expect, it } from 'vitest';
import { refuseRetention } from './retention.ts';

const RETENTION = { evidence: 'P3Y', origins: 'P90D', keepsOrigins: true };

describe('how long evidence is kept', () => {
  it.each([
    [{}, null],
    [{ evidence: 'P10Y', origins: 'P1Y' }, null],
    [{ evidence: 'P1Y6M', origins: 'P2W' }, null],
    [{ evidence: 'P30D', origins: 'P30D' }, null],
    [{ evidence: 'P29D' }, 'evidence-period-out-of-range'],
    [{ evidence: 'P11Y' }, 'evidence-period-out-of-range'],
    [{ origins: 'P0D' }, 'origins-period-out-of-range'],
    [{ origins: 'P13M' }, 'origins-period-out-of-range'],
    [{ evidence: 'P60D' }, 'origins-period-out-of-range'],
    [{ evidence: 'three years' }, 'not-a-period'],
    [{ evidence: 'P' }, 'not-a-period'],
    [{ evidence: 'PT5H' }, 'not-a-period'],
    [{ evidence: '-P3Y' }, 'not-a-period'],
    [{ origins: 'P99999Y' }, 'not-a-period'],
  ])('%o gives %s', (change, refusal) => {
    expect(refuseRetention({ ...RETENTION, ...change })).toBe(refusal);
  });
});
