import { createHmac } from 'node:crypto';
import type { GenericSettings } from '@adieu/gateways';
import { saysBasic } from '../proof/basic.ts';
import { isOneOf } from '../proof/same-secret.ts';
import { createSources } from '../proof/sources.ts';
import { headerOf } from '../read/fields.ts';
import type { SmsRequest } from '../sms-ingress.ts';

/** Whether a request has all that the configuration asks for. */
export function createGenericProof(
  proof: GenericSettings['proof'],
): (request: SmsRequest) => boolean {
  const { hmac, header, query, basic } = proof;
  const isTheirs = createSources(proof.sources ?? null);
  return (request) => {
    const { headers, publicUrl, remoteAddress } = request;
    return [
      hmac === undefined || hasMac(request, hmac),
      header === undefined || isOneOf(headerOf(headers, header.name), header.secret),
      query === undefined || isOneOf(new URL(publicUrl).searchParams.get(query.name), query.secret),
      basic === undefined || saysBasic(request, basic),
      isTheirs(remoteAddress),
    ].every(Boolean);
  };
}

function hasMac(
  { headers, rawBody }: SmsRequest,
  { header, secret, algorithm, encoding }: NonNullable<GenericSettings['proof']['hmac']>,
): boolean {
  // Some name the algorithm before it: `sha256=…`.
  const given = headerOf(headers, header)?.replace(/^sha(?:256|512)=/, '') ?? null;
  const expected = secret.map((one) => createHmac(algorithm, one).update(rawBody).digest(encoding));
  return isOneOf(encoding === 'hex' ? (given?.toLowerCase() ?? null) : given, expected);
}
