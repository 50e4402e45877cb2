import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openSmsGateways, readSmsGateways, type SmsGateway } from '@adieu/gateways';
import { openSmsIngresses, type SmsEvent } from '@adieu/intake';
import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { until } from '@adieu/testkit/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCalls } from '../src/handset/call-adieu.ts';
import { createMessages, type HandsetMessages, MOST_MESSAGES } from '../src/handset/messages.ts';
import { keepSaved, readSaved } from '../src/handset/saved-messages.ts';
import { serveHandset } from '../src/handset/serve-handset.ts';

const SECRET = 'a-secret-of-the-tests-alone';
const [ANNA, BO] = ['+46701740605', '+46701740606'];

/** Our route, as far as it is the gateways': verify, read, answer. */
let route: Server;
let heard: SmsEvent[];
let isAway: boolean;
let handset: HandsetMessages;
let server: Server;
let url: string;
let gateway: SmsGateway;
let running: RunningBrowser;

function urlOf(one: Server): string {
  return `http://localhost:${(one.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  running = await launchBrowser();
  route = createServer((request, response) => {
    const hear = async (): Promise<void> => {
      const rawBody = await buffer(request);
      const settings = [{ name: 'handset', kind: 'handset', senders: ['*'], url, secret: SECRET }];
      const ingress = openSmsIngresses(readSmsGateways(JSON.stringify(settings))).ingressOf(
        'handset',
      )!;
      const given = {
        method: request.method!,
        publicUrl: `https://adieu.example.test${request.url}`,
        headers: request.headers,
        rawBody,
        remoteAddress: '127.0.0.1',
      };
      const reading = ingress.verify(given) ? ingress.read(given) : { unreadable: 'a stranger' };
      const events = 'events' in reading ? reading.events : [];
      if (!isAway) heard.push(...events);
      const outcome = isAway ? 'later' : events.length === 0 ? 'unreadable' : 'taken';
      response.writeHead(ingress.answer(outcome).status).end();
    };
    void hear();
  });
  await new Promise<void>((resolve) => route.listen(0, '127.0.0.1', resolve));
  const call = createCalls({ api: urlOf(route), secret: SECRET }, [10, 10, 10]);
  handset = createMessages({ messages: [], optOuts: [] });
  server = await serveHandset(
    { host: '127.0.0.1', port: 0 },
    { handset, secret: SECRET, call, clock: () => new Date('2026-11-30T12:00:00Z') },
  );
  url = urlOf(server);
  const list = [{ name: 'handset', kind: 'handset', senders: ['*'], url, secret: SECRET }];
  gateway = openSmsGateways(readSmsGateways(JSON.stringify(list))).gatewayFor('72080')!;
});
beforeEach(() => {
  heard = [];
  isAway = false;
});
afterAll(async () => {
  await running?.close();
  await gateway?.close();
  for (const one of [server, route]) {
    one?.closeAllConnections();
    one?.close();
  }
});

const send = (text: string, more: object = {}) =>
  gateway.send({
    id: 'msg_1',
    from: '72080',
    to: ANNA,
    text,
    encoding: 'GSM-7',
    parts: 1,
    expiresAt: null,
    statusUrl: 'https://adieu.example.test/sms/handset/status',
    ...more,
  });

