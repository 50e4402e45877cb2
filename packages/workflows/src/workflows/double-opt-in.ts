import type { DoubleOptInInput } from '@adieu/domain';
import { sleep } from '@temporalio/workflow';
import { mail, record } from './activities.ts';

/** Mails the link of a double opt-in, and deletes what nobody confirmed in time (D-4, D-5). Sends no reminder. */
export async function doubleOptIn({ id, expiresAt }: DoubleOptInInput): Promise<void> {
  await mail.sendDoubleOptInMail(id);
  await sleep(Math.max(0, Date.parse(expiresAt) - Date.now()));
  await record.expireDoubleOptIn(id);
}
