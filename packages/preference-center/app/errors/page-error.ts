import type { Language } from '@adieu/domain';
import { data } from 'react-router';
import { readerLanguage } from '../reader/reader-language.ts';

/** What to post again, once the API is back. */
export interface Retry {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/**
 * What leads to a page: a message's link, one that was mailed because somebody asked for it, or a form, whose reader may never
 * have had a message.
 */
export type Opened = 'message' | 'asked' | 'form';

/** Why a page cannot be shown; what a loader or an action throws and the root's error boundary renders. */
export interface PageError {
  readonly because: 'not-found' | 'unavailable';
  readonly language: Language;
  /** Of what is not found. */
  readonly opened?: Opened;
  readonly retry?: Retry;
}

/** The one answer to unknown, malformed, cut and foreign tokens alike (O-9). */
export function notFound(request: Request) {
  const error: PageError = {
    because: 'not-found',
    language: readerLanguage(null, request),
    opened: openedBy(request),
  };
  return data(error, { status: 404 });
}

function openedBy(request: Request): Opened {
  const { pathname } = new URL(request.url);
  if (/^\/[od]\//.test(pathname)) return 'asked';
  return pathname.startsWith('/f/') ? 'form' : 'message';
}

/** The API did not answer. With `retry`, something was posted and nobody knows whether it was saved. */
export function unavailable(request: Request, retry?: Retry) {
  const language = readerLanguage(null, request);
  const error: PageError = { because: 'unavailable', language, ...(retry && { retry }) };
  return data(error, { status: 503 });
}

export function isPageError(value: unknown): value is PageError {
  return typeof value === 'object' && value !== null && 'because' in value && 'language' in value;
}
