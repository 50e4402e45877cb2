import { providerOptedOut, recordSmsStatus, systemSmsStatus } from '@adieu/db';
import type { SmsInDeps } from './sms-in-deps.ts';
import type { SmsStatus } from './sms-ingress.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Keeps what a gateway says became of an SMS of ours, and an opt-out that it tells by it (SM-12). */
export async function takeStatus(
  deps: SmsInDeps,
  gateway: string,
  status: SmsStatus,
): Promise<void> {
  const { gatewayId, state, code, optedOut } = status;
  const now = deps.clock();
  const ourId = status.ourId !== null && UUID.test(status.ourId) ? status.ourId : null;
  // A gateway without a name for a message brings back ours.
  const name = gatewayId ?? ourId;
  if (name === null) return;
  if (await isSystemSms(deps, gateway, { ...status, ourId }, now)) return;
  await recordSmsStatus(deps.db, {
    gateway,
    gatewayId: name,
    messageId: ourId,
    state,
    code,
    optedOut,
    at: status.at ?? now,
    now,
  });
}

/** Whether it is of an SMS that is no campaign's: of those, what is said is kept here. */
async function isSystemSms(
  { db }: SmsInDeps,
  gateway: string,
  { ourId, gatewayId, state, code, optedOut }: SmsStatus,
  now: Date,
): Promise<boolean> {
  const outcome = code === null ? state : `${state} ${code}`;
  return db.transaction(async (tx) => {
    const id = await systemSmsStatus(tx, { id: ourId, gateway, gatewayId, state, outcome, now });
    if (id !== null && optedOut) await providerOptedOut(tx, { id, gateway, code, now });
    return id !== null;
  });
}
