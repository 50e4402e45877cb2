import type { Language, Purpose } from '../enums/channels.ts';

/** Texts by language code. */
export type ByLanguage = Readonly<Record<string, string>>;

/** What the law of the sender's country wants said in the mail, as data (H-18). Null or empty = nothing. */
export interface CampaignIdentity {
  readonly postalAddress: string | null;
  /** "On behalf of …": the trader, where another sends for them. */
  readonly onBehalfOf: string | null;
  /** The mark that this is advertising, in the words of the regime. */
  readonly marking: string | null;
}

/**
 * TOP: a line with the way out at the start. PLACED: where the author wrote `{{ unsubscribe }}`. NONE: the content
 * carries a link of its own to `{{ unsubscribe_url }}`. The last two hold only where the link can be seen (A4, F1).
 */
export const WAY_OUT_HEADERS = ['TOP', 'PLACED', 'NONE'] as const;
export type WayOutHeader = (typeof WAY_OUT_HEADERS)[number];

export interface EmailContent {
  readonly channel: 'EMAIL';
  /** Liquid texts. */
  readonly subject: ByLanguage;
  /** MJML with Liquid merge fields. */
  readonly mjml: ByLanguage;
  /** Ready HTML with Liquid merge fields, for languages without MJML. */
  readonly html: ByLanguage;
  /** The text part; made from the HTML for languages that have none. */
  readonly text: ByLanguage;
  /** Pieces for `{% render 'name' %}`: by name, then by language; the default language stands in. */
  readonly partials: Readonly<Record<string, ByLanguage>>;
  /** Null: PLACED where `{{ unsubscribe }}` stands in the content, else TOP. */
  readonly header: WayOutHeader | null;
  readonly identity: CampaignIdentity | null;
}

export interface SmsContent {
  readonly channel: 'SMS';
  /** Liquid texts. */
  readonly text: ByLanguage;
}

/** What a campaign says, as its author wrote it: one column, one type by channel. */
export type CampaignContent = EmailContent | SmsContent;

/** A mail's content of the parts that are given; the others are empty. */
export function emailContent(given: Partial<Omit<EmailContent, 'channel'>>): EmailContent {
  const { subject = {}, mjml = {}, html = {}, text = {}, partials = {} } = given;
  const { header = null, identity = null } = given;
  return { channel: 'EMAIL', subject, mjml, html, text, partials, header, identity };
}

/**
 * How a text is filled for each of its readers. IN_PLACE: its release proved that it takes next to nothing, and that no value
 * and no condition builds the page in another way. APART: in another process, as it loops or keeps state. JUDGED: also that, and each
 * page is judged before it goes.
 */
export const WAYS_OF_FILLING = ['IN_PLACE', 'APART', 'JUDGED'] as const;
export type WayOfFilling = (typeof WAYS_OF_FILLING)[number];

export interface CompiledText {
  readonly language: Language;
  readonly filled: WayOfFilling;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * What a content was made into when its campaign was released: whole texts in which only merge fields are left to fill. Kept
 * with the campaign, so that a newer compiler never changes one that is being sent.
 */
export type CompiledContent = CompiledMailContent | CompiledSmsContent;

export interface CompiledMailContent {
  readonly channel: 'EMAIL';
  readonly purpose: Purpose;
  /** The language of the variant for readers of languages that there are no others for. */
  readonly fallback: Language;
  readonly identity: CampaignIdentity | null;
  readonly variants: readonly CompiledText[];
}

export interface CompiledSmsText {
  readonly language: Language;
  readonly filled: Exclude<WayOfFilling, 'JUDGED'>;
  readonly text: string;
}

export interface CompiledSmsContent {
  readonly channel: 'SMS';
  readonly purpose: Purpose;
  readonly fallback: Language;
  /** Whether the way out is put behind a text that says none: its book's setting, as it was (A2). */
  readonly addsWayOut: boolean;
  readonly variants: readonly CompiledSmsText[];
}
