import { takeTurn } from '@adieu/db';
import type { SmsGateway } from '@adieu/gateways';
import type { ActivityDeps } from '../activities/activity-deps.ts';
import { pauseUntil } from '../sender/pause-until.ts';
import { smsLimits } from '../sender/sms-limits.ts';
import { handOverSystemSms } from './hand-over-system-sms.ts';

type Deps = Pick<ActivityDeps, 'db' | 'sms' | 'links' | 'log' | 'clock'>;

interface Waiting {
  readonly id: string;
  readonly sender: string;
}

/** Hands over our own SMS that wait, the oldest first: to each gateway as many at once, and as fast, as it takes of all who send. */
export async function handOverWaitingSms(
  deps: Deps,
  waiting: readonly Waiting[],
  mayGoOn: () => boolean,
): Promise<void> {
  const byGateway = Map.groupBy(waiting, ({ sender }) => deps.sms.gatewayFor(sender));
  await Promise.all(
    [...byGateway].map(([gateway, those]) => handOverTo(deps, gateway, those, mayGoOn)),
  );
}

async function handOverTo(
  deps: Deps,
  gateway: SmsGateway | null,
  those: readonly Waiting[],
  mayGoOn: () => boolean,
): Promise<void> {
  const left = those.values();
  const one = async (): Promise<void> => {
    for (const { id } of left) {
      if (gateway !== null && !(await hasTurn(deps, gateway, mayGoOn))) return;
      if (!mayGoOn()) return;
      await handOverSystemSms(deps, id, { hasTurn: true }).catch((error: unknown) =>
        deps.log.warn({ err: error, systemSmsId: id }, 'an SMS of ours has to wait'),
      );
    }
  };
  await Promise.all(Array.from({ length: gateway?.atOnce ?? 1 }, one));
}

/** Waits until one more may go by the rate of its gateway, which campaigns use up too; false where that is not in time. */
async function hasTurn(
  { db, clock }: Deps,
  gateway: SmsGateway,
  mayGoOn: () => boolean,
): Promise<boolean> {
  const limits = smsLimits(gateway);
  if (limits === null) return true;
  const [[name, perSecond]] = Object.entries(limits.rates) as [[string, number]];
  while (mayGoOn()) {
    const at = await takeTurn(db.sql, { name, perSecond, now: clock() });
    const now = clock();
    if (at <= now) return true;
    // However slow the gateway is: who waits looks again, to hear that the time is over.
    await pauseUntil(new Date(Math.min(Number(at), Number(now) + 1_000)), now);
  }
  return false;
}
