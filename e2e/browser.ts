import { Agent, type Dispatcher, request } from 'undici';
import { ANSWER_WITHIN_MS } from './limited.ts';

/** A client that trusts the installation's own certificate, as a person does once in the browser. Keeps no cookies and no connections. */
const agent = new Agent({ connect: { rejectUnauthorized: false }, pipelining: 0 });

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

export async function send(
  url: string,
  method: Dispatcher.HttpMethod = 'GET',
  form?: Record<string, string> | readonly (readonly [string, string])[],
): Promise<Answer> {
  const response = await request(url, {
    method,
    dispatcher: agent,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    ...(form === undefined
      ? {}
      : {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(form as Record<string, string>).toString(),
        }),
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    body: await response.body.text(),
  };
}

/** The mail client's button (RFC 8058). */
export const oneClick = (url: string): Promise<Answer> =>
  send(url, 'POST', { 'List-Unsubscribe': 'One-Click' });

/**
 * Presses a button of a page: the form that holds it, with its hidden fields and checked boxes, as a browser without
 * JavaScript would post it; follows the redirect to the page that comes of it.
 */
export async function press(
  pageUrl: string,
  html: string,
  button: { name: string; value?: string },
): Promise<Answer> {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, , body]) => buttonOf(body!, button) !== undefined);
  if (form === undefined)
    throw new Error(`no form with a button ${button.name}=${button.value ?? '*'} on the page`);
  const fields = [...form[2]!.matchAll(/<input\b[^>]*>/g)]
    .map(([input]) => input)
    .flatMap((input): [string, string][] => {
      const name = attribute(input, 'name');
      const type = attribute(input, 'type') ?? 'text';
      const ticked = !['checkbox', 'radio'].includes(type) || /\bchecked\b/.test(input);
      return name && ticked
        ? [[name, attribute(input, 'value') ?? (type === 'checkbox' ? 'on' : '')]]
        : [];
    });
  const pressed = buttonOf(form[2]!, button)!;
  const name = attribute(pressed, 'name');
  if (name) fields.push([name, attribute(pressed, 'value') ?? '']);
  const target = new URL(attribute(form[1]!, 'action') ?? pageUrl, pageUrl).href;
  const answer = await send(target, 'POST', fields);
  if (answer.status < 300 || answer.status >= 400) return answer;
  return send(new URL(String(answer.headers['location']), target).href);
}

function buttonOf(
  form: string,
  { name, value }: { name: string; value?: string },
): string | undefined {
  return [...form.matchAll(/<button\b[^>]*>/g)]
    .map(([button]) => button)
    .find(
      (button) =>
        attribute(button, 'name') === name &&
        (value === undefined || attribute(button, 'value') === value),
    );
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
}
