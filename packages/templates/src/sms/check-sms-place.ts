import {
  type Purpose,
  type SenderKind,
  SMS_SENDER_FINDINGS,
  smsHour,
  smsSenderFindings,
} from '@adieu/domain';
import { type Finding, findingAbout } from '../check/finding.ts';

/** Where and when a campaign of text messages goes, as far as it is known: its account's country, clock, and the hour of its send. */
export interface SmsPlace {
  readonly country: string | null;
  readonly timeZone: string;
  readonly at: Date;
}

interface PlacedSender {
  readonly kind: SenderKind;
  readonly address: string;
  readonly keyword: string;
}

/** What the country makes of the sender (SM-15), and the law or sleep of the hour. */
export function checkSmsPlace(
  sender: PlacedSender | null,
  purpose: Purpose,
  place: SmsPlace,
): Finding[] {
  return [...senderFindings(sender, place), ...hourFindings(purpose, place)];
}

function senderFindings(sender: PlacedSender | null, { country, at }: SmsPlace): Finding[] {
  if (sender === null || sender.kind === 'EMAIL' || country === null) return [];
  const { kind, address, keyword } = sender;
  // A short code is its account's: in that account's country.
  return smsSenderFindings({ kind, address, keyword, country: null }, country, at).map((name) => {
    const { level, message, fix } = SMS_SENDER_FINDINGS[name];
    return findingAbout(level, 'SENDER_NOT_ALLOWED', 'sender', `${country}: ${message}`, fix);
  });
}

const LATER = 'Give it a sendAt in the day.';

/** What nobody sells may be urgent: it is never held back by the clock. */
function hourFindings(purpose: Purpose, { country, timeZone, at }: SmsPlace): Finding[] {
  if (purpose !== 'MARKETING') return [];
  const hour = smsHour(country, timeZone, at);
  if (hour === 'DAY') return [];
  return [
    hour === 'FORBIDDEN'
      ? findingAbout(
          'ERROR',
          'SENT_AT_NIGHT',
          'campaign',
          'it would go in hours in which the law of its country forbids marketing by SMS',
          LATER,
        )
      : findingAbout(
          'WARNING',
          'SENT_AT_NIGHT',
          'campaign',
          `it would go at night, by the clocks of ${timeZone}`,
          LATER,
        ),
  ];
}
