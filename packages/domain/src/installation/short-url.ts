import { LABEL } from './host-label.ts';
import type { ReadSetting } from './setting-step.ts';

/** How many characters a link in an SMS should have at most: each takes room from the text. */
export const SHORT_URL_MOST = 22;
/** Of the code at its end: 62^7 of them, so that nobody finds one by trying. */
export const SHORT_CODE_LENGTH = 7;

/** The code of previews and tests: its page says so, and takes nobody off. */
export const TEST_CODE = 'test000';

const HOST = new RegExp(
  `^(?=.{4,100}$)(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?(?::\\d{1,5})?$`,
);

/** The host of links in SMS (`SHORT_LINK_HOST`), in its normal form; or what it must be instead, as a noun. */
export function readShortLinkHost(text: string): ReadSetting {
  const host = text.trim().toLowerCase();
  if (HOST.test(host)) return { value: host };
  return {
    problem:
      'a host alone, such as no-s.example, in ASCII (xn--…), which leads to the api as PUBLIC_URL does',
  };
}

/** What short links begin with: at their own host where there is one, else at that of all links. */
export function shortUrlOf(publicUrl: string, host: string | null): string {
  return `${host === null ? publicUrl : `https://${host}`}/s/`;
}

/** How long each short link is. */
export function shortUrlLength(shortUrl: string): number {
  return shortUrl.length + SHORT_CODE_LENGTH;
}
