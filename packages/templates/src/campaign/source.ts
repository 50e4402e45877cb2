import type { EmailContent, Purpose } from '@adieu/domain';

/** A mail's content, together with what its campaign says of it. What is not given is as if it were empty. */
export interface CampaignSource extends Pick<EmailContent, 'subject' | 'mjml'>, Optional {
  /** Receipts and codes (TRANSACTIONAL) get no way out (H-11); not given: MARKETING. */
  readonly purpose?: Purpose;
  readonly defaultLanguage: string;
}

type Optional = Partial<Omit<EmailContent, 'channel' | 'subject' | 'mjml'>>;
