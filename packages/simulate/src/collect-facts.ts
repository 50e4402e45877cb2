import type { Database } from '@adieu/db';
import type { Crowd } from './crowd.ts';
import type { Facts } from './facts.ts';
import type { Setting } from './setting.ts';
import { readLedger, readRequests } from './record.ts';
import { policyOf } from './tenant.ts';

/** What people saw and the record holds, now that the run is over. */
export async function collectFacts(
  { setting, crowd, db }: { setting: Setting; crowd: Crowd; db: Database },
  startedAt: number,
): Promise<Omit<Facts, 'mailings' | 'decided' | 'sms'>> {
  const { purpose, policy } = setting.book;
  const [requests, ledger] = await Promise.all([readRequests(db, 'EMAIL'), readLedger(db)]);
  return {
    name: setting.name,
    seed: setting.seed,
    purpose,
    reviews: policy.mode === 'REVIEW',
    onTimeout: policy.onTimeout,
    secondsPerDay: setting.time.secondsPerDay,
    reviewDays: policy.reviewDays,
    reviewSeconds: policyOf(setting).reviewSeconds,
    expect: setting.expect,
    startedAt,
    endedAt: Date.now(),
    requests,
    ledger,
    ...crowd.facts(),
  };
}
