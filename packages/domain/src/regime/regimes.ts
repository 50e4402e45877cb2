import { CA_FEDERAL, CZ, DE, DK, EU, GB, SE, US_FEDERAL } from './calendars.ts';
import type { KeywordSetKey } from './keywords.ts';
import { REGIME_KEYS, type Regime, type RegimeKey } from './regime.ts';

/** A country without a regime of its own has the words of every language: who writes one there means it. */
const ALL_LANGUAGES = [
  'ANY',
  'en',
  'sv',
  'da',
  'de',
  'cs',
  'fr',
  'nb',
  'fi',
  'nl',
  'es',
  'pl',
] as const satisfies readonly KeywordSetKey[];

/** GDPR Art. 21(3) says "no longer": Adieu reads that as the 48 hours that mailbox providers give (Gmail, Yahoo). */
const EUROPEAN = {
  deadline: { hours: 48, basis: 'ADIEU' },
  receipts: [],
  anyReplyCounts: false,
  quietHours: null,
  revokeAll: false,
} as const;

const AMERICAN = {
  key: 'US',
  timeZone: 'America/New_York',
  calendar: US_FEDERAL,
  deadline: { businessDays: 10, basis: 'LAW' },
  identity: ['COMMERCIAL_MARK', 'POSTAL_ADDRESS'],
  keywords: ['ANY', 'en', 'US'],
  quietHours: { from: 21, to: 8, timeZones: ['America/New_York', 'America/Los_Angeles'] },
  protectsCompanies: true,
  proofs: {
    years: 4,
    basis: 'LAW',
    source: '28 USC 1658(a); Giovanniello v. ALM Media, 726 F.3d 106 (2d Cir. 2013)',
  },
} as const;

const SMS_WITHIN_FIVE_MINUTES = [{ channel: 'SMS', withinSeconds: 300 }] as const;

/**
 * Every version of every regime; a change of law is a new entry, never an edit. Each names its sources. The SMS receipt in the US: 47 CFR 64.1200(a)(12); all revoked at once: 64.1200(a)(10), delayed to
 * 31 January 2027 by FCC DA 26-12 and under review still.
 */
