import type { Language } from '@adieu/domain';
import { data } from 'react-router';
import { readerLanguage } from '../reader/reader-language.ts';

/** What to post again, once the API is back. */
export interface Retry {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Why a page cannot be shown; what a loader or an action throws and the root's error boundary renders. */
export interface PageError {
  readonly because: 'not-found' | 'confirmation-gone' | 'unavailable';
  readonly language: Language;
  readonly retry?: Retry;
}

/** The one answer to unknown, malformed, cut and foreign tokens alike (O-9). */
export function notFound(request: Request) {
  const error: PageError = { because: 'not-found', language: readerLanguage(null, request) };
  return data(error, { status: 404 });
}

/** The same for the link of a confirmation mail, of which nothing is kept once its time is over. */
export function confirmationGone(request: Request) {
  const error: PageError = {
    because: 'confirmation-gone',
    language: readerLanguage(null, request),
  };
  return data(error, { status: 404 });
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
