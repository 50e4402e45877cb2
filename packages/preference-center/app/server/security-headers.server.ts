import { frameAncestors } from '@adieu/domain';
import { createHash } from 'node:crypto';
import type { MiddlewareFunction } from 'react-router';
import { brandStyles } from '../brand/brand-styles.ts';
import { brandContext, framesContext } from './context.ts';
import { PAGE_STYLES, REVIEW_STYLES } from '../page/styles.ts';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// P-8: no script, no font, nothing from anywhere but an account's logo from here; each stylesheet by its hash.
// `origins`: where a sign-up form may stand in a frame, and where its post may lead in the end.
const policyWith = (
  sheets: readonly string[],
  pictures = '',
  origins: readonly string[] = [],
): string =>
  `default-src 'none'; style-src ${sheets.map(hashOf).join(' ')}; img-src ${pictures}data:; form-action ${["'self'", ...origins].join(' ')}; base-uri 'none'; frame-ancestors ${frameAncestors(origins)}`;
const FOR_RECIPIENTS = policyWith([PAGE_STYLES]);
const FOR_REVIEW = policyWith([PAGE_STYLES, REVIEW_STYLES]);

const HEADERS = {
  // P-4: the token in the path must not travel on.
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
  'X-Content-Type-Options': 'nosniff',
};

/** On every answer: pages, redirects, refusals. */
export const securityHeaders: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const response = await next();
  const { headers } = response;
  const isForMembers = /^\/(?:review|s|i|sign-in|members)(?:\/|$)/.test(
    new URL(request.url).pathname,
  );
  const brand = context.get(brandContext);
  const frames = context.get(framesContext);
  const forRecipients =
    brand === null && frames.length === 0
      ? FOR_RECIPIENTS
      : policyWith(
          [PAGE_STYLES, brandStyles(brand)].filter(Boolean),
          brand?.logo ? "'self' " : '',
          frames,
        );
  headers.set('Content-Security-Policy', isForMembers ? FOR_REVIEW : forRecipients);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  // Only a logo says otherwise of itself.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return response;
};
