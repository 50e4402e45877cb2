import type { SendableCampaign } from '@adieu/db';
import {
  atHome,
  quietUntil,
  type ShortCodes,
  SMS_SENDER_FINDINGS,
  smsSenderFindings,
} from '@adieu/domain';
import { countryOfNumber } from '@adieu/keys';
import type { Became } from './carriage.ts';

/**
 * What a number's country says to a campaign's message now, whatever was checked before the release: it fails where the sender may
 * not send there (SM-15), and waits where the law has quiet hours, which a long or a resumed campaign runs into. Null where it may go.
 */
export function notToThisNumber(
  campaign: SendableCampaign,
  shortCodes: ShortCodes,
  { address, waiting, now }: { address: string; waiting: 'QUEUED' | 'HELD'; now: Date },
): Became | null {
  const { sender, senderCountries: countries, country: accountCountry, purpose } = campaign;
  if (sender.kind === 'EMAIL') return null;
  const country = countryOfNumber(address);
  if (country !== null && sender.kind !== 'NUMBER') {
    const placed = atHome(
      { ...sender, kind: sender.kind, countries },
      { shortCodes, country: accountCountry },
    );
    const refused = smsSenderFindings(placed, country, now)
      .map((name) => SMS_SENDER_FINDINGS[name])
      .find(({ level }) => level === 'ERROR');
    if (refused !== undefined)
      return {
        state: 'FAILED',
        outcome: `not sent to ${country}: ${refused.message}`,
        dueAt: null,
      };
  }
  const quiet = purpose === 'MARKETING' ? quietUntil(country, now) : null;
  return quiet && { state: waiting, outcome: `the quiet hours of ${country}`, dueAt: quiet };
}
