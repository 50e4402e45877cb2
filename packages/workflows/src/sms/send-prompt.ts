import { armDoubleOptIn, askSystemSms, type DoubleOptInMail } from '@adieu/db';
import { doubleOptInToken, hashSecretToken } from '@adieu/keys';
import type { ActivityDeps } from '../activities/activity-deps.ts';
import { handOverSystemSms } from './hand-over-system-sms.ts';

/** Asks for the second word of a double opt-in, by SMS (A6). Armed before the hand-over: an answer may be faster than we are. */
export async function sendPrompt(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'sms' | 'links' | 'log' | 'clock'>,
  { id, organisationId, accountId, addressKey, smsSender }: DoubleOptInMail,
): Promise<void> {
  if (smsSender === null) return;
  const { sql } = deps.db;
  const now = deps.clock();
  const ask = { organisationId, accountId, addressKey, sender: smsSender, now } as const;
  const systemSmsId = await askSystemSms(sql, { ...ask, kind: 'PROMPT', about: id });
  await armDoubleOptIn(sql, {
    id,
    tokenHash: hashSecretToken(doubleOptInToken(deps.ring, id)),
    messageId: `sms:${systemSmsId}`,
    answeredTo: smsSender,
    now,
  });
  await handOverSystemSms(deps, systemSmsId);
}
