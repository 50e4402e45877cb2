import { createHash } from 'node:crypto';
import type { MiddlewareFunction } from 'react-router';
import styles from '../styles.css?inline';

const styleHash = createHash('sha256').update(styles).digest('base64');

const HEADERS = {
  // P-8: no script, no font, no picture, nothing from anywhere; the one stylesheet by its hash.
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  // P-4: the token in the path must not travel on.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'X-Content-Type-Options': 'nosniff',
};

/** On every answer: pages, redirects, refusals. */
export const securityHeaders: MiddlewareFunction<Response> = async (_args, next) => {
  const response = await next();
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  return response;
};
