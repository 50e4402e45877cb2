import { createHash, createHmac } from 'node:crypto';
import { headerOf } from '../read/header-of.ts';
import { isOneOf } from '../proof/same-secret.ts';
import type { SmsRequest } from '../sms-ingress.ts';

export const SIGNATURE = 'x-twilio-signature';
/** Beyond it nothing is theirs, and sorting would cost. */
const MOST_PARAMETERS = 500;

/**
 * Whether X-Twilio-Signature is theirs: a MAC with the auth token, or a shared key, over the URL that they called and the form's sorted
 * parameters, or over the URL with the digest of any other body. They may or may not have signed the port with it.
 */
export function isSignedByTwilio(request: SmsRequest, authTokens: readonly string[]): boolean {
  const given = headerOf(request.headers, SIGNATURE);
  const form = formOf(request);
  const hash = hashOf(headerOf(request.headers, 'x-twilio-webhooks-signature-settings'));
  if (given === null || form === null || hash === null) return false;
  const expected = urlsOf(request.publicUrl).flatMap((url) =>
    authTokens.map((token) =>
      createHmac(hash, token)
        .update(url + form, 'utf8')
        .digest('base64'),
    ),
  );
  return isOneOf(given, expected);
}

/** SHA-1 unless they say another; a MAC with it is sound. Null: one that is not known. */
function hashOf(settings: string | null): 'sha1' | 'sha256' | null {
  const said = /(?:^|,)\s*algorithm\s*=\s*([^,\s]+)/.exec(settings ?? '')?.[1] ?? 'HMAC_SHA1';
  if (said === 'HMAC_SHA1') return 'sha1';
  return said === 'HMAC_SHA256' ? 'sha256' : null;
}

/** What of the body is signed beside the URL; null where the body is not what the URL says. */
function formOf({ headers, publicUrl, rawBody }: SmsRequest): string | null {
  const digest = new URL(publicUrl).searchParams.get('bodySHA256');
  if (digest !== null)
    return isOneOf(digest, [createHash('sha256').update(rawBody).digest('hex')]) ? '' : null;
  if (!/^application\/x-www-form-urlencoded\b/i.test(headerOf(headers, 'content-type') ?? ''))
    return rawBody.length === 0 ? '' : null;
  const byName = new Map<string, Set<string>>();
  for (const [name, value] of new URLSearchParams(rawBody.toString('utf8'))) {
    if (byName.size > MOST_PARAMETERS) return null;
    byName.set(name, (byName.get(name) ?? new Set()).add(value));
  }
  return [...byName.keys()]
    .toSorted()
    .map((name) =>
      [...byName.get(name)!]
        .toSorted()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
}

function urlsOf(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  const rest = publicUrl.slice(publicUrl.indexOf('//') + 2).replace(/^[^/?#]*/, '');
  const standard = url.protocol === 'https:' ? '443' : '80';
  const ports = new Set([`:${url.port || standard}`, '']);
  return [...ports].map((port) => `${url.protocol}//${url.hostname}${port}${rest}`);
}
