import type { SettingsOf } from '../config/gateway-schema.ts';
import { createHttp } from '../http/ask.ts';
import { basicAuthorization } from '../http/basic-authorization.ts';
import { judgeNoAnswer } from '../http/judge-status.ts';
import type { OutgoingSms, SmsGateway } from '../sms-gateway.ts';
import { withMessage } from '../status-url.ts';
import { judgeTwilio } from './judge-twilio.ts';

/** What ValidityPeriod may be, in seconds. */
const LONGEST_VALIDITY = 36_000;

export function createTwilioGateway(settings: SettingsOf<'twilio'>, clock: () => Date): SmsGateway {
  const { name, apiUrl, accountSid, authToken, apiKey } = settings;
  const http = createHttp();
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
  return {
    name,
    kind: 'twilio',
    perSecond: settings.rate,
    atOnce: settings.atOnce,
    features: { statuses: true, inboundParts: 'whole', textSender: true, optOutList: 'none' },
    async send(message) {
      const body = formOf(message, settings.messagingServiceSid, clock()).toString();
      const answer = await http.ask({ method: 'POST', url, headers, body });
      return 'hasLeft' in answer ? judgeNoAnswer(answer, clock()) : judgeTwilio(answer, clock());
    },
    close: () => http.close(),
  };
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
