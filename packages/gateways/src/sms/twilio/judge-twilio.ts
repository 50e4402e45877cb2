import type { Answer } from '../http/ask.ts';
import { accountFault, judgeStatus, throttled } from '../http/judge-status.ts';
import { readJson, readPath, textOf } from '../http/read-json.ts';
import type { SmsAnswer } from '../sms-gateway.ts';

/** Of their dictionary of errors. What is not here is told by its status. */
const OPTED_OUT: readonly string[] = ['21610'];
/** No number, no mobile one, none that they reach, ours itself, a landline, a premium or short number. */
const NUMBER: readonly string[] = [
  '21211', '21217', '21265', '21266', '21408', '21612', '21614', '21635', '21659', '30005', '30006',
]; // prettier-ignore
const SENDER: readonly string[] = [
  '21212', '21267', '21603', '21606', '21608', '21609', '21660', '21661', '21701', '21703', '21704', '21705', '21712',
]; // prettier-ignore
/** Too many requests, and queues that are full. */
const THROTTLED: readonly string[] = ['20429', '21611', '30001', '30022'];

export function judgeTwilio(answer: Answer, now: Date): SmsAnswer {
  const json = readJson(answer.body);
  const byStatus = judgeStatus(answer, now);
  if (byStatus === null) {
    if (json === undefined && answer.isWhole) return { unknown: 'page' };
    // Accepted; an answer that broke off or names no id changes nothing of that.
    return { sent: textOf(readPath(json, 'sid')) };
  }
  const code = textOf(readPath(json, 'code'));
  if (code === null || !/^\d{5}$/.test(code)) return byStatus;
  if (OPTED_OUT.includes(code)) return { refused: 'opted-out', code, retryAt: null };
  if (NUMBER.includes(code)) return { refused: 'number', code, retryAt: null };
  if (SENDER.includes(code)) return { refused: 'sender', code, retryAt: null };
  if (THROTTLED.includes(code)) return throttled(code, answer.retryAfter, now);
  if (code.startsWith('20') && 'refused' in byStatus && byStatus.retryAt !== null)
    return accountFault(code, now);
  return 'refused' in byStatus ? { ...byStatus, code } : byStatus;
}
