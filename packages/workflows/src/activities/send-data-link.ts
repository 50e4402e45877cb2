import { languageOf, readerOf } from '@adieu/messages';
import { armDataLink, dataLinkForMail, markDataLinkSent } from '@adieu/db';
import { dataToken, hashSecretToken } from '@adieu/keys';
import { renderSystemMail } from '@adieu/templates';
import { handOverSystemMail } from '../mail/hand-over-system-mail.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Mails the link to somebody's own data to the address that it is about. Armed first, so that a link that arrives works. */
export function createSendDataLink(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'mail' | 'links' | 'log' | 'clock'>,
) {
  return async (id: string): Promise<void> => {
    const link = await dataLinkForMail(deps.db.sql, id);
    if (link === null) return;
    const token = dataToken(deps.ring, id);
    const content = await renderSystemMail({
      template: 'data-link',
      ...readerOf(languageOf(link.language), { own: link.timeZone, sender: link.accountTimeZone }),
      organisation: link.organisationName,
      imprint: link.imprint,
      dataUrl: `${deps.links.publicUrl}/d/${token}`,
      expiresAt: link.expiresAt,
    });
    await armDataLink(deps.db.sql, id, hashSecretToken(token));
    const mail = {
      ...content,
      from: link.from,
      to: link.address,
      messageId: `<data-link.${id}@${deps.links.mailDomain}>`,
    };
    if (await handOverSystemMail(deps, mail, { dataLinkId: id }))
      await markDataLinkSent(deps.db.sql, id, deps.clock());
  };
}
