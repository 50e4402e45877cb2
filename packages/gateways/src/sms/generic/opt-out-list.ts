import type { GenericSettings } from '../config/generic-schema.ts';
import type { Answer, Http, NoAnswer } from '../http/ask.ts';
import { readJson, readPath, textOf } from '../http/read-json.ts';
import type { SmsOptOuts } from '../sms-gateway.ts';
import { escapeFor, escapeForm, fillTemplate } from './fill-template.ts';

type ListSettings = NonNullable<NonNullable<GenericSettings['optOuts']>['list']>;
type AddSettings = NonNullable<NonNullable<GenericSettings['optOuts']>['add']>;

export async function listOptOuts(
  http: Http,
  { url, headers, items, number, sender, next }: ListSettings,
  cursor: string | null,
): Promise<SmsOptOuts> {
  const filled = fillTemplate(url, { cursor: cursor ?? '' }, escapeForm);
  const answer = await http.ask({ method: 'GET', url: filled, headers, body: null });
  const json = readJson(bodyOf(answer));
  const list = items === null ? json : readPath(json, items);
  if (!Array.isArray(list)) throw new Error('the list of opt-outs is no list');
  return {
    optOuts: list.map((one: unknown) => ({
      number: numberOf(readPath(one, number)),
      sender: sender === null ? null : textOf(readPath(one, sender)),
    })),
    next: next === null ? null : textOf(readPath(json, next)),
  };
}

export async function addOptOut(
  http: Http,
  { method, url, headers, body, contentType }: AddSettings,
  number: string,
  sender: string,
): Promise<void> {
  const values = { number, sender };
  const answer = await http.ask({
    method,
    url: fillTemplate(url, values, escapeForm),
    headers: { ...headers, ...(body !== null && { 'content-type': contentType }) },
    body: body === null ? null : fillTemplate(body, values, escapeFor(contentType)),
  });
  bodyOf(answer);
}

function bodyOf(answer: Answer | NoAnswer): string {
  if ('hasLeft' in answer) return fail(`the gateway did not answer: ${answer.code}`);
  if (answer.status < 200 || answer.status > 299)
    return fail(`the gateway answered ${answer.status}`);
  return answer.isWhole ? answer.body : fail('the answer broke off');
}

/** E.164, as gateways write it with the plus and without. */
function numberOf(value: unknown): string {
  const [, digits] = /^(?:\+|00)?([1-9]\d{7,14})$/.exec(textOf(value) ?? '') ?? [];
  return digits === undefined ? fail('an entry of the list has no number') : `+${digits}`;
}

function fail(why: string): never {
  throw new Error(`opt-outs at the gateway: ${why}`);
}
