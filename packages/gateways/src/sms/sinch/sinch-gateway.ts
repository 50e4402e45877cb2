import type { SettingsOf } from '../config/gateway-schema.ts';
import { type Answer, createHttp, type Request } from '../http/ask.ts';
import { gatewayOverHttp, VENDOR_FEATURES } from '../http/gateway-over-http.ts';
import { judgeStatus } from '../http/judge-status.ts';
import { readJson, readPath, textOf } from '../http/read-json.ts';
import type { OutgoingSms, SmsAnswer, SmsGateway } from '../sms-gateway.ts';

export function createSinchGateway(settings: SettingsOf<'sinch'>, clock: () => Date): SmsGateway {
  const { region, servicePlanId, apiToken } = settings;
  const origin = settings.apiUrl ?? `https://${region}.sms.api.sinch.com`;
  const url = new URL(`/xms/v1/${servicePlanId}/batches`, origin).href;
  const headers = {
    authorization: `Bearer ${apiToken}`,
    'content-type': 'application/json',
    accept: 'application/json',
  };
  const requestFor = (message: OutgoingSms): Request => ({
    method: 'POST',
    url,
    headers,
    body: JSON.stringify(batchOf(message, settings.callback)),
  });
  const speech = { features: VENDOR_FEATURES, requestFor, judge };
  return gatewayOverHttp(createHttp(), settings, speech, clock);
}

/** A batch of one: each message has its own text and its own way out. */
function batchOf(
  { id, from, to, text, expiresAt, statusUrl }: OutgoingSms,
  callback: SettingsOf<'sinch'>['callback'],
): object {
  return {
    type: 'mt_text',
    from: from.replace(/^\+/, ''),
    to: [to.replace(/^\+/, '')],
    body: text,
    delivery_report: statusUrl === null ? 'none' : 'per_recipient',
    client_reference: id,
    ...(statusUrl !== null && { callback_url: withUser(statusUrl, callback) }),
    ...(expiresAt !== null && { expire_at: expiresAt.toISOString() }),
  };
}

function withUser(statusUrl: string, callback: SettingsOf<'sinch'>['callback']): string {
  return callback === null ? statusUrl : Object.assign(new URL(statusUrl), callback).href;
}

function judge(answer: Answer, now: Date): SmsAnswer {
  const json = readJson(answer.body);
  const byStatus = judgeStatus(answer, now);
  if (byStatus === null) {
    if (json === undefined && answer.isWhole) return { unknown: 'page' };
    return { sent: textOf(readPath(json, 'id')) };
  }
  const code = textOf(readPath(json, 'code'));
  return 'refused' in byStatus && code !== null && /^\w{1,60}$/.test(code)
    ? { ...byStatus, code }
    : byStatus;
}
