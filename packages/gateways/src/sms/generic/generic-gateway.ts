import type { SettingsOf } from '../config/gateway-schema.ts';
import type { GenericSettings } from '../config/generic-schema.ts';
import { type Answer, createHttp, type Request } from '../http/ask.ts';
import { gatewayOverHttp } from '../http/gateway-over-http.ts';
import type { OutgoingSms, SmsGateway } from '../sms-gateway.ts';
import { withMessage } from '../status-url.ts';
import { escapeFor, escapeForm, fillTemplate } from './fill-template.ts';
import { judgeAnswer } from './judge-answer.ts';
import { messageValues } from './message-values.ts';
import { addOptOut, listOptOuts } from './opt-out-list.ts';

/** Any gateway that takes one message by one request: what it wants and what it answers is configuration. */
export function createGenericGateway(
  own: SettingsOf<'generic' | 'handset'>,
  settings: GenericSettings,
  clock: () => Date,
): SmsGateway {
  const http = createHttp();
  const { send, optOuts } = settings;
  const speech = {
    features: {
      statuses: settings.statuses !== null,
      inboundParts: settings.inboundParts,
      textSender: settings.textSender,
      optOutList: optOuts === null ? 'none' : optOuts.add === null ? 'read' : 'both',
    },
    requestFor: (message: OutgoingSms, now: Date) => requestFor(send, message, now),
    judge: (answer: Answer, now: Date) => judgeAnswer(send, answer, now),
  } as const;
  return {
    ...gatewayOverHttp(http, own, speech, clock),
    ...(optOuts !== null && {
      listOptOuts: (cursor) => listOptOuts(http, optOuts.list, cursor),
    }),
    ...(optOuts?.add && {
      addOptOut: (number, sender) => addOptOut(http, optOuts.add!, number, sender),
    }),
  };
}

function requestFor(send: GenericSettings['send'], message: OutgoingSms, now: Date): Request {
  const { statusUrl } = message;
  const more = send.statusQuery === null ? '' : `&${send.statusQuery}`;
  const values = messageValues(
    {
      ...message,
      statusUrl: statusUrl === null ? null : `${withMessage(statusUrl, message.id)}${more}`,
    },
    now,
  );
  const { method, url, headers, body, contentType } = send;
  return {
    method,
    url: fillTemplate(url, values, escapeForm),
    headers: { ...headers, ...(body !== null && { 'content-type': contentType }) },
    body: body === null ? null : fillTemplate(body, values, escapeFor(contentType)),
  };
}
