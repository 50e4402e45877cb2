import type { Merge, SmsMerge } from '../template/merge.ts';
import type { Body, Template } from '../template/template.ts';
import type { Audience, NamedRecipients } from './audience.ts';

/** A value for every language, or one for each: sv, cs, de, da, en. */
export type PerLanguage<Value> = Readonly<Record<string, Value>>;

export type Words<Field extends string> = string | ((merge: Merge<Field>) => string);

interface Defined<Field extends string> {
  /** For reports. A campaign of the same name and content is sent once. */
  readonly name: string;
  readonly audience: Audience<Field> | NamedRecipients;
  /** What one click leaves: its id (`topic_…`) or its name. Not given: the address book. */
  readonly topic?: string;
}

/** A mail as its author writes it down. The fields are those of the audience: texts ask for none beside. */
export interface MailDefinition<Field extends string = string> extends Defined<Field> {
  readonly channel?: 'EMAIL';
  /** By language, with merge fields. */
  readonly subject: PerLanguage<Words<NoInfer<Field>>>;
  /** One template for all languages of the subject, or one for each. */
  readonly template: Template<NoInfer<Field>> | PerLanguage<Template<NoInfer<Field>>>;
  /** The text part; made from the HTML for languages that have none. */
  readonly text?: PerLanguage<Words<NoInfer<Field>>>;
  /** Pieces by name, then by language; the default language stands in. */
  readonly partials?: Readonly<
    Record<string, PerLanguage<Exclude<Body, { file: URL }> | { file: URL }>>
  >;
  /** Where the way out stands. Not given: where `{{ unsubscribe }}` is, else at the top. */
  readonly header?: 'TOP' | 'PLACED' | 'NONE';
  /** What the sender says of itself, as the law of its country wants it. */
  readonly identity?: {
    readonly postalAddress?: string;
    readonly onBehalfOf?: string;
    readonly marking?: string;
  };
}

/** An SMS: a text, by language, with merge fields. What it is sent from is the book's sender of SMS. */
export interface SmsDefinition<Field extends string = string> extends Defined<Field> {
  readonly channel: 'SMS';
  readonly text: PerLanguage<string | ((merge: SmsMerge<NoInfer<Field>>) => string)>;
}

export type CampaignDefinition<Field extends string = string> =
  | MailDefinition<Field>
  | SmsDefinition<Field>;
