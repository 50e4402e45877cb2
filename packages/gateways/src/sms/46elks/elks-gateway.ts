import type { SettingsOf } from '../config/gateway-schema.ts';
import { type Answer, createHttp } from '../http/ask.ts';
import { basicAuthorization } from '../http/basic-authorization.ts';
import { judgeNoAnswer, judgeStatus } from '../http/judge-status.ts';
import { readJson, readPath, textOf } from '../http/read-json.ts';
import type { OutgoingSms, SmsAnswer, SmsGateway } from '../sms-gateway.ts';
import { withMessage } from '../status-url.ts';

export function createElksGateway(settings: SettingsOf<'46elks'>, clock: () => Date): SmsGateway {
  const { name, apiUrl, callback } = settings;
  const http = createHttp();
  const url = new URL('/a1/sms', apiUrl).href;
  const headers = {
    authorization: basicAuthorization(settings),
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  return {
    name,
    kind: '46elks',
    perSecond: settings.rate,
    atOnce: settings.atOnce,
    features: { statuses: true, inboundParts: 'whole', textSender: true, optOutList: 'none' },
    async send(message) {
      const body = formOf(message, callback).toString();
      const answer = await http.ask({ method: 'POST', url, headers, body });
      return 'hasLeft' in answer ? judgeNoAnswer(answer, clock()) : judge(answer, clock());
    },
    close: () => http.close(),
  };
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
