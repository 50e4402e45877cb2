import type { Mailbox, SmsSender } from '@adieu/domain';
import { checkAudience, type CheckedAudience } from '../check/check-audience.ts';
import { checkFields, type FieldCoverage } from '../check/check-fields.ts';
import { type Finding, findingAbout } from '../check/finding.ts';
import { senderMissing } from '../check/sender-missing.ts';
import { checkSmsPlace, type SmsPlace } from './check-sms-place.ts';
import { checkSmsTexts } from './check-sms-texts.ts';
import type { CompiledSms } from './compile-sms.ts';
import type { SmsTally } from './count-audience.ts';

const notCarried = findingAbout(
  'ERROR',
  'CHANNEL_NOT_SERVED',
  'sender',
  'no gateway of this installation carries its sender',
  'Ask the operator to name it in SMS_GATEWAYS_FILE, or choose another sender for the book.',
);

const foreign = findingAbout(
  'ERROR',
  'FROM_FOREIGN',
  'sender',
  'what it is sent from is not the organisation’s to send from',
  'Ask whoever runs this installation to give it to you (assignSmsSender), or choose another sender.',
);

/** Everything that the author of a campaign of text messages should know before it is sent. */
export function checkSms(
  { variants, purpose }: CompiledSms,
  {
    addsWayOut,
    audience,
    coverage,
    isCarried,
    knownFields,
    ownsSender,
    place,
    sender,
    tallies,
  }: {
    /** Whether its book puts the way out behind texts that say none. */
    readonly addsWayOut: boolean;
    readonly audience: CheckedAudience;
    readonly coverage: FieldCoverage;
    /** Whether the installation has a gateway for its sender. */
    readonly isCarried: boolean;
    readonly knownFields: readonly string[];
    /** Whether its sender is its organisation's. */
    readonly ownsSender: boolean;
    readonly place: SmsPlace;
    readonly sender: (Mailbox & SmsSender) | null;
    /** Its texts as they are filled; none where it has no sender. */
    readonly tallies: readonly SmsTally[];
  },
): Finding[] {
  const served = isCarried ? [] : [notCarried];
  const found = [
    ...served,
    ...(ownsSender ? [] : [foreign]),
    ...senderMissing('SMS', sender),
    ...checkSmsPlace(sender, purpose, place),
    ...checkSmsTexts(tallies, addsWayOut, sender),
    ...checkAudience(audience),
    ...checkFields([...variants.values()], coverage, knownFields),
  ];
  return found.sort((a, b) => a.level.localeCompare(b.level));
}
