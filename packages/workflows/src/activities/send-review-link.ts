import { readerOf } from '@adieu/messages';
import { armReviewLink, markReviewLinkSent, reviewLinkForMail } from '@adieu/db';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import { renderSystemMail } from '@adieu/templates';
import { handOverSystemMail } from '../mail/hand-over-system-mail.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Mails a way in to the review to the person it was asked for. Armed first, so that a link that arrives works. */
export function createSendReviewLink(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'mail' | 'links' | 'log' | 'clock'>,
) {
  return async (id: string): Promise<void> => {
    const link = await reviewLinkForMail(deps.db.sql, id, deps.clock());
    if (link === null) return;
    const token = reviewToken(deps.ring, id);
    const content = await renderSystemMail({
      template: 'sign-in',
      ...readerOf(link.language, { sender: link.accountTimeZone }),
      organisation: link.organisationName,
      signInUrl: `${deps.links.publicUrl}/s/${token}`,
      expiresAt: link.expiresAt,
    });
    await armReviewLink(deps.db.sql, id, hashSecretToken(token));
    const mail = {
      ...content,
      from: link.from,
      to: link.email,
      messageId: `<review-link.${id}@${deps.links.mailDomain}>`,
    };
    if (await handOverSystemMail(deps, mail, { reviewLinkId: id }))
      await markReviewLinkSent(deps.db.sql, id, deps.clock());
  };
}
