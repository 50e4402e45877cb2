import { LOCAL_MAIL_DOMAIN, LOCAL_PUBLIC_URL, type ShortCodes, shortUrlOf } from '@adieu/domain';

/** What of the installation matters to a campaign's text. */
export interface Installation {
  /** Whether addresses that only this machine knows are mistakes. */
  readonly production: boolean;
  /** Domains whose mails are signed (DKIM) by the worker; null where the mail server signs. */
  readonly signedDomains: readonly string[] | null;
  /** What links in mails begin with. */
  readonly publicUrl: string;
  /** Of the addresses that take goodbyes and complaints. */
  readonly mailDomain: string;
  /** What links in text messages begin with: `https://HOST/s/`. */
  readonly shortUrl: string;
  /** Its own short codes, by country: whoever reads a text that cannot be answered answers there. */
  readonly shortCodes: ShortCodes;
  /** Whether a gateway carries this sender. */
  carriesSms(sender: string): boolean;
  /** Name of the OpenID provider that members sign in with; not given: they are mailed links alone. */
  readonly signInProvider?: string;
}

/** As on a machine where one tries. */
export const LOCAL_INSTALLATION: Installation = {
  production: false,
  signedDomains: null,
  publicUrl: LOCAL_PUBLIC_URL,
  mailDomain: LOCAL_MAIL_DOMAIN,
  shortUrl: shortUrlOf(LOCAL_PUBLIC_URL, null),
  shortCodes: {},
  carriesSms: () => true,
};

const LOCAL = /^(?:localhost|.*\.(?:localhost|local|test|internal)|127\.[\d.]+|\[::1\])$/;

/** Whether people elsewhere reach this origin. */
export function isPublic(origin: string): boolean {
  const host = URL.parse(origin)?.hostname;
  return host !== undefined && !LOCAL.test(host);
}
