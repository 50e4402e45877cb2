import type { InvitationInput } from '@adieu/domain';
import { mail } from './activities.ts';

/** Mails an invitation. What was not mailed before its end, or was taken back, is not mailed. */
export async function invitation({ id }: InvitationInput): Promise<void> {
  await mail.sendInvitation(id);
}
