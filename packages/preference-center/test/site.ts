import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type BuiltServer, PAGES_SECRET, startBuiltServer } from './built-server.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { DOUBLE_OPT_IN, newsletter, SIGN_UP_FORM } from './samples.ts';

/** The built pages in their own process, before an API whose answers each test chooses. */
export let site: { readonly api: FakeApi; readonly server: BuiltServer };

beforeAll(async () => {
  const api = await startFakeApi();
  const server = await startBuiltServer({
    API_URL: api.url,
    PUBLIC_URL: 'https://leave.example.test',
  });
  site = { api, server };
});

afterAll(async () => {
  await site.server.stop();
  site.api.stop();
});

beforeEach(() => {
  site.api.calls.length = 0;
  for (const name of Object.keys(site.api.answers)) delete site.api.answers[name];
  site.api.answers['Preferences'] = newsletter();
  site.api.answers['SignInWays'] = { signInProvider: null, me: null };
  site.api.answers['SignUpFormView'] = { signUpFormView: SIGN_UP_FORM };
  site.api.answers['DoubleOptIn'] = { doubleOptIn: DOUBLE_OPT_IN };
});

export async function open(path: string, init: RequestInit = {}) {
  const response = await fetch(site.server.url + path, { redirect: 'manual', ...init });
  return { response, status: response.status, html: await response.text() };
}

export type Fields = readonly (readonly [name: string, value: string])[];

const FORM = { origin: 'null', 'sec-fetch-site': 'same-origin' };

/** What a browser sends for a form of a page under `Referrer-Policy: no-referrer`, through the API's proxy. */
export function post(path: string, fields: Fields, headers: Record<string, string> = {}) {
  return open(path, {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    headers: {
      ...FORM,
      'x-forwarded-for': '203.0.113.9',
      'x-adieu-pages': PAGES_SECRET,
      'user-agent': 'Lynx',
      ...headers,
    },
  });
}

/** The buttons in plain sight; what is folded away is no part of the way out. */
export function buttons(html: string): string[] {
  const plain = html.replace(/<details>.*?<\/details>/gs, '');
  return [...plain.matchAll(/<button[^>]*>([^<]*)<\/button>/g)].map(([, text]) => text!);
}
