import type { Language } from '@adieu/domain';
import { countSms, type SmsCount } from './count-parts.ts';
import type { FilledOne } from './fill-many.ts';
import type { SmsRefusal } from './fill-sms.ts';
import {
  type SmsCampaign,
  type SmsInstallation,
  type SmsLooker,
  smsReaderOf,
} from './preview-sms.ts';
import type { ReadySms } from './ready-sms.ts';

/** Of an audience that is larger so many are drawn. */
export const MOST_COUNTED = 2_000;

/** For whom a text is filled, to count it. */
export interface CountedReader extends SmsLooker {
  /** Null: a recipient by hand. */
  readonly contactId: string | null;
}

/** One reader's text, as an example of many. */
export interface SmsExample {
  /** Null: of a recipient by hand, or of somebody made up. */
  readonly contactId: string | null;
  readonly count: SmsCount;
}

/** One text of a campaign, filled for each of its readers that was counted. */
export interface SmsTally {
  readonly language: Language;
  readonly counted: number;
  /** Of all that were counted. */
  readonly parts: number;
  /** Null where none could be filled. */
  readonly median: SmsExample | null;
  readonly longest: SmsExample | null;
  /** How many may not go out as they are filled, by why; `failed` could not be filled. */
  readonly refused: Readonly<Record<SmsRefusal | 'failed', number>>;
  /** Why the first could not be filled. */
  readonly failure: string | null;
}

/**
 * What a campaign's texts come to, its way out included: each text for those of its readers that are given, and one that has none
 * for somebody made up, who has no fields and lives where the account does.
 */
export async function tallySms(
  campaign: SmsCampaign,
  ready: ReadySms,
  readers: readonly CountedReader[],
  installation: SmsInstallation,
  at: Date,
): Promise<SmsTally[]> {
  const ofText = Map.groupBy(readers, ({ language }) => ready.textFor(language).language);
  const tallies = ready.languages.map(async (language): Promise<SmsTally> => {
    const theirs = ofText.get(language) ?? [];
    const made = { contactId: null, language, fields: {}, country: campaign.country };
    const counted = theirs.length === 0 ? [made] : theirs;
    const filled = await ready.fillMany(
      language,
      counted.map((reader) => smsReaderOf(campaign, reader, installation, at)),
    );
    return { ...tallyOf(counted, filled), language, counted: theirs.length };
  });
  return Promise.all(tallies);
}

type Sized = Exclude<FilledOne, { failed: string }> & { readonly contactId: string | null };

function tallyOf(
  readers: readonly CountedReader[],
  filled: readonly FilledOne[],
): Omit<SmsTally, 'language' | 'counted'> {
  const sized: Sized[] = [];
  const refused = { 'no-way-out': 0, empty: 0, 'too-long': 0, failed: 0 };
  let failure: string | null = null;
  for (const [i, one] of filled.entries()) {
    if ('failed' in one) {
      refused.failed += 1;
      failure ??= one.failed;
    } else {
      if (one.refused !== null) refused[one.refused] += 1;
      sized.push({ ...one, contactId: readers[i]!.contactId });
    }
  }
  sized.sort((a, b) => a.parts - b.parts || a.characters - b.characters);
  return {
    parts: sized.reduce((sum, { parts }) => sum + parts, 0),
    median: exampleOf(sized[Math.floor((sized.length - 1) / 2)]),
    longest: exampleOf(sized.at(-1)),
    refused,
    failure,
  };
}

function exampleOf(one: Sized | undefined): SmsExample | null {
  return one === undefined ? null : { contactId: one.contactId, count: countSms(one.text) };
}
