import { refuseSendAt, SEND_AT_REFUSALS } from '@adieu/domain';
import { codeOf, InvalidInput } from '../shared/problems.ts';

/** What is wrong with when a campaign is to be sent; null: nothing. */
export function refuseHour(
  hour: { readonly sendAt?: Date | null; readonly inRecipientsZone?: boolean | null },
  now: Date,
): InvalidInput | null {
  const { sendAt = null, inRecipientsZone } = hour;
  const refused = sendAt && refuseSendAt(sendAt, now);
  if (refused) return new InvalidInput('sendAt', SEND_AT_REFUSALS[refused], codeOf(refused));
  if (inRecipientsZone && sendAt === null)
    return new InvalidInput('inRecipientsZone', 'Goes with sendAt: say when.');
  return null;
}
