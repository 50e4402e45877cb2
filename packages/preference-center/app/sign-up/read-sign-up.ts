/** What is wrong with a post: its address, or the page that it came from. */
export type SignUpError = 'address' | 'outdated';

/** Named for what programs like to fill in; people and screen readers never meet it (D-8). */
export const HONEYPOT = 'website';

/** What a form says, whether it came from our page or from one of the account's own. */
export function readSignUp(form: URLSearchParams): {
  readonly address: string;
  readonly language: string | null;
  readonly shown: string | null;
  readonly honeypot: string;
} {
  return {
    address: form.get('address')?.trim() ?? '',
    language: form.get('language'),
    shown: form.get('shown'),
    honeypot: form.get(HONEYPOT) ?? '',
  };
}
