import { markWebhookNoticeSent, webhookNoticesDue } from '@adieu/db';
import { readerOf } from '@adieu/messages';
import { renderSystemMail } from '@adieu/templates';
import { handOverSystemMail } from '../mail/hand-over-system-mail.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Tells the admins that a webhook endpoint was disabled, each once (K-5). */
export function createSendWebhookNotices(
  deps: Pick<ActivityDeps, 'db' | 'mail' | 'links' | 'log' | 'clock'>,
) {
  return async (endpointId: string): Promise<void> => {
    for (const due of await webhookNoticesDue(deps.db.sql, endpointId)) {
      const { memberId, email, from, language, organisationName, ...facts } = due;
      const content = await renderSystemMail({
        template: 'webhook-disabled',
        ...readerOf(language, { sender: null }),
        organisation: organisationName,
        ...facts,
      });
      const name = [endpointId, facts.disabledAt.getTime(), memberId].join('.');
      const messageId = `<webhook-disabled.${name}@${deps.links.mailDomain}>`;
      await handOverSystemMail(deps, { ...content, from, to: email, messageId }, { endpointId });
      await markWebhookNoticeSent(deps.db.sql, endpointId, memberId);
    }
  };
}
