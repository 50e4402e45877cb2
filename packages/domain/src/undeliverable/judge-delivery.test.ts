import { describe, expect, it } from 'vitest';
import { BOUNCE_KINDS } from '../enums/bounces.ts';
import { judgeDelivery } from './judge-delivery.ts';
import { STATUS_RULES } from './status-rules.ts';

describe('a report of a delivery', () => {
  it.each([
    ['failed', '5.1.1', 'HARD'],
    ['failed', '5.1.10', 'HARD'],
    ['failed', '5.2.1', 'HARD'],
    ['Failed ', ' 5.0.0', 'HARD'],
    ['failed', '5.7.13', 'HARD'],
    ['failed', '5.9.9', 'HARD'],
    ['failed', '4.4.7', 'SOFT'],
    ['failed', '4.2.2', 'SOFT'],
    ['failed', '5.2.2', 'SOFT'],
    ['failed', '5.3.0', 'SOFT'],
    ['failed', '5.4.4', 'SOFT'],
    ['failed', '5.1.8', 'REFUSED'],
    ['failed', '5.2.3', 'REFUSED'],
    ['failed', '5.3.4', 'REFUSED'],
    ['failed', '5.5.2', 'REFUSED'],
    ['failed', '5.6.1', 'REFUSED'],
    ['failed', '5.7.1', 'REFUSED'],
    ['failed', '5.7.26', 'REFUSED'],
    ['failed', '2.0.0', null],
    ['delayed', '4.4.1', null],
    ['delayed', '5.1.1', null],
    ['delivered', '2.1.5', null],
    ['relayed', '5.1.1', null],
    ['expanded', '5.1.1', null],
    ['', '5.1.1', null],
  ] as const)(
    '%j with %s is %s: only what failed counts, and of 5.x.x what is about the mailbox (M-7)',
    (action, status, kind) => expect(judgeDelivery({ action, status })).toBe(kind),
  );

  it.each([
    [null, null, 'SOFT'],
    [null, 550, 'HARD'],
    [null, 552, 'SOFT'],
    [null, 554, 'REFUSED'],
    [null, 600, null],
    [null, 450, 'SOFT'],
    [null, 250, null],
    ['nonsense', 550, 'HARD'],
    ['5.7.1', 550, 'REFUSED'],
    ['4.2.2', 550, 'SOFT'],
  ] as const)('that failed with status %s and reply %s is %s (M-7)', (status, code, kind) =>
    expect(judgeDelivery({ action: 'failed', status, code })).toBe(kind),
  );

  it('is one kind for each code of the table, and each code stands there once', () => {
    const codes = STATUS_RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, permanent } of STATUS_RULES) {
      expect(BOUNCE_KINDS).toContain(permanent);
      const status = code.includes('.') ? `5.${code}` : `5.${code}.0`;
      expect(judgeDelivery({ action: 'failed', status })).toBe(permanent);
    }
  });
});
