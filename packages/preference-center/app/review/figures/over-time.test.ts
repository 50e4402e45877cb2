import { describe, expect, it } from 'vitest';
import { overTime } from './over-time.ts';

const at = (from: string, sent = 1) => ({ from, sent, optOuts: 0, complaints: 0 });

describe('a campaign over time', () => {
  it('is shown by hours where it is short, the empty ones among them', () => {
    const hours = [at('2026-11-24T10:00:00.000Z'), at('2026-11-24T13:00:00.000Z')];
    const { step, values } = overTime(hours, [at('2026-11-24T00:00:00.000Z', 2)]);
    expect(step).toBe('HOUR');
    expect(values.map(({ sent }) => sent)).toEqual([1, 0, 0, 1]);
    expect(values[1]!.from).toBe('2026-11-24T11:00:00.000Z');
  });

  it('by days where it is longer', () => {
    const days = ['24', '25', '28', '29'].map((day) => at(`2026-11-${day}T00:00:00.000Z`));
    const { step, values } = overTime([at('2026-11-24T10:00:00.000Z')], days);
    expect(step).toBe('DAY');
    expect(values.map(({ sent }) => sent)).toEqual([1, 1, 0, 0, 1, 1]);
  });

  it('without the empty days where there are very many', () => {
    const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-11-29'].map((day) =>
      at(`${day}T00:00:00.000Z`),
    );
    expect(overTime([], days).values).toEqual(days);
  });

  it('is nothing where nothing happened', () => {
    expect(overTime([], []).values).toEqual([]);
  });
});
