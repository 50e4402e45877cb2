import type { SendableCampaign, TestMail } from '@adieu/db';
import type { SmsGateways } from '@adieu/gateways';
import { countryOfNumber } from '@adieu/keys';
import { previewSms, readySms, type SmsInstallation, testSubject } from '@adieu/templates';
import { outgoingSms } from '../sms/outgoing-sms.ts';
import type { TestHandOver } from './test-mail.ts';

/** One test by SMS, or why there is none. No status is asked for: it is no message of the record. */
export async function testSmsOf(
  {
    sms,
    smsLinks,
    clock,
  }: {
    readonly sms: SmsGateways;
    readonly smsLinks: SmsInstallation;
    readonly clock: () => Date;
  },
  id: string,
  campaign: SendableCampaign,
  { address, language, fields }: TestMail,
): Promise<TestHandOver | { readonly refused: string }> {
  const from = campaign.sender.address;
  const gateway = sms.gatewayFor(from);
  if (gateway === null) return { refused: 'no gateway carries its sender' };
  const ready = await readySms(campaign);
  if (ready === null) return { refused: 'the campaign no longer compiles' };
  const reader = { language, fields, country: countryOfNumber(address) };
  const shown = await previewSms(campaign, ready, reader, smsLinks, clock());
  if ('refused' in shown) return shown;
  const text = testSubject(shown.text, shown.language);
  const message = outgoingSms({ id, from, to: address, text, statusUrl: null });
  return {
    async handOver() {
      const answer = await gateway.send(message);
      if ('sent' in answer) return { outcome: 'SENT', again: false };
      // It may have been taken: a second one would be one too many.
      if ('unknown' in answer) return { outcome: `unknown: ${answer.unknown}`, again: false };
      const { refused, code, retryAt } = answer;
      return { outcome: `${refused}: ${code}`, again: retryAt !== null || refused === 'throttled' };
    },
  };
}
