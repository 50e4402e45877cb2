import { claimSystemSms, finishSystemSms, providerOptedOut, takeTurn } from '@adieu/db';
import type { SmsGateway } from '@adieu/gateways';
import { ApplicationFailure } from '@temporalio/activity';
import type { ActivityDeps } from '../activities/activity-deps.ts';
import { smsLimits } from '../sender/sms-limits.ts';
import { outgoingSms, statusUrlOf } from './outgoing-sms.ts';
import { systemSmsText } from './system-sms-text.ts';

type Deps = Pick<ActivityDeps, 'db' | 'sms' | 'links' | 'log' | 'clock'>;

/**
 * Hands over one of our own SMS, in an activity that is retried: throws where it may be taken later. False where it went before
 * or never will; the log says of what, and why. One of which nobody knows whether it was taken is not sent again.
 */
export async function handOverSystemSms(
  deps: Deps,
  id: string,
  { hasTurn = false }: { readonly hasTurn?: boolean } = {},
): Promise<boolean> {
  const { db, sms, log, clock } = deps;
  const claimed = await claimSystemSms(db.sql, id, clock());
  if (claimed === null) return false;
  const gateway = sms.gatewayFor(claimed.sender);
  const finish = (ended: Parameters<typeof finishSystemSms>[2]): Promise<void> =>
    finishSystemSms(db.sql, id, ended, clock());
  if (gateway === null) {
    log.warn({ systemSmsId: id }, 'an SMS of ours has no gateway that carries its sender');
    await finish({ state: 'FAILED', outcome: 'no gateway carries its sender' });
    return false;
  }
  if (!hasTurn) await countTurn(deps, gateway);
  const text = systemSmsText(claimed);
  const { sender: from, address: to } = claimed;
  const statusUrl = statusUrlOf(gateway, deps.links.publicUrl);
  const answer = await gateway.send(outgoingSms({ id, from, to, text, statusUrl }));
  if ('sent' in answer) {
    await finish({
      state: 'SENT',
      outcome: 'sent',
      text,
      gateway: gateway.name,
      gatewayId: answer.sent,
    });
    return true;
  }
  if ('unknown' in answer) {
    log.warn({ systemSmsId: id, code: answer.unknown }, 'nobody knows whether an SMS of ours went');
    await finish({ state: 'UNKNOWN', outcome: answer.unknown, text });
    return true;
  }
  const { refused, code, retryAt } = answer;
  const outcome = `${refused} ${code}`;
  await finish({ state: retryAt === null ? 'FAILED' : 'QUEUED', outcome });
  if (retryAt !== null) throw ApplicationFailure.retryable(outcome, 'NotHandedOver');
  log.warn({ systemSmsId: id, outcome }, 'an SMS of ours was refused for good');
  if (refused === 'opted-out')
    await providerOptedOut(db.sql, { id, gateway: gateway.name, code, now: clock() });
  return false;
}

/** What one person waits for goes at once, and campaigns of that gateway the later. */
async function countTurn({ db, clock }: Deps, gateway: SmsGateway): Promise<void> {
  for (const [name, perSecond] of Object.entries(smsLimits(gateway)?.rates ?? {}))
    await takeTurn(db.sql, { name, perSecond, now: clock(), always: true });
}
