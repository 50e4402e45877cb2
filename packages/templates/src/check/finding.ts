import type { CampaignPart } from '../campaign/problem.ts';

export const FINDING_LEVELS = ['ERROR', 'WARNING'] as const;
/** An ERROR stops the send. */
export type FindingLevel = (typeof FINDING_LEVELS)[number];

export const FINDING_CODES = [
  'ADDRESSES_NOT_IN_BOOK',
  'ALT_MISSING',
  'AUDIENCE_ALL_STOPPED',
  'AUDIENCE_CROSSES_PURPOSES',
  'AUDIENCE_EMPTY',
  'CAMPAIGN_NOT_FOUND',
  'CHANNEL_NOT_SERVED',
  'CONTRAST_LOW',
  'DKIM_LEFT_TO_MAIL_SERVER',
  'FIELD_MISSING',
  'FIELD_UNKNOWN',
  'FREQUENCY_CONFLICT',
  'FROM_FOREIGN',
  'FROM_NOT_ALIGNED',
  'GUILT_TRIPPING',
  'IDENTITY_MISSING',
  'IDENTITY_PLACEHOLDER',
  'IMAGES_ONLY',
  'IMAGE_NOT_BY_URL',
  'IMAGE_TOO_LARGE',
  'LANGUAGE_MISSING',
  'LINK_EMPTY',
  'LINK_NOT_HTTPS',
  'LINK_NOT_PUBLIC',
  'LINK_TEXT_SAYS_NOTHING',
  'LINK_UNREADABLE',
  'PURPOSE_MISMATCH',
  'SENDER_MISSING',
  'SENDER_NOT_ALLOWED',
  'SEND_AT_REFUSED',
  'SENT_AT_NIGHT',
  'SMS_TOO_LONG',
  'SUBJECT_EMPTY',
  'SUBJECT_SHOUTS',
  'SUBJECT_TOO_LONG',
  'TABLE_ROLE_MISSING',
  'TEXT_REFUSED',
  'TITLE_MISSING',
  'TOO_LARGE',
  'TRANSACTIONAL_LOOKS_LIKE_MARKETING',
  'WAY_OUT_MISSING',
  'WAY_OUT_REPLACED',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Where in the author's text. */
export interface Place {
  readonly part: CampaignPart | 'sender' | 'audience' | 'campaign';
  /** From 1; null where it concerns the whole part, or can not be told. */
  readonly line: number | null;
  readonly column: number | null;
  /** The element as it is sent, cut short. */
  readonly element: string | null;
}

/** Something about a campaign that its author should know before it is sent. */
export interface Finding {
  readonly level: FindingLevel;
  readonly code: FindingCode;
  /** Of the text that it is about; null where it is about all. */
  readonly language: string | null;
  readonly place: Place;
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

/** One about a whole part, in whatever language. */
export function findingAbout(
  level: FindingLevel,
  code: FindingCode,
  part: Place['part'],
  message: string,
  fix: string,
): Finding {
  return {
    level,
    code,
    language: null,
    place: { part, line: null, column: null, element: null },
    message,
    fix,
  };
}
