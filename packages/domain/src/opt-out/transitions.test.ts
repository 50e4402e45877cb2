import { describe, expect, it } from 'vitest';
import { REQUEST_STATES, type RequestState } from '../enums/requests.ts';
import { TRANSITIONS } from './transitions.ts';

describe('the table of transitions', () => {
  it('reaches every state from PENDING', () => {
    const reached = new Set<RequestState>(['PENDING']);
    const walk = (state: RequestState): void => {
      for (const next of TRANSITIONS[state]) {
        if (!reached.has(next)) {
          reached.add(next);
          walk(next);
        }
      }
    };
    walk('PENDING');
    expect([...reached].sort()).toEqual([...REQUEST_STATES].sort());
  });

  it('lets nothing but LIFTED follow a confirmed opt-out (A6, F12)', () => {
    expect(TRANSITIONS.CONFIRMED).toEqual(['LIFTED']);
  });

  it('never returns to PENDING', () => {
    expect(Object.values(TRANSITIONS).flat()).not.toContain('PENDING');
  });

  it('ends in declined, reverted, withdrawn or lifted', () => {
    const final = REQUEST_STATES.filter((state) => TRANSITIONS[state].length === 0);
    expect(final).toEqual(['DECLINED', 'REVERTED', 'WITHDRAWN', 'LIFTED']);
  });
});
