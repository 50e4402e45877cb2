import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HANDSET_HEADER } from '@adieu/domain';
import { z } from 'zod';
import type { CallAdieu } from './call-adieu.ts';
import { tellChanges } from './changes.ts';
import type { HandsetMessages } from './messages.ts';
import { handsetPage, PAGE_POLICY } from './page.ts';
import { comesFromElsewhere, isOfThisMachine, readBody, readJson } from './requests.ts';
import { takeMessage, writeMessage } from './take-message.ts';

export interface HandsetDeps {
  readonly handset: HandsetMessages;
  readonly secret: string;
  readonly call: CallAdieu;
  readonly clock: () => Date;
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Adieu's side (with the secret), and the page's. */
export async function serveHandset(
  { host, port }: { readonly host: string; readonly port: number },
  deps: HandsetDeps,
): Promise<Server> {
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://handset') ?? new URL('http://handset/');
    const isAllowed = isOfThisMachine(request) && !comesFromElsewhere(request);
    if (isAllowed && request.method === 'GET' && url.pathname === '/events')
      return tellChanges(deps.handset, response);
    void answer(request, url, deps)
      .catch((): Reply => ({ status: 500 }))
      .then((reply) => send(response, reply));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return server;
}

function send(response: ServerResponse, { status, headers = {}, body = '' }: Reply): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body);
}

async function answer(request: IncomingMessage, url: URL, deps: HandsetDeps): Promise<Reply> {
  const what = `${request.method} ${url.pathname}`;
  if (what === 'GET /health') return { status: 204 };
  if (request.headers[HANDSET_HEADER] !== undefined) return answerAdieu(request, what, deps);
  // Nobody's page of another origin writes or reads SMS of this machine.
  if (!isOfThisMachine(request)) return { status: 403 };
  if (what === 'GET /') return page(deps, url.searchParams);
  if (comesFromElsewhere(request)) return { status: 403 };
  const { handset } = deps;
  if (what === 'GET /messages.json') return json(200, { messages: handset.messages });
  if (what === 'POST /answers') return write(request, deps);
  return { status: 404 };
}

async function answerAdieu(
  request: IncomingMessage,
  what: string,
  deps: HandsetDeps,
): Promise<Reply> {
  if (!isSecret(request.headers[HANDSET_HEADER], deps.secret)) return { status: 401 };
  const { handset } = deps;
  if (what === 'POST /messages') {
    const { status, body } = takeMessage(readJson(await readBody(request)), deps);
    return json(status, body);
  }
  if (what === 'GET /opt-outs') return json(200, { optOuts: handset.optOuts, next: null });
  if (what !== 'POST /opt-outs') return { status: 404 };
  const parsed = OPT_OUT.safeParse(readJson(await readBody(request)));
  if (!parsed.success) return { status: 400 };
  handset.optOut(parsed.data);
  return json(200, {});
}

const OPT_OUT = z.object({ number: z.string().min(1).max(20), sender: z.string().min(1).max(20) });

async function write(request: IncomingMessage, deps: HandsetDeps): Promise<Reply> {
  const text = await readBody(request);
  const isJson = /^application\/json/i.test(request.headers['content-type'] ?? '');
  const form = isJson ? readJson(text) : Object.fromEntries(new URLSearchParams(text ?? ''));
  const sent = writeMessage(form, deps);
  if ('refused' in sent) return { status: 400, ...TEXT, body: `${sent.refused}\n` };
  if (isJson) return json(202, { id: sent.id });
  const { left, right } = form as Readonly<Record<string, string>>;
  const place = new URLSearchParams({ left: left ?? '', right: right ?? '' });
  return { status: 303, headers: { location: `/?${place.toString()}` } };
}

const TEXT = { headers: { 'content-type': 'text/plain; charset=utf-8' } };
const NUMBER = /^\+[1-9]\d{6,14}$/;

function page({ handset }: HandsetDeps, params: URLSearchParams): Reply {
  const [left, right] = ['left', 'right'].map((side) => {
    const number = params.get(side)?.trim() ?? '';
    return NUMBER.test(number) ? number : null;
  }) as [string | null, string | null];
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      // Without a referrer browsers send the page's own forms as nobody's (Origin: null).
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
    body: handsetPage(handset.messages, [left, right]),
  };
}

function json(status: number, body: object): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}
