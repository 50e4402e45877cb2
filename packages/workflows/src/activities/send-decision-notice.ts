import { languageOf, readerOf } from '@adieu/messages';
import { decisionBySms, markNoticeSent, noticeOf } from '@adieu/db';
import { type KeyRing, replyLocalPart, signMessageLink } from '@adieu/keys';
import { renderSystemMail } from '@adieu/templates';
import { handOverSystemMail } from '../mail/hand-over-system-mail.ts';
import { handOverSystemSms } from '../sms/hand-over-system-sms.ts';
import type { ActivityDeps } from './activity-deps.ts';

/**
 * Tells the recipient, on the channel of their wish, that it was declined or ran out (W-7). Says nothing when they simply left: no goodbye mail (C9).
 * Marked in the record once the mail server has it; only a crash between the two sends it twice, under one Message-ID.
 */
export function createSendDecisionNotice(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'mail' | 'sms' | 'links' | 'log' | 'clock'>,
) {
  return async (requestId: string): Promise<void> => {
    const notice = await noticeOf(deps.db.sql, requestId);
    if (notice === null || notice.address === null) return;
    if (notice.channel === 'SMS') return bySms(deps, requestId);
    if (notice.from === null) return;
    if (notice.state !== 'DECLINED' && notice.state !== 'REVERTED') return;
    if (notice.notifiedAt !== null) return;
    const content = await renderSystemMail({
      template: 'decision',
      ...readerOf(languageOf(notice.language), {
        own: notice.timeZone,
        sender: notice.accountTimeZone,
      }),
      organisation: notice.organisationName,
      imprint: notice.imprint,
      scope: notice.scopeName,
      receivedAt: notice.receivedAt,
      reason: notice.state === 'DECLINED' ? (notice.decisionReason ?? '') : null,
      pageUrl:
        notice.messageId &&
        `${deps.links.publicUrl}/u/${signMessageLink(deps.ring, notice.messageId)}`,
    });
    const messageId = `<decision.${requestId}@${deps.links.mailDomain}>`;
    const mail = {
      ...content,
      from: notice.from,
      to: notice.address,
      messageId,
      headers: askingForAnswers(deps, notice.messageId),
    };
    if (await handOverSystemMail(deps, mail, { requestId }))
      await markNoticeSent(deps.db.sql, requestId, deps.clock());
  };
}

/** Whoever is told that mail goes on may say STOPP to that: it is the answer to the mail that they left by. */
function askingForAnswers(
  { ring, links }: { readonly ring: KeyRing; readonly links: { readonly mailDomain: string } },
  messageId: string | null,
): { readonly name: string; readonly value: string }[] {
  if (messageId === null) return [];
  return [{ name: 'Reply-To', value: `${replyLocalPart(ring, messageId)}@${links.mailDomain}` }];
}

async function bySms(
  deps: Pick<ActivityDeps, 'db' | 'sms' | 'links' | 'log' | 'clock'>,
  requestId: string,
): Promise<void> {
  const id = await decisionBySms(deps.db.sql, requestId, deps.clock());
  if (id === null) return;
  if (await handOverSystemSms(deps, id)) await markNoticeSent(deps.db.sql, requestId, deps.clock());
}