export const REGIMES: readonly Regime[] = [
  {
    ...EUROPEAN,
    key: 'EU',
    from: '2018-05-25',
    timeZone: 'Europe/Brussels',
    calendar: EU,
    keywords: ALL_LANGUAGES,
    identity: ['ON_WHOSE_BEHALF', 'COMMERCIAL_MARK', 'REPLY_ADDRESS'],
    protectsCompanies: true,
    proofs: {
      years: 10,
      basis: 'ADIEU',
      source: 'GDPR Art. 7(1) names no time: the longest of the others',
    },
    source:
      'GDPR Art. 7(3), 21(2)-(5); Directive 2002/58/EC Art. 13(2), (4), (5); Directive 2000/31/EC Art. 6',
  },
  {
    ...EUROPEAN,
    key: 'SE',
    from: '2018-05-25',
    timeZone: 'Europe/Stockholm',
    calendar: SE,
    keywords: ['ANY', 'sv', 'SE_SHORT_CODE'],
    identity: ['ON_WHOSE_BEHALF', 'REPLY_ADDRESS'],
    protectsCompanies: false,
    proofs: { years: 10, basis: 'LAW', source: 'preskriptionslag (1981:130) § 2' },
    source: 'GDPR Art. 21; marknadsföringslagen (2008:486) 9, 19-20 §§; lag (1989:253)',
  },
  {
    ...EUROPEAN,
    key: 'DK',
    from: '2018-05-25',
    timeZone: 'Europe/Copenhagen',
    calendar: DK,
    keywords: ['ANY', 'da'],
    // A mail client's unsubscribe is a withdrawal from the moment it is received: doubt may last a day, not two.
    deadline: { hours: 24, basis: 'ADIEU' },
    identity: ['ON_WHOSE_BEHALF', 'REPLY_ADDRESS'],
    protectsCompanies: true,
    // Not the three years of claims (forældelsesloven § 3): Datatilsynet found five, the time of its own fines, unlawful (2020-431-0075).
    proofs: {
      years: 2,
      basis: 'LAW',
      source:
        'markedsføringsloven § 10, straffeloven § 93, as Forbrugerombudsmanden and Datatilsynet count them',
    },
    source:
      'GDPR Art. 21; markedsføringsloven § 10(1)-(3); Forbrugerombudsmanden 24/00664 and 22/08580',
  },
  {
    ...EUROPEAN,
    key: 'DE',
    from: '2018-05-25',
    timeZone: 'Europe/Berlin',
    calendar: DE,
    keywords: ['ANY', 'de'],
    identity: ['ON_WHOSE_BEHALF', 'COMMERCIAL_MARK', 'REPLY_ADDRESS'],
    protectsCompanies: true,
    proofs: { years: 5, basis: 'LAW', source: 'UWG § 7a(2); BGB §§ 195, 199' },
    source: 'GDPR Art. 21; UWG § 7(2)-(3); BGH I ZR 164/09',
  },
  {
    ...EUROPEAN,
    key: 'CZ',
    from: '2018-05-25',
    timeZone: 'Europe/Prague',
    calendar: CZ,
    keywords: ['ANY', 'cs'],
    identity: ['COMMERCIAL_MARK', 'ON_WHOSE_BEHALF', 'REPLY_ADDRESS'],
    protectsCompanies: true,
    proofs: { years: 10, basis: 'LAW', source: 'občanský zákoník (89/2012 Sb.) § 629' },
    source: 'GDPR Art. 21; zákon č. 480/2004 Sb. § 7, § 11; ÚOOÚ FAQ; zákon č. 245/2000 Sb.',
  },
  {
    ...EUROPEAN,
    key: 'GB',
    from: '2021-01-01',
    timeZone: 'Europe/London',
    calendar: GB,
    keywords: ['ANY', 'en'],
    identity: ['ON_WHOSE_BEHALF', 'REPLY_ADDRESS'],
    protectsCompanies: false,
    proofs: { years: 6, basis: 'LAW', source: 'Limitation Act 1980 s. 2, 9' },
    source: 'UK GDPR Art. 21; PECR reg. 22(1), 22(3), 23; Banking and Financial Dealings Act 1971',
  },
  {
    ...AMERICAN,
    from: '2004-01-01',
    receipts: [],
    anyReplyCounts: false,
    revokeAll: false,
    source: '15 USC 7704(a)(3)-(5); 16 CFR 316.5; 47 CFR 64.1200(c)(1); 5 USC 6103',
  },
  {
    ...AMERICAN,
    from: '2025-04-11',
    receipts: SMS_WITHIN_FIVE_MINUTES,
    anyReplyCounts: true,
    revokeAll: false,
    source: '15 USC 7704(a)(3)-(5); 16 CFR 316.5; 47 CFR 64.1200(a)(10), (12), (c)(1); 5 USC 6103',
  },
  {
    ...AMERICAN,
    from: '2027-01-31',
    receipts: SMS_WITHIN_FIVE_MINUTES,
    anyReplyCounts: true,
    revokeAll: true,
    source:
      '15 USC 7704(a)(3)-(5); 47 CFR 64.1200(a)(10), (12), (c)(1); FCC DA 26-12 (under review)',
  },
  {
    key: 'CA',
    from: '2014-07-01',
    timeZone: 'America/Toronto',
    calendar: CA_FEDERAL,
    deadline: { businessDays: 10, basis: 'LAW' },
    identity: ['ON_WHOSE_BEHALF', 'POSTAL_ADDRESS', 'REPLY_ADDRESS'],
    receipts: [],
    keywords: ['ANY', 'en', 'fr'],
    anyReplyCounts: false,
    quietHours: null,
    protectsCompanies: true,
    revokeAll: false,
    // What is known of the CRTC's proceedings; private claims (s. 47) were put off in 2017 and have the same time.
    proofs: {
      years: 3,
      basis: 'LAW',
      source: 'CASL s. 23, 47(2) (not in force): from when it is known; not read at its source',
    },
    source: 'CASL (S.C. 2010, c. 23) s. 6(2), 11(1)-(3); Canada Labour Code s. 166, 193',
  },
];

/** For how many years consents of an account are proven, by its country: what holds now, also for what was agreed to before. */
export function proofYears(country: string | null): number {
  const key = REGIME_KEYS.find((known) => known === country) ?? 'EU';
  return versionsOf(key).at(-1)!.proofs.years;
}

/** A key's versions, the oldest first. */
export function versionsOf(key: RegimeKey): readonly Regime[] {
  return REGIMES.filter((regime) => regime.key === key);
}
