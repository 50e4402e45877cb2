import {
  type Purpose,
  SMS_SENDER_FINDINGS,
  type SmsAccount,
  smsHour,
  type SmsInstant,
  type SmsSender,
  type SmsSenderFinding,
  smsSenderFindings,
} from '@adieu/domain';
import { type Finding, findingAbout } from '../check/finding.ts';

/** How many of an audience have numbers of a country; null is none's. */
export interface NumbersOf {
  readonly country: string | null;
  readonly count: number;
}

/** Where and when a campaign of text messages goes, as far as it is known. */
export interface SmsPlace extends SmsInstant {
  readonly account: SmsAccount;
  /** Of whom it may reach, the most first. */
  readonly countries: readonly NumbersOf[];
}

/** What the countries of its readers make of the sender, which is at home (SM-15), and the law or sleep of the hour there. */
export function checkSmsPlace(
  sender: SmsSender | null,
  purpose: Purpose,
  place: SmsPlace,
): Finding[] {
  return [...senderFindings(sender, place), ...hourFindings(purpose, place)];
}

function senderFindings(sender: SmsSender | null, { countries, at }: SmsPlace): Finding[] {
  if (sender === null) return [];
  const byName = new Map<SmsSenderFinding, NumbersOf[]>();
  for (const each of countries) {
    if (each.country === null) continue;
    for (const name of smsSenderFindings(sender, each.country, at))
      byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return [...byName].map(([name, where]) => {
    const { level, message, fix } = SMS_SENDER_FINDINGS[name];
    const said = name === 'text-beyond-ascii' ? message : `${listed(where)}: ${message}`;
    return findingAbout(level, 'SENDER_NOT_ALLOWED', 'sender', said, fix);
  });
}

const HOURS = {
  FORBIDDEN: {
    level: 'ERROR',
    message: 'it would go in hours in which the law there forbids marketing by SMS',
  },
  NIGHT: { level: 'WARNING', message: 'it would go at night there' },
} as const;

/** What nobody sells may be urgent: it is never held back by the clock. */
function hourFindings(purpose: Purpose, place: SmsPlace): Finding[] {
  if (purpose !== 'MARKETING') return [];
  const hours = place.countries.map((each) => ({
    ...each,
    ...smsHour(each.country, place.account, place),
  }));
  return (['FORBIDDEN', 'NIGHT'] as const).flatMap((hour) => {
    const where = hours.filter((each) => each.hour === hour);
    if (where.length === 0) return [];
    const { level, message } = HOURS[hour];
    const zones = [...new Set(where.map(({ timeZone }) => timeZone))].slice(0, MOST_NAMED);
    return [
      findingAbout(
        level,
        'SENT_AT_NIGHT',
        'campaign',
        `${listed(where)}: ${message}, by the clocks of ${zones.join(', ')}`,
        'Give it a sendAt in the day of all of them (8 to 21).',
      ),
    ];
  });
}

const MOST_NAMED = 5;

function listed(where: readonly NumbersOf[]): string {
  const named = where
    .slice(0, MOST_NAMED)
    .map(({ country, count }) => `${country ?? 'numbers of no country'} (${count})`);
  const more = where.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
