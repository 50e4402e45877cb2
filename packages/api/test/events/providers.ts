import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { type EventIngresses, openEventIngresses } from '@adieu/intake';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const MAILGUN_KEY = 'the-signing-key-of-these-tests';
const CALLBACK = { username: 'adieu', password: 'a-password-of-these-tests' };

/** Three providers as an operator would set them up. */
export const eventIngresses: EventIngresses = openEventIngresses([
  {
    name: 'sendgrid',
    kind: 'sendgrid',
    server: null,
    publicKey: [publicKey.export({ type: 'spki', format: 'der' }).toString('base64')],
    callback: null,
  },
  { name: 'mailgun', kind: 'mailgun', server: null, signingKey: [MAILGUN_KEY], callback: null },
  { name: 'postmark', kind: 'postmark', server: null, callback: CALLBACK, sources: null },
]);

async function post(
  url: string,
  provider: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const answer = await fetch(`${url}/events/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  if ((await answer.text()) !== '') throw new Error('a provider is told nothing');
  return answer.status;
}

/** SendGrid brings a body; gives the status that it is answered with. */
export function sendgrid(url: string, body: unknown): Promise<number> {
  const bytes = typeof body === 'string' ? body : `${JSON.stringify(body)}\r\n`;
  const timestamp = '1777881600';
  const signature = createSign('sha256')
    .update(timestamp + bytes)
    .sign(privateKey, 'base64');
  return post(url, 'sendgrid', bytes, {
    'x-twilio-email-event-webhook-signature': signature,
    'x-twilio-email-event-webhook-timestamp': timestamp,
  });
}

/** Mailgun brings an event, with a token of its own unless another is given. */
export function mailgun(
  url: string,
  event: object,
  { token = String(Math.random()), at }: { readonly token?: string; readonly at: Date },
): Promise<number> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', MAILGUN_KEY)
    .update(timestamp + token)
    .digest('hex');
  const signed = { signature: { timestamp, token, signature }, 'event-data': event };
  return post(url, 'mailgun', JSON.stringify(signed));
}

export function postmark(
  url: string,
  body: object,
  { username, password } = CALLBACK,
): Promise<number> {
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return post(url, 'postmark', JSON.stringify(body), { authorization: `Basic ${basic}` });
}