describe('Adieu and the handset, over HTTP', () => {
  it('what is handed over stands on the phone, and is told as sent and delivered', async () => {
    const said = (await send('Hej')) as { sent: string };
    expect(handset.messages.at(-1)).toMatchObject({
      id: said.sent,
      phone: ANNA,
      other: '72080',
      text: 'Hej',
    });
    await until(() => heard.length === 2 || null);
    expect(heard).toMatchObject(
      ['SENT', 'DELIVERED'].map((state) => ({
        kind: 'status',
        gatewayId: said.sent,
        ourId: 'msg_1',
        state,
      })),
    );
  });

  it('an answer comes in once, also where Adieu was away at first', async () => {
    isAway = true;
    const response = await fetch(`${url}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phone: ANNA, other: '72080', text: 'STOPP' }),
    });
    const { id } = (await response.json()) as { id: string };
    expect(handset.messages.at(-1)).toMatchObject({ id, state: 'WAITING' });
    isAway = false;
    await until(() => handset.messages.at(-1)!.state === 'TAKEN' || null);
    expect(heard).toEqual([
      {
        kind: 'received',
        gatewayId: id,
        from: ANNA,
        to: '72080',
        text: 'STOPP',
        at: new Date('2026-11-30T12:00:00Z'),
        part: null,
        hint: null,
      },
    ]);
  });

  it('a number that is none, and one on the list of opt-outs, are refused as gateways do', async () => {
    expect(await send('Hej', { to: '070' })).toMatchObject({ refused: 'number', code: '422' });
    await gateway.addOptOut!(BO, '72080');
    expect(await gateway.listOptOuts!(null)).toEqual({
      optOuts: [{ number: BO, sender: '72080' }],
      next: null,
    });
    expect(await send('Hej', { to: BO })).toEqual({
      refused: 'opted-out',
      code: '409',
      retryAt: null,
    });
    expect(await send('Hej', { to: BO, from: 'ACME' })).toHaveProperty('sent');
  });

  it.each([
    ['the secret', { 'x-handset-secret': 'another' }, 401],
    ['any secret', {}, 404],
  ])('nobody hands over without %s', async (_what, headers, status) => {
    const response = await fetch(`${url}/messages`, { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(status);
  });

  it.each([
    ['a page of another origin', { origin: 'https://evil.example.test' }],
    ['a page that the browser calls foreign', { 'sec-fetch-site': 'cross-site' }],
  ])('%s can not write an answer', async (_what, headers) => {
    const response = await fetch(`${url}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ phone: ANNA, other: '72080', text: 'STOPP' }),
    });
    expect([response.status, heard]).toEqual([403, []]);
  });

  it.each([
    [{}, /^phone: .*missing.*\nother: .*missing.*\ntext: .*missing/],
    [[], /^phone: .*\nother: .*\ntext: /],
    [null, /^phone: .*\nother: .*\ntext: /],
    [{ phone: ANNA }, /^other: .*missing.*\ntext: .*missing/],
    [{ phone: ANNA, to: 'Nordlys', text: 'STOPP' }, /^other: .*missing\)\n$/],
    [{ phone: ANNA, other: 'Nordlys', text: 'STOPP' }, /^other: .*a name can not be answered\n$/],
    [{ phone: '0701740605', other: '72080', text: 'x' }, /^phone: .*like \+46701740605\n$/],
    [{ phone: '070', other: '1', text: 'x' }, /^phone: .*\nother: .*72080\n$/],
    [{ phone: ANNA, other: '72080', text: ' ' }, /^text: /],
  ])('what no phone would send is refused, with what is wrong: %j', async (body, says) => {
    const response = await fetch(`${url}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([response.status, heard]).toEqual([400, []]);
    expect(await response.text()).toMatch(says);
  });
});

describe('what it keeps', () => {
  it('are the last messages, over a restart too; what was on its way then is lost', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'adieu-handset-')), 'messages.json');
    const one = createMessages(await readSaved(file));
    const save = keepSaved(one, file);
    for (let i = 0; i <= MOST_MESSAGES; i++)
      one.add({
        id: String(i),
        phone: ANNA,
        other: '72080',
        direction: 'FROM_PHONE',
        text: 'x',
        encoding: null,
        parts: null,
        at: '2026-11-30T12:00:00Z',
        state: 'WAITING',
      });
    await save();
    const again = createMessages(await readSaved(file));
    expect(again.messages).toHaveLength(MOST_MESSAGES);
    expect(again.messages.at(-1)).toMatchObject({ id: String(MOST_MESSAGES), state: 'REFUSED' });
  });
});

describe('the page, in a real browser', () => {
  const open = async (options: object = {}) => {
    const context = await running.browser.newContext(options);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    await page.goto(`${url}/?left=${encodeURIComponent(ANNA)}&right=${encodeURIComponent(BO)}`);
    return { page, errors, close: () => context.close() };
  };

  it('shows what comes while it is open, and leaves what is being written', async () => {
    const { page, errors, close } = await open();
    await page.fill('#left-text', 'I am writ');
    await send('Kom i håg: öppet hus', { from: 'ACME', parts: 2, encoding: 'UCS-2' });
    const last = page.locator('[data-live=left-messages] li').last();
    await expect
      .poll(() => last.innerText())
      .toMatch(/ACME[^]*öppet hus[^]*2 × UCS-2[^]*delivered/);
    expect(await page.inputValue('#left-text')).toBe('I am writ');
    expect(errors).toEqual([]);
    await close();
  });

  it('keeps the focus in what stays while something comes, and tells times by one’s own clock', async () => {
    await send('Read https://adieu.example.test/s/Ab3Cd5e first');
    const { page, close } = await open({ timezoneId: 'Asia/Kathmandu', locale: 'sv-SE' });
    const link = page.locator('[data-live=left-messages] a').last();
    await link.focus();
    await send('Then this');
    const last = page.locator('[data-live=left-messages] li').last();
    await expect.poll(() => last.innerText()).toContain('Then this');
    expect(await page.locator('[data-live=left-messages] a:focus').count()).toBe(1);
    const at = await last.locator('time').getAttribute('datetime');
    const there = new Date(at!).toLocaleString('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Asia/Kathmandu',
    });
    expect(await last.locator('time').innerText()).toBe(there);
    await close();
  });

  it.each([true, false])(
    'sends an answer to whom one was written by, JavaScript: %s',
    async (javaScriptEnabled) => {
      await send('Svara STOPP');
      const { page, close } = await open({ javaScriptEnabled });
      expect(await page.inputValue('#left-to')).toBe('72080');
      await page.fill('#left-text', 'Stopp, tack');
      await page.click('section:first-child .answer button');
      const own = page.locator('[data-live=left-messages] li.out').last();
      await own.waitFor();
      await until(() => heard.some((event) => event.kind === 'received') || null);
      expect(heard.find((event) => event.kind === 'received')).toMatchObject({
        from: ANNA,
        to: '72080',
        text: 'Stopp, tack',
      });
      await page.click('header a');
      expect(await own.innerText()).toMatch(/Stopp, tack[^]*taken/);
      expect(new URL(page.url()).searchParams.get('right')).toBe(BO);
      await close();
    },
  );

  it('shows what changed between its coming and its hearing of changes', async () => {
    const context = await running.browser.newContext();
    const page = await context.newPage();
    await page.route('**/events', async (passing) => {
      handset.add({ ...handset.messages.at(-1)!, id: 'between', phone: ANNA, text: 'Between' });
      await passing.continue();
    });
    await page.goto(`${url}/?left=${encodeURIComponent(ANNA)}&right=${encodeURIComponent(BO)}`);
    const last = page.locator('[data-live=left-messages] li').last();
    await expect.poll(() => last.innerText()).toContain('Between');
    await context.close();
  });

  it('shows another number in one phone, and leaves the other', async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.fill('#right-choose', '+46701740607');
    await page.click('section:last-child .choose button');
    const numbers = await page.locator('h2').allInnerTexts();
    expect(numbers).toEqual([
      expect.stringContaining(ANNA),
      expect.stringContaining('+46701740607'),
    ]);
    await close();
  });

  it('makes links of links, and nothing of markup', async () => {
    const markup =
      '<img src=x onerror=alert(1)> <script>alert(1)</script> https://adieu.example.test/s/Ab3?a="b".';
    await send(markup);
    const { page, errors, close } = await open();
    const last = page.locator('[data-live=left-messages] li').last().locator('.text');
    expect(await last.innerText()).toBe(markup);
    expect(await last.locator('a').getAttribute('href')).toBe(
      'https://adieu.example.test/s/Ab3?a=',
    );
    expect(await last.locator('img, script').count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  it('fits a window of 320 px', async () => {
    await send(`${'långt'.repeat(60)} ${'https://adieu.example.test/'.padEnd(200, 'x')}`);
    const { page, close } = await open({ viewport: { width: 320, height: 700 } });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBe(320);
    await close();
  });
});
