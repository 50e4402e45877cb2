import { createHmac } from 'node:crypto';
import type { GenericSettings } from '@adieu/gateways';
import { saysBasic } from '../proof/basic.ts';
import { isOneOf } from '../proof/same-secret.ts';
import { createSources } from '../proof/sources.ts';
import { headerOf } from '../read/header-of.ts';
import type { SmsIngress } from '../sms-ingress.ts';

/** Whether a request has all that the configuration asks for: before its body, and with it. */
export function createGenericProof(
  proof: GenericSettings['proof'],
): Pick<SmsIngress, 'mayBeFrom' | 'verify'> {
  const { hmac, header, query, basic } = proof;
  const isTheirs = createSources(proof.sources ?? null);
  const mayBeFrom: SmsIngress['mayBeFrom'] = (head) => {
    const { headers, publicUrl, remoteAddress } = head;
    return [
      hmac === undefined || headerOf(headers, hmac.header) !== null,
      header === undefined || isOneOf(headerOf(headers, header.name), header.secret),
      query === undefined || isOneOf(new URL(publicUrl).searchParams.get(query.name), query.secret),
      basic === undefined || saysBasic(head, basic),
      isTheirs(remoteAddress),
    ].every(Boolean);
  };
  return {
    mayBeFrom,
    verify: (request) => mayBeFrom(request) && (hmac === undefined || hasMac(request, hmac)),
  };
}

function hasMac(
  { headers, rawBody }: Parameters<SmsIngress['verify']>[0],
  { header, secret, algorithm, encoding }: NonNullable<GenericSettings['proof']['hmac']>,
): boolean {
  // Some name the algorithm before it: `sha256=…`.
  const given = headerOf(headers, header)?.replace(/^sha(?:256|512)=/, '') ?? null;
  const expected = secret.map((one) => createHmac(algorithm, one).update(rawBody).digest(encoding));
  return isOneOf(encoding === 'hex' ? (given?.toLowerCase() ?? null) : given, expected);
}
