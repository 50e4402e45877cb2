import type { GenericSettings } from '../config/generic-schema.ts';
import type { Answer } from '../http/ask.ts';
import { accountFault, judgeStatus, throttled } from '../http/judge-status.ts';
import { readJson, readPath, textOf } from '../http/read-json.ts';
import type { SmsAnswer } from '../sms-gateway.ts';

/** What the answer of a gateway by configuration means. */
export function judgeAnswer(send: GenericSettings['send'], answer: Answer, now: Date): SmsAnswer {
  const code = String(answer.status);
  const refusal = send.refusals.find(
    ({ status, matches }) =>
      (status === null || status === answer.status) &&
      (matches === null || new RegExp(matches, 'u').test(answer.body)),
  );
  if (refusal !== undefined) {
    if (refusal.as === 'throttled') return throttled(code, answer.retryAfter, now);
    return refusal.again
      ? { ...accountFault(code, now), refused: refusal.as }
      : { refused: refusal.as, code, retryAt: null };
  }
  const byStatus = judgeStatus(answer, now);
  if (byStatus !== null) return byStatus;
  if (send.success !== null && !new RegExp(send.success, 'u').test(answer.body))
    // A page of a proxy, or half an answer, is no word of the gateway.
    return answer.isWhole && !isPage(answer.body)
      ? { refused: 'fault', code, retryAt: null }
      : { unknown: answer.isWhole ? 'page' : 'broken-off' };
  return { sent: idOf(send, answer.body) };
}

function idOf({ idPath, idPattern }: GenericSettings['send'], body: string): string | null {
  if (idPath !== null) return textOf(readPath(readJson(body), idPath));
  if (idPattern !== null) return textOf(new RegExp(idPattern, 'u').exec(body)?.[1]);
  return null;
}

function isPage(body: string): boolean {
  return /^\s*<(?:!doctype html|html)/i.test(body);
}
