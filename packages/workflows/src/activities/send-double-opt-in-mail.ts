import { languageOf, readerOf } from '@adieu/messages';
import { armDoubleOptIn, doubleOptInForMail, markDoubleOptInMailed } from '@adieu/db';
import { doubleOptInToken, hashSecretToken } from '@adieu/keys';
import { renderSystemMail } from '@adieu/templates';
import { sendPrompt } from '../sms/send-prompt.ts';
import { handOverSystemMail } from '../mail/hand-over-system-mail.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Mails the link of a double opt-in (D-4). Armed before the hand-over, so that a link that arrives works. */
export function createSendDoubleOptInMail(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'mail' | 'sms' | 'links' | 'log' | 'clock'>,
) {
  return async (id: string): Promise<void> => {
    const wanted = await doubleOptInForMail(deps.db.sql, id);
    if (wanted === null || wanted.sentAt !== null) return;
    // Its workflow was lost and mended after the end: a link that opens nothing any more is not mailed.
    if (wanted.expiresAt <= deps.clock()) return;
    if (wanted.channel === 'SMS') return sendPrompt(deps, wanted);
    const token = doubleOptInToken(deps.ring, id);
    const messageId = `<double-opt-in.${id}@${deps.links.mailDomain}>`;
    const content = await renderSystemMail({
      template: 'double-opt-in',
      ...readerOf(languageOf(wanted.language), {
        own: wanted.timeZone,
        sender: wanted.accountTimeZone,
      }),
      organisation: wanted.organisationName,
      account: wanted.accountName,
      imprint: wanted.imprint,
      scope: { kind: wanted.scopeKind, name: wanted.scopeName },
      confirmUrl: `${deps.links.publicUrl}/o/${token}`,
      expiresAt: wanted.expiresAt,
    });
    await armDoubleOptIn(deps.db.sql, {
      id,
      tokenHash: hashSecretToken(token),
      messageId,
      now: deps.clock(),
    });
    const mail = {
      ...content,
      from: wanted.from,
      to: wanted.address,
      messageId,
    };
    if (await handOverSystemMail(deps, mail, { doubleOptInId: id }))
      await markDoubleOptInMailed(deps.db.sql, id, deps.clock());
  };
}
