import { describe, expect, it } from 'vitest';
import { refuseExemption } from './exempt.ts';

const staff = { purpose: 'SERVICE', isExempt: false } as const;
const exempt = { purpose: 'SERVICE', isExempt: true } as const;

describe('exempting a book from opt-out', () => {
  it.each([
    [staff, true, 'Safety notices', null],
    [exempt, false, 'No longer needed', null],
    [exempt, true, 'again', 'already-exempt'],
    [staff, false, 'x', 'not-exempt'],
    [{ ...staff, purpose: 'MARKETING' }, true, 'sales', 'only-service-can-be-exempt'],
    [{ ...staff, purpose: 'TRANSACTIONAL' }, true, 'x', 'only-service-can-be-exempt'],
    [staff, true, '\t ', 'reason-required'],
    [staff, true, 'x'.repeat(2001), 'reason-too-long'],
  ] as const)('%o to %s with %s gives %s (A1)', (book, to, reason, refusal) => {
    expect(refuseExemption(book, to, reason)).toBe(refusal);
  });
});
