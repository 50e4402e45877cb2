import type { SystemSmsInput } from '@adieu/domain';
import { sms } from './activities.ts';

/** Hands over one of our own SMS. */
export async function systemSms({ id }: SystemSmsInput): Promise<void> {
  await sms.sendSystemSms(id);
}
