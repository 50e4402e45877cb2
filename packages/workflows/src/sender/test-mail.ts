import type { SendableCampaign, TestMail } from '@adieu/db';
import { classifySmtpError, type MailTransport, outcomeOf, type SmtpError } from '@adieu/gateways';
import { composeMail, previewMail, readyCampaign, testSubject } from '@adieu/templates';
import type { CampaignMailDeps } from './campaign-mail.ts';

/** A test that is ready to go. */
export interface TestHandOver {
  /** Never rejects. `again`: it was not taken, and may be later. */
  handOver(): Promise<{ readonly outcome: string; readonly again: boolean }>;
}

/** One test mail, or why there is none. */
export async function testMailOf(
  {
    mail,
    links,
    clock,
  }: { readonly mail: MailTransport; readonly clock: () => Date } & Pick<CampaignMailDeps, 'links'>,
  id: string,
  campaign: SendableCampaign,
  { address, ...reader }: TestMail,
): Promise<TestHandOver | { readonly refused: string }> {
  const compiled = await readyCampaign(campaign);
  if (compiled === null) return { refused: 'the campaign no longer compiles' };
  const content = await previewMail(campaign, compiled, reader, links);
  if ('refused' in content) return content;
  const raw = composeMail({
    ...content,
    subject: testSubject(content.subject, content.language),
    from: campaign.sender,
    to: address,
    messageId: `<test.${id}@${links.mailDomain}>`,
    date: clock(),
  });
  return {
    async handOver() {
      try {
        await mail.send({ from: campaign.sender.address, to: address, raw });
        return { outcome: 'SENT', again: false };
      } catch (error) {
        return {
          outcome: outcomeOf(error),
          again: classifySmtpError(error as SmtpError) === 'again',
        };
      }
    },
  };
}
