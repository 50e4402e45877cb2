import { createHmac } from 'node:crypto';
import { LOCAL_PUBLIC_URL } from '@adieu/domain';
import { change } from '../world/mutate.ts';
import { GATEWAY_SECRET, GATEWAY_USER } from '../world/gateways.ts';
import type { DrawnSms } from './draw-sms.ts';

const ANOTHER = 'what-somebody-else-knows-of-theirs';

/** The headers by which a gateway says who it is, as it was drawn; null: they were changed into what they are. */
export function prove(
  { gateway, proof, type }: DrawnSms,
  path: string,
  body: Buffer,
): Readonly<Record<string, string>> | null {
  if (proof === 'none') return {};
  const secret = proof === 'of another' ? ANOTHER : GATEWAY_SECRET;
  const { name, value, ...more } = PROOFS[gateway](secret, path, body, type);
  if (typeof proof === 'string') return { [name]: value, ...more.beside };
  const changed = change(value, proof);
  // A line that ends would begin another header, and blanks around a value belong to none.
  const said = changed.replaceAll(/[^\x20-\x7e]/g, '').trim();
  return MEANS_THE_SAME[gateway](said, value) ? null : { [name]: said, ...more.beside };
}

interface Proof {
  readonly name: string;
  readonly value: string;
  readonly beside?: Readonly<Record<string, string>>;
}

const PROOFS: Readonly<
  Record<DrawnSms['gateway'], (secret: string, path: string, body: Buffer, type: string) => Proof>
> = {
  elks: (secret) => ({
    name: 'authorization',
    value: `Basic ${Buffer.from(`${GATEWAY_USER}:${secret}`).toString('base64')}`,
  }),
  twilio: (secret, path, body, type) => ({
    name: 'x-twilio-signature',
    value: createHmac('sha1', secret)
      .update(`${LOCAL_PUBLIC_URL}${path}${type.includes('form-urlencoded') ? sorted(body) : ''}`)
      .digest('base64'),
  }),
  sinch: (secret, _path, body) => ({
    name: 'x-sinch-webhook-signature',
    value: createHmac('sha256', secret).update(body).update('.n.1').digest('base64'),
    beside: {
      'x-sinch-webhook-signature-nonce': 'n',
      'x-sinch-webhook-signature-timestamp': '1',
      'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
    },
  }),
  generic: (secret, _path, body) => ({
    name: 'x-signature',
    value: createHmac('sha256', secret).update(body).digest('hex'),
  }),
};

const same = (said: string, value: string): boolean => said === value;
/** Other spellings of the same secret are right ones. */
const MEANS_THE_SAME: Readonly<Record<DrawnSms['gateway'], typeof same>> = {
  elks: (said, value) => basic(said) === basic(value),
  twilio: same,
  sinch: same,
  generic: (said, value) => said.replace(/^sha(?:256|512)=/, '').toLowerCase() === value,
};

const basic = (said: string): string =>
  Buffer.from(said.replace(/^basic /i, ''), 'base64').toString();

/** As their documentation says: the form's names in order, each with its values. */
function sorted(body: Buffer): string {
  const byName = new Map<string, Set<string>>();
  for (const [name, value] of new URLSearchParams(body.toString('utf8')))
    byName.set(name, (byName.get(name) ?? new Set()).add(value));
  return [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) =>
      [...values]
        .toSorted()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
}
