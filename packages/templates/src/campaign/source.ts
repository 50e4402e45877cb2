import type { Purpose } from '@adieu/domain';

/** Texts by language code. */
export type ByLanguage = Readonly<Record<string, string>>;

/** What the law of the sender's country wants said in the mail, as data (H-18). Null or empty = nothing. */
export interface Identity {
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

export interface CampaignSource {
  /** Liquid texts by language code. */
  readonly subject: ByLanguage;
  /** MJML with Liquid merge fields by language code. */
  readonly mjml: ByLanguage;
  /** Ready HTML with Liquid merge fields, for languages without MJML. */
  readonly html?: ByLanguage | null;
  /** The text part; made from the HTML for languages that have none. */
  readonly text?: ByLanguage | null;
  /** Pieces for `{% render 'name' %}`: by name, then by language; the default language stands in. */
  readonly partials?: Readonly<Record<string, ByLanguage>> | null;
  /** Not given: PLACED where `{{ unsubscribe }}` stands in the content, else TOP. */
  readonly header?: WayOutHeader | null;
  /** Receipts and codes (TRANSACTIONAL) get no way out (H-11); not given: MARKETING. */
  readonly purpose?: Purpose;
  readonly identity?: Identity | null;
  readonly defaultLanguage: string;
}
