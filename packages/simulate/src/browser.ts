import { readFile } from 'node:fs/promises';
import { type CheerioAPI, load } from 'cheerio';
import { Agent, type Dispatcher, request } from 'undici';

/** A page as a browser without JavaScript has it. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: CheerioAPI;
  /** When the first answer came: of a form, that it was taken, before the page that comes of it. */
  readonly answeredAt: number;
}

/** Fetches as people's programs do; trusts the installation's own certificate, keeps no cookies. */
export interface Browser {
  head(url: string): Promise<number>;
  /** Follows redirects. */
  open(url: string): Promise<Page>;
  /** The mail program's button (RFC 8058). */
  oneClick(url: string): Promise<Pick<Page, 'status' | 'answeredAt'>>;
  /** Presses a button with its form's fields, and follows to the page that comes of it. Null where there is none such. */
  press(page: Page, button: string): Promise<Page | null>;
}

/** The browsers of many people, each at an address of its own, as a reverse proxy tells it. */
export interface Browsers {
  at(ip: string): Browser;
  close(): Promise<void>;
}

const MOST_REDIRECTS = 5;
const MOST_CONNECTIONS = 32;
const FORM = 'application/x-www-form-urlencoded';

/** `caFile`: the certificate to trust. */
export async function createBrowsers(caFile: string): Promise<Browsers> {
  const agent = new Agent({
    connections: MOST_CONNECTIONS,
    connect: { ca: await readFile(caFile, 'utf8') },
  });
  return { at: (ip) => browserAt(agent, ip), close: () => agent.close() };
}

function browserAt(agent: Agent, ip: string): Browser {
  const send = (
    url: string,
    method: Dispatcher.HttpMethod,
    body?: string,
  ): Promise<Dispatcher.ResponseData> =>
    request(url, {
      method,
      dispatcher: agent,
      headers: { 'x-forwarded-for': ip, ...(body !== undefined && { 'content-type': FORM }) },
      ...(body !== undefined && { body }),
    });

  async function follow(url: string, answer: Dispatcher.ResponseData): Promise<Page> {
    const answeredAt = Date.now();
    let [at, { statusCode: status, headers, body }] = [url, answer];
    for (let left = MOST_REDIRECTS; status >= 300 && status < 400; left -= 1) {
      await body.dump();
      if (left === 0) throw new Error('the page redirects without end');
      at = new URL(String(headers['location']), at).href;
      ({ statusCode: status, headers, body } = await send(at, 'GET'));
    }
    return { url: at, status, html: load(await body.text()), answeredAt };
  }

  return {
    async head(url) {
      const { statusCode, body } = await send(url, 'HEAD');
      await body.dump();
      return statusCode;
    },
    open: async (url) => follow(url, await send(url, 'GET')),
    async oneClick(url) {
      const { statusCode: status, body } = await send(url, 'POST', 'List-Unsubscribe=One-Click');
      const answeredAt = Date.now();
      await body.dump();
      return { status, answeredAt };
    },
    async press({ url, html }, button) {
      const pressed = html(button).first();
      const form = pressed.closest('form');
      if (form.length === 0) return null;
      const fields = form
        .serializeArray()
        .map(({ name, value }): [string, string] => [name, value]);
      const name = pressed.attr('name');
      if (name !== undefined) fields.push([name, pressed.attr('value') ?? '']);
      const target = new URL(form.attr('action') ?? url, url).href;
      return follow(target, await send(target, 'POST', new URLSearchParams(fields).toString()));
    },
  };
}
