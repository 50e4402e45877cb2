import {
  ensureRecipient,
  recordOptOut,
  recipientsOfNumber,
  recordProviderOptOut,
  whereSmsCame,
} from '@adieu/db';
import { addressKey, numberOfWriter } from '@adieu/keys';
import { aimsOf, type Aim } from './aims.ts';
import type { SmsInDeps } from './sms-in-deps.ts';
import type { SmsDeactivated, SmsOptedOut } from './sms-ingress.ts';

/** Somebody opted out at the gateway, which tells of it without a message (SM-12): what a STOP to that sender leaves, they left. */
export async function takeOptedOut(
  { db, ring, clock, shortCodes }: SmsInDeps,
  gateway: string,
  { from, to }: SmsOptedOut,
): Promise<void> {
  const number = numberOfWriter(from);
  if (number === null) return;
  const key = addressKey(ring, 'SMS', number);
  await db.transaction(async (tx) => {
    const came = { to, fromKey: key, sentAt: clock(), isKnown: shortCodes.has(to) };
    const aims = aimsOf(await whereSmsCame(tx, came), null);
    for (const aim of aims) {
      const { organisationId, messageId, scope } = aim;
      const whose = {
        organisationId,
        channel: 'SMS',
        addressKey: key,
        address: number,
      } as const;
      const target =
        messageId === null
          ? { organisationId, recipientId: await ensureRecipient(tx, whose), scope: named(aim) }
          : { messageId, scope };
      await recordProviderOptOut(tx, target, { gateway, code: null, now: clock() });
    }
  });
}

/**
 * A number is nobody's any more, or somebody else's (SM-18): whoever has it now agreed to nothing. What was agreed to ends, in
 * each organisation that knows the number; a double opt-in alone brings it back.
 */
export async function takeDeactivated(
  { db, ring, clock }: SmsInDeps,
  gateway: string,
  { number: said }: SmsDeactivated,
): Promise<void> {
  const number = numberOfWriter(said);
  if (number === null) return;
  const key = addressKey(ring, 'SMS', number);
  await db.transaction(async (tx) => {
    for (const { organisationId, recipientId } of await recipientsOfNumber(tx, key))
      await recordOptOut(tx, {
        target: {
          organisationId,
          recipientId,
          scope: { kind: 'ORGANISATION', id: organisationId },
        },
        signal: 'CLEAR',
        method: 'PROVIDER',
        actor: { kind: 'SYSTEM', name: gateway },
        evidence: {
          because: `The SMS gateway ${gateway} says that the number is nobody’s any more, or somebody else’s`,
        },
        now: clock(),
      });
  });
}

function named({ scope }: Aim): Exclude<Aim['scope'], 'LINK'> {
  if (scope === 'LINK') throw new Error('only a message has a link');
  return scope;
}
