import type { SmsAudience } from './sms-audience.ts';

/** What an author should know before the campaign is sent. An ERROR stops it. */
export interface Finding {
  readonly level: 'ERROR' | 'WARNING';
  readonly code: string;
  /** Of the text that it is about; null = all. */
  readonly language: string | null;
  readonly place: {
    /** subject, mjml, html, text, partials, sender, audience or campaign */
    readonly part: string;
    /** 1 = the first line of that part, as it was sent to Adieu. */
    readonly line: number | null;
  };
  readonly message: string;
  readonly fix: string;
  /** Who said that it may stay, and why; null where nobody did. An ERROR can not be accepted. */
  readonly accepted: { readonly by: string; readonly reason: string } | null;
}

/** A campaign looked over, with its audience as it is now. */
export interface Check {
  /** Of the draft that was checked, and that `send` will send while nothing of it changes. */
  readonly campaignId: string;
  readonly maySend: boolean;
  /** Errors first. */
  readonly findings: readonly Finding[];
  /** Null of a mail. */
  readonly sms: SmsAudience | null;
}
