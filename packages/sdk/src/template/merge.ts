import { AdieuError } from '../errors.ts';

interface Common<Field extends string> {
  /** Of this variant: sv, cs, de, da or en. */
  readonly language: string;
  /** A field of the contact; with what stands in where somebody has none. Without it, a gap in the audience is an error. */
  readonly contact: (field: Field, fallback?: string) => string;
  readonly organisation: string;
  readonly account: string;
}

/** What a template is given: merge fields as texts, to be filled by Adieu for each recipient. */
export interface Merge<Field extends string = string> extends Common<Field> {
  /** The way out as a whole link, in the recipient's own language. */
  readonly unsubscribe: string;
  /** Its address alone, for an `href` with words of your own. */
  readonly unsubscribeUrl: string;
  /** A link back, beside; it leads to a page and lets nobody in. */
  readonly subscribeAgain: string;
  /** The mail in a browser, as a whole link in the recipient's own language. */
  readonly webVersion: string;
  /** Its address alone. */
  readonly webVersionUrl: string;
}

/** What the text of an SMS is given. */
export interface SmsMerge<Field extends string = string> extends Common<Field> {
  /** The way out in the recipient's own language, by what the text is sent from. Not placed: behind the text. */
  readonly optOut: string;
}

/** The merge fields of one language. They are Liquid, which the contact's values can not break out of. */
export function mergeFor(language: string): Merge {
  return {
    ...common(language),
    unsubscribe: '{{ unsubscribe }}',
    unsubscribeUrl: '{{ unsubscribe_url }}',
    subscribeAgain: '{{ subscribe_again }}',
    webVersion: '{{ web_version }}',
    webVersionUrl: '{{ web_version_url }}',
  };
}

export function smsMergeFor(language: string): SmsMerge {
  return { ...common(language), optOut: '{{ opt_out }}' };
}

function common(language: string): Common<string> {
  return {
    language,
    contact: (field, fallback) =>
      fallback === undefined
        ? `{{ ${contactField(field)} }}`
        : `{{ ${contactField(field)} | default: ${quoted(fallback)} }}`,
    organisation: '{{ organisation }}',
    account: '{{ account }}',
  };
}

/** As Liquid names it: columns such as `Förnamn` or `first name` in brackets. */
export function contactField(field: string): string {
  return /^[a-z_][\w-]*$/i.test(field) ? `contact.${field}` : `contact[${quoted(field)}]`;
}

/** Liquid has no escape within quotes. */
function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  throw new AdieuError('BOTH_QUOTES', `A merge field can not hold both kinds of quotes: ${text}`);
}
