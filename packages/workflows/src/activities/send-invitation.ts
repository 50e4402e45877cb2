import { armInvitation, invitationForMail, markInvitationSent } from '@adieu/db';
import { hashSecretToken, invitationToken } from '@adieu/keys';
import { readerOf } from '@adieu/messages';
import { renderSystemMail } from '@adieu/templates';
import { handOverSystemMail } from '../mail/hand-over-system-mail.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Mails an invitation. Armed first, so that a link that arrives works. */
export function createSendInvitation(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'mail' | 'links' | 'log' | 'clock'>,
) {
  return async (id: string): Promise<void> => {
    const invitation = await invitationForMail(deps.db.sql, id, deps.clock());
    if (invitation === null) return;
    const token = invitationToken(deps.ring, id);
    const content = await renderSystemMail({
      template: 'invitation',
      ...readerOf(invitation.language, { sender: invitation.accountTimeZone }),
      organisation: invitation.organisationName,
      inviter: invitation.invitedBy,
      invitationUrl: `${deps.links.publicUrl}/i/${token}`,
      expiresAt: invitation.expiresAt,
    });
    await armInvitation(deps.db.sql, id, hashSecretToken(token));
    const mail = {
      ...content,
      from: invitation.from,
      to: invitation.email,
      messageId: `<invitation.${id}@${deps.links.mailDomain}>`,
    };
    if (await handOverSystemMail(deps, mail, { invitationId: id }))
      await markInvitationSent(deps.db.sql, id, deps.clock());
  };
}
