import { describe, expect, it } from 'vitest';
import { refuseReactivation } from './reactivate.ts';

const request = {
  state: 'CONFIRMED',
  purpose: 'SERVICE',
  scopeKind: 'BOOK',
  reactivation: 'CONTROLLER',
} as const;

describe('bringing somebody back by hand', () => {
  it.each([
    [request, 'On call again', null],
    [{ ...request, purpose: 'MARKETING' }, 'sales', 'marketing-returns-by-recipient'],
    [{ ...request, scopeKind: 'TOPIC' }, 'x', 'marketing-returns-by-recipient'],
    [{ ...request, scopeKind: 'ACCOUNT' }, 'x', 'marketing-returns-by-recipient'],
    [{ ...request, reactivation: 'RECIPIENT' }, 'x', 'recipient-alone-may-return'],
    [{ ...request, state: 'PENDING' }, 'x', 'not-in-force'],
    [{ ...request, state: 'LIFTED' }, 'x', 'not-in-force'],
    [{ ...request, state: 'DECLINED' }, 'x', 'not-in-force'],
    [request, ' \n', 'reason-required'],
    [request, 'x'.repeat(2001), 'reason-too-long'],
  ] as const)('from %o with %s gives %s (B1, A6)', (from, reason, refusal) => {
    expect(refuseReactivation(from, reason)).toBe(refusal);
  });
});
