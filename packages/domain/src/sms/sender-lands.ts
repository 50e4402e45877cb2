import type { PlainDate } from '../regime/plain-date.ts';

/** What a country makes of a text as sender. `ADVISED`: one that is not registered may be changed or held up. */
export type TextSenderRule = 'FORBIDDEN' | 'REGISTERED' | 'ADVISED';

interface SenderLand {
  readonly country: string;
  readonly rule: TextSenderRule;
  /** The first day, in UTC, that it holds; a change is a new row. */
  readonly from: PlainDate;
  readonly source: string;
}

/** Where a number has always been needed, as far back as anybody sends. */
const ALWAYS = '2000-01-01';

/** Countries where a text is no plain sender (SM-15); in all others it is. Each day and rule with its source. */
export const SENDER_LANDS: readonly SenderLand[] = [
  {
    country: 'US',
    rule: 'FORBIDDEN',
    from: ALWAYS,
    source: 'Twilio, alphanumeric sender ID: networks carry numbers alone',
  },
  {
    country: 'CA',
    rule: 'FORBIDDEN',
    from: ALWAYS,
    source: 'Twilio, alphanumeric sender ID: networks carry numbers alone',
  },
  {
    country: 'IN',
    rule: 'REGISTERED',
    from: ALWAYS,
    source: 'Telnyx, international SMS (early 2026): registration mandatory',
  },
  {
    country: 'GB',
    rule: 'ADVISED',
    from: ALWAYS,
    source: 'Telnyx, international SMS (early 2026): registration recommended',
  },
  {
    country: 'AU',
    rule: 'REGISTERED',
    from: '2026-07-01',
    source:
      'Telecommunications (SMS Sender ID Register) Industry Standard 2025; acma.gov.au: others are shown as “Unverified”',
  },
  {
    country: 'ES',
    rule: 'REGISTERED',
    from: '2026-09-15',
    source:
      'Orden TDF/149/2025; CNMC, Circular 1/2026: others are blocked (first planned for 7 June)',
  },
];

/** What holds in a country on a day; null where a text is a sender like another. */
export function textSenderRule(country: string, at: Date): TextSenderRule | null {
  const today = at.toISOString().slice(0, 10);
  const versions = SENDER_LANDS.filter((land) => land.country === country && land.from <= today);
  return versions.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)?.rule ?? null;
}
