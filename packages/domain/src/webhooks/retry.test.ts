import { expect, it } from 'vitest';
import { WEBHOOK_GIVES_UP_MS, type WebhookFailure, webhookRetryAt } from './retry.ts';

const start = new Date('2026-12-01T00:00:00Z');
const failure: WebhookFailure = {
  failures: 1,
  failingSince: start,
  retryAfterMs: null,
  isSlowedDown: false,
};
const wait = (more: Partial<WebhookFailure>, random = 0.5) =>
  webhookRetryAt({ ...failure, ...more }, start, random)!.getTime() - start.getTime();

it('waits as Standard Webhooks says, a tenth more or less (K-3)', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((failures) => wait({ failures }) / 60_000);
  expect(minutes).toEqual([5 / 60, 5, 30, 120, 300, 600, 840, 1200, 1440, 1440]);
  expect(wait({ failures: 2 }, 0)).toBe(270_000);
  expect(wait({ failures: 2 }, 1)).toBe(330_000);
});

it('obeys Retry-After up to a day, and slows down where it is asked to (K-4)', () => {
  expect(wait({ retryAfterMs: 90_000 })).toBe(90_000);
  expect(wait({ retryAfterMs: 1_000 })).toBe(5_000);
  expect(wait({ retryAfterMs: 30 * 86_400_000 })).toBe(86_400_000);
  expect(wait({ isSlowedDown: true })).toBe(60_000);
});

it('gives up after five days, and tries once more in that moment (K-5)', () => {
  let now = start;
  const tries: Date[] = [now];
  for (let failures = 1; ; failures++) {
    const next = webhookRetryAt({ ...failure, failures }, now, 0.5);
    if (next === null) break;
    tries.push(next);
    now = next;
  }
  expect(now.getTime() - start.getTime()).toBe(WEBHOOK_GIVES_UP_MS);
  expect(tries.length).toBe(12);
});
