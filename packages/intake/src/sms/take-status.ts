import { providerOptedOut, systemSmsStatus } from '@adieu/db';
import type { SmsInDeps } from './sms-in-deps.ts';
import type { SmsStatus } from './sms-ingress.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Keeps what a gateway says became of an SMS of ours, and an opt-out that it tells by it (SM-12). */
export async function takeStatus(
  { db, clock }: SmsInDeps,
  gateway: string,
  { ourId, gatewayId, state, code, optedOut }: SmsStatus,
): Promise<void> {
  if (ourId === null || !UUID.test(ourId)) return;
  const now = clock();
  const outcome = code === null ? state : `${state} ${code}`;
  await db.transaction(async (tx) => {
    const isOurs = await systemSmsStatus(tx, { id: ourId, gatewayId, outcome, now });
    if (isOurs && optedOut)
      await providerOptedOut(tx, { id: ourId, gateway, code: code ?? '', now });
  });
}
