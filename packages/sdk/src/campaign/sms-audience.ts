import type { CheckCampaignMutation } from '../generated/documents.ts';
import { type SmsSize, smsSize } from './sms-size.ts';

/** What the texts of an SMS campaign come to, filled for whom it reaches now. */
export interface SmsAudience {
  readonly recipients: number;
  /** All texts together, as they are paid for. */
  readonly parts: number;
  /** Whether it is reckoned from some, drawn of many. */
  readonly isSample: boolean;
  readonly languages: readonly {
    /** Of the text. */
    readonly language: string;
    readonly recipients: number;
    readonly parts: number;
    /** Null where no text can be filled. */
    readonly median: SmsSize | null;
    readonly longest: SmsSize | null;
  }[];
}

type Counted = NonNullable<CheckCampaignMutation['checkCampaign']['smsAudience']>;

export function smsAudienceOf({ recipients, parts, isSample, languages }: Counted): SmsAudience {
  return {
    recipients,
    parts,
    isSample,
    languages: languages.map((each) => ({
      language: each.language,
      recipients: each.recipients,
      parts: each.parts,
      median: each.median && smsSize(each.median.count),
      longest: each.longest && smsSize(each.longest.count),
    })),
  };
}
