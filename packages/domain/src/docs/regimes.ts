import type { Regime } from '../regime/regime.ts';
import { REGIME_KEYS } from '../regime/regime.ts';
import { REGIMES, versionsOf } from '../regime/regimes.ts';
import { table } from './table.ts';

const INTRO = `# Regimes

What the countries ask for, as Adieu knows it; made from the domain’s data, and a test compares the two. To write it
anew after a change: \`npm test -- --project domain packages/domain/src/docs -u\`. This is no legal advice.

An account’s country picks its regime, and by SMS the number’s too: of two the stricter counts. Without one, and for countries that have none here, that of the EU counts. A
marketing request ends at the earliest of its policy, 48 hours and the regime’s latest deadline. “Adieu” marks a number
that the law does not name. Consents are proven for so long after they ended, by the country of their account.
`;

const HEAD = [
  'Regime',
  'From',
  'Latest deadline',
  'A marketing message names',
  'Receipt',
  'Companies protected (G-8)',
  'One revocation may end all',
  'Consents proven for',
  'Sources',
];

/** The page of all regimes and the holidays that they count with. */
export function regimesPage(): string {
  const holidays = REGIME_KEYS.map((key) => {
    const { calendar, timeZone } = versionsOf(key).at(-1)!;
    const names = [
      ...new Set(calendar.rules.map(({ name, since, until }) => name + span(since, until))),
    ];
    return [key, timeZone, OBSERVANCE[calendar.observance], names.join(', ')];
  });
  return `${INTRO}
${table(HEAD, REGIMES.map(rowOf))}

## Holidays

Saturdays, Sundays and these are no business days. Where custom and law differ, the law’s list counts: Midsummer Eve is a
working day here, for a deadline then comes sooner.

${table(['Regime', 'Zone', 'On a weekend', 'Days'], holidays)}
`;
}

const OBSERVANCE = {
  KEPT: 'no substitute',
  NEAREST: 'Friday before or Monday after',
  NEXT: 'next working day',
} as const;

function span(since: number | undefined, until: number | undefined): string {
  if (since === undefined && until === undefined) return '';
  if (since === until) return ` (${since})`;
  if (since === undefined) return ` (to ${until})`;
  return until === undefined ? ` (from ${since})` : ` (${since}–${until})`;
}

function rowOf(regime: Regime): string[] {
  const yes = (flag: boolean): string => (flag ? 'yes' : 'no');
  return [
    regime.key,
    regime.from,
    deadlineText(regime),
    regime.identity.join(', '),
    regime.receipts.map((r) => `${r.channel} within ${r.withinSeconds / 60} min`).join(', ') || '–',
    yes(regime.protectsCompanies),
    yes(regime.revokeAll),
    proofsText(regime),
    regime.source,
  ];
}

function proofsText({ proofs }: Regime): string {
  const { years, basis, source } = proofs;
  return `${years} years${basis === 'ADIEU' ? ' (Adieu)' : ''}: ${source}`;
}

function deadlineText({ deadline }: Regime): string {
  const length =
    'hours' in deadline ? `${deadline.hours} hours` : `${deadline.businessDays} business days`;
  return deadline.basis === 'ADIEU' ? `${length} (Adieu)` : length;
}
