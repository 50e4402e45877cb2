import { LANGUAGES } from '../enums/channels.ts';

/** What an account says of a form that it links to or embeds. */
export interface SignUpFormText {
  readonly title: string;
  /** The full text that a person agrees to. */
  readonly declaration: string;
  readonly languages: readonly string[];
  /** Where the form may stand in a frame: `https://host` or `https://host:port`, nothing behind it. */
  readonly origins: readonly string[];
  /** Where a person goes after the post; null for the form's own done page. */
  readonly redirectUrl: string | null;
}

/** Why a form is not taken, with what to tell the admin. */
export const FORM_REFUSALS = {
  'title-wrong': { field: 'title', message: 'A title has 1 to 200 characters, in one line.' },
  'declaration-missing': { field: 'declaration', message: 'Give the full text to agree to.' },
  'declaration-too-long': { field: 'declaration', message: 'At most 10,000 characters.' },
  'too-many-languages': { field: 'languages', message: 'Each language once.' },
  'language-wrong': {
    field: 'languages',
    message: `Name one or more of ${LANGUAGES.join(', ')}, each once.`,
  },
  'too-many-origins': { field: 'origins', message: 'At most 20 origins.' },
  'origin-wrong': {
    field: 'origins',
    message: 'An origin is https:// and a host in lower case, as in https://shop.example.test.',
  },
  'redirect-wrong': {
    field: 'redirectUrl',
    message: 'Give an https:// address at one of the origins of this form.',
  },
} as const;
export type FormRefusal = keyof typeof FORM_REFUSALS;

const LONGEST_TITLE = 200;
const LONGEST_DECLARATION = 10_000;
const LONGEST_URL = 500;
const MOST_ORIGINS = 20;
// No wildcard, no path, no space, no semicolon: it becomes part of a header.
const ORIGIN =
  /^https:\/\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?$/;
const BEHIND_ORIGIN = /^(?:[/?][\x21-\x7e]*)?$/;

/** Null where a form may be kept. */
export function refuseForm(form: SignUpFormText): FormRefusal | null {
  const { title, declaration, languages, origins, redirectUrl } = form;
  if (title.trim() === '' || title.length > LONGEST_TITLE || /\p{Cc}/u.test(title))
    return 'title-wrong';
  if (declaration.trim() === '') return 'declaration-missing';
  if (declaration.length > LONGEST_DECLARATION) return 'declaration-too-long';
  if (languages.length > LANGUAGES.length) return 'too-many-languages';
  const known = languages.every((language) => (LANGUAGES as readonly string[]).includes(language));
  if (languages.length === 0 || !known || new Set(languages).size < languages.length)
    return 'language-wrong';
  if (origins.length > MOST_ORIGINS) return 'too-many-origins';
  if (!origins.every((origin) => origin.length <= LONGEST_URL && ORIGIN.test(origin)))
    return 'origin-wrong';
  return redirectUrl === null || leadsTo(redirectUrl, origins) ? null : 'redirect-wrong';
}

function leadsTo(url: string, origins: readonly string[]): boolean {
  if (url.length > LONGEST_URL) return false;
  return origins.some(
    (origin) => url.startsWith(origin) && BEHIND_ORIGIN.test(url.slice(origin.length)),
  );
}

/** Value of the `frame-ancestors` directive for a form: its own origins and nobody else's. */
export function frameAncestors(origins: readonly string[]): string {
  return origins.length === 0 ? "'none'" : origins.join(' ');
}
