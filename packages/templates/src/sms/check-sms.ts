import { type Mailbox, sendsOn } from '@adieu/domain';
import { checkAudience, type CheckedAudience } from '../check/check-audience.ts';
import { checkFields, type FieldCoverage } from '../check/check-fields.ts';
import { type Finding, findingAbout } from '../check/finding.ts';
import { senderMissing } from '../check/sender-missing.ts';
import type { CompiledSms } from './compile-sms.ts';

/** Everything that the author of a campaign of text messages should know before it is sent. */
export function checkSms(
  { variants }: CompiledSms,
  {
    audience,
    coverage,
    knownFields,
    sender,
  }: {
    readonly audience: CheckedAudience;
    readonly coverage: FieldCoverage;
    readonly knownFields: readonly string[];
    readonly sender: Pick<Mailbox, 'address'> | null;
  },
): Finding[] {
  const served = sendsOn('SMS')
    ? []
    : [
        findingAbout(
          'ERROR',
          'CHANNEL_NOT_SERVED',
          'campaign',
          'no text messages are sent yet',
          'Count its audience, look at its text, export its numbers; send it once SMS is served.',
        ),
      ];
  const found = [
    ...served,
    ...senderMissing('SMS', sender),
    ...checkAudience(audience),
    ...checkFields([...variants.values()], coverage, knownFields),
  ];
  return found.sort((a, b) => a.level.localeCompare(b.level));
}
