import { createHash } from 'node:crypto';
import type { MiddlewareFunction } from 'react-router';
import reviewStyles from '../review/review.css?inline';
import styles from '../styles.css?inline';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// P-8: no script, no font, no picture, nothing from anywhere; each stylesheet by its hash.
const policyWith = (...sheets: readonly string[]): string =>
  `default-src 'none'; style-src ${sheets.map(hashOf).join(' ')}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
const FOR_RECIPIENTS = policyWith(styles);
const FOR_REVIEW = policyWith(styles, reviewStyles);

const HEADERS = {
  // P-4: the token in the path must not travel on.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'X-Content-Type-Options': 'nosniff',
};

/** On every answer: pages, redirects, refusals. */
export const securityHeaders: MiddlewareFunction<Response> = async ({ request }, next) => {
  const response = await next();
  const isReview = /^\/(?:review|s)(?:\/|$)/.test(new URL(request.url).pathname);
  response.headers.set('Content-Security-Policy', isReview ? FOR_REVIEW : FOR_RECIPIENTS);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  return response;
};
