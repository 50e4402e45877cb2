import { handOverSystemSms } from '../sms/hand-over-system-sms.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Hands over one of our own SMS. */
export function createSendSystemSms(
  deps: Pick<ActivityDeps, 'db' | 'sms' | 'links' | 'log' | 'clock'>,
) {
  return async (id: string): Promise<void> => {
    await handOverSystemSms(deps, id);
  };
}
