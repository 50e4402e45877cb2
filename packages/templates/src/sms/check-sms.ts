import type { Mailbox } from '@adieu/domain';
import { checkAudience, type CheckedAudience } from '../check/check-audience.ts';
import { checkFields, type FieldCoverage } from '../check/check-fields.ts';
import { type Finding, findingAbout } from '../check/finding.ts';
import { senderMissing } from '../check/sender-missing.ts';
import type { CompiledSms } from './compile-sms.ts';

const notCarried = findingAbout(
  'ERROR',
  'CHANNEL_NOT_SERVED',
  'sender',
  'no gateway of this installation carries its sender',
  'Ask the operator to name it in SMS_GATEWAYS_FILE, or choose another sender for the book.',
);

/** Everything that the author of a campaign of text messages should know before it is sent. */
export function checkSms(
  { variants }: CompiledSms,
  {
    audience,
    coverage,
    isCarried,
    knownFields,
    sender,
  }: {
    readonly audience: CheckedAudience;
    readonly coverage: FieldCoverage;
    /** Whether the installation has a gateway for its sender. */
    readonly isCarried: boolean;
    readonly knownFields: readonly string[];
    readonly sender: Pick<Mailbox, 'address'> | null;
  },
): Finding[] {
  const served = isCarried ? [] : [notCarried];
  const found = [
    ...served,
    ...senderMissing('SMS', sender),
    ...checkAudience(audience),
    ...checkFields([...variants.values()], coverage, knownFields),
  ];
  return found.sort((a, b) => a.level.localeCompare(b.level));
}
