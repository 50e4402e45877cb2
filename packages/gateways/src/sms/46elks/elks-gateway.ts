import type { SettingsOf } from '../config/gateway-schema.ts';
import { type Answer, createHttp, type Request } from '../http/ask.ts';
import { basicAuthorization } from '../http/basic-authorization.ts';
import { gatewayOverHttp, VENDOR_FEATURES } from '../http/gateway-over-http.ts';
import { judgeStatus } from '../http/judge-status.ts';
import { readJson, readPath, textOf } from '../http/read-json.ts';
import type { OutgoingSms, SmsAnswer, SmsGateway } from '../sms-gateway.ts';
import { withMessage } from '../status-url.ts';

export function createElksGateway(settings: SettingsOf<'46elks'>, clock: () => Date): SmsGateway {
  const { apiUrl, callback } = settings;
  const url = new URL('/a1/sms', apiUrl).href;
  const headers = {
    authorization: basicAuthorization(settings),
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  const requestFor = (message: OutgoingSms): Request => ({
    method: 'POST',
    url,
    headers,
    body: formOf(message, callback).toString(),
  });
  const speech = { features: VENDOR_FEATURES, requestFor, judge };
  return gatewayOverHttp(createHttp(), settings, speech, clock);
}

function formOf(
  { id, from, to, text, statusUrl }: OutgoingSms,
  { username, password }: SettingsOf<'46elks'>['callback'],
): URLSearchParams {
  const form = new URLSearchParams({ from, to, message: text });
  if (statusUrl !== null) {
    const url = new URL(withMessage(statusUrl, id));
    // They sign nothing, and say this in a header when they call.
    Object.assign(url, { username, password });
    form.set('whendelivered', url.href);
  }
  return form;
}

/** They document no codes: what is wrong with a message is told in words, which say that it is the number or the sender. */
function judge(answer: Answer, now: Date): SmsAnswer {
  const byStatus = judgeStatus(answer, now);
  if (byStatus === null) {
    const json = readJson(answer.body);
    if (json === undefined && answer.isWhole) return { unknown: 'page' };
    return readPath(json, 'status') === 'failed'
      ? { refused: 'fault', code: 'failed', retryAt: null }
      : { sent: textOf(readPath(json, 'id')) };
  }
  const code = String(answer.status);
  if (answer.status === 400 && /invalid (?:to|number)|\bto\b.*number/i.test(answer.body))
    return { refused: 'number', code, retryAt: null };
  if (answer.status === 400 && /\bfrom\b|sender/i.test(answer.body))
    return { refused: 'sender', code, retryAt: null };
  return byStatus;
}
