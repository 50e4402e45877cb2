import type { SmsGateway } from '@adieu/gateways';
import { setTimeout as pause } from 'node:timers/promises';
import type { ActivityDeps } from '../activities/activity-deps.ts';
import { handOverSystemSms } from './hand-over-system-sms.ts';

type Deps = Pick<ActivityDeps, 'db' | 'sms' | 'links' | 'log' | 'clock'>;

interface Waiting {
  readonly id: string;
  readonly sender: string;
}

/** Hands over our own SMS that wait, the oldest first: to each gateway as many at once, and as fast, as it takes. */
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
  const perSecond = gateway?.perSecond ?? null;
  const apartMs = perSecond === null ? 0 : 1_000 / perSecond;
  const left = those.values();
  let freeAt = performance.now();
  const one = async (): Promise<void> => {
    for (const { id } of left) {
      const now = performance.now();
      const waitMs = freeAt - now;
      freeAt = Math.max(freeAt, now) + apartMs;
      if (waitMs > 0) await pause(waitMs);
      if (!mayGoOn()) return;
      await handOverSystemSms(deps, id).catch((error: unknown) =>
        deps.log.warn({ err: error, systemSmsId: id }, 'an SMS of ours has to wait'),
      );
    }
  };
  await Promise.all(Array.from({ length: gateway?.atOnce ?? 1 }, one));
}
