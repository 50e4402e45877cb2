import type { SettingsOf } from '../config/gateway-schema.ts';
import { createHttp, type Request } from '../http/ask.ts';
import { basicAuthorization } from '../http/basic-authorization.ts';
import { gatewayOverHttp, VENDOR_FEATURES } from '../http/gateway-over-http.ts';
import type { OutgoingSms, SmsGateway } from '../sms-gateway.ts';
import { withMessage } from '../status-url.ts';
import { judgeTwilio } from './judge-twilio.ts';

/** What ValidityPeriod may be, in seconds. */
const LONGEST_VALIDITY = 36_000;

export function createTwilioGateway(settings: SettingsOf<'twilio'>, clock: () => Date): SmsGateway {
  const { apiUrl, accountSid, authToken, apiKey } = settings;
  const url = new URL(`/2010-04-01/Accounts/${accountSid}/Messages.json`, apiUrl).href;
  const headers = {
    authorization: basicAuthorization(
      apiKey === null
        ? { username: accountSid, password: authToken[0]! }
        : { username: apiKey.sid, password: apiKey.secret },
    ),
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  const requestFor = (message: OutgoingSms, now: Date): Request => ({
    method: 'POST',
    url,
    headers,
    body: formOf(message, settings.messagingServiceSid, now).toString(),
  });
  const speech = { features: VENDOR_FEATURES, requestFor, judge: judgeTwilio };
  return gatewayOverHttp(createHttp(), settings, speech, clock);
}

function formOf(
  { id, from, to, text, expiresAt, statusUrl }: OutgoingSms,
  service: string | null,
  now: Date,
): URLSearchParams {
  const form = new URLSearchParams({ To: to, From: from, Body: text });
  // With both, the service's rules hold and the sender stays the book's.
  if (service !== null) form.set('MessagingServiceSid', service);
  if (statusUrl !== null) form.set('StatusCallback', withMessage(statusUrl, id));
  if (expiresAt !== null) {
    const seconds = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
    form.set('ValidityPeriod', String(Math.min(Math.max(seconds, 1), LONGEST_VALIDITY)));
  }
  return form;
}
