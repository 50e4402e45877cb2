import { readFile } from 'node:fs/promises';
import { type CheerioAPI, load } from 'cheerio';
import { Agent, type Dispatcher, request } from 'undici';

/** A page as a browser without JavaScript has it. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: CheerioAPI;
}

/** Fetches as people's programs do; trusts the installation's own certificate, keeps no cookies. */
export interface Browser {
  head(url: string): Promise<number>;
  /** Follows redirects. */
  open(url: string): Promise<Page>;
  /** The mail program's button (RFC 8058). Gives the status. */
  oneClick(url: string): Promise<number>;
  /** Presses a button with its form's fields, and follows to the page that comes of it. Null where there is none such. */
  press(page: Page, button: string): Promise<Page | null>;
  close(): Promise<void>;
}

const MOST_REDIRECTS = 5;
const MOST_CONNECTIONS = 32;
const FORM = 'application/x-www-form-urlencoded';

/** `caFile`: the certificate to trust. */
export async function createBrowser(caFile: string): Promise<Browser> {
  const agent = new Agent({
    connections: MOST_CONNECTIONS,
    connect: { ca: await readFile(caFile, 'utf8') },
  });
  const send = (
    url: string,
    method: Dispatcher.HttpMethod,
    body?: string,
  ): Promise<Dispatcher.ResponseData> =>
    request(url, {
      method,
      dispatcher: agent,
      ...(body !== undefined && { body, headers: { 'content-type': FORM } }),
    });

  async function follow(url: string, answer: Dispatcher.ResponseData, left: number): Promise<Page> {
    const { statusCode: status, headers, body } = answer;
    const location = headers['location'];
    if (status < 300 || status >= 400 || typeof location !== 'string')
      return { url, status, html: load(await body.text()) };
    await body.dump();
    if (left === 0) throw new Error('the page redirects without end');
    const next = new URL(location, url).href;
    return follow(next, await send(next, 'GET'), left - 1);
  }

  return {
    async head(url) {
      const { statusCode, body } = await send(url, 'HEAD');
      await body.dump();
      return statusCode;
    },
    open: async (url) => follow(url, await send(url, 'GET'), MOST_REDIRECTS),
    async oneClick(url) {
      const { statusCode, body } = await send(url, 'POST', 'List-Unsubscribe=One-Click');
      await body.dump();
      return statusCode;
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
      const body = new URLSearchParams(fields).toString();
      return follow(target, await send(target, 'POST', body), MOST_REDIRECTS);
    },
    close: () => agent.close(),
  };
}
