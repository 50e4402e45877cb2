import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { type OidcProvider, startOidcProvider } from '@adieu/testkit/oidc-provider';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adieu, runAdieu } from './adieu.ts';
import { lastingPort } from './lasting-port.ts';
import { follow } from './live-stream.ts';
import { idsOfMails, type Mail, newMailTo } from './mailbox.ts';
import { type Empty, startEmpty } from './product.ts';

const EVA = 'eva@fjord.example.test';
const COOKIE = '__Host-adieu';

let product: Empty;
let running: RunningBrowser;
let provider: OidcProvider;
let origin: string;

beforeAll(async () => {
  const port = await lastingPort();
  origin = `https://localhost:${port}`;
  provider = await startOidcProvider(`${origin}/sign-in/oidc/callback`);
  [product, running] = await Promise.all([
    startEmpty({
      API_PORT: port,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: 'Fjord Konto',
    }),
    launchBrowser(),
  ]);
  const who = ['--organisation', 'Fjord', '--sender-address', 'news@fjord.example.test'];
  const member = ['--member-name', 'Eva', '--member-address', EVA];
  await adieu(['init', ...who, ...member, '--data', product.data]);
}, 150_000);
afterAll(async () => {
  await running?.close();
  await product?.stop();
  await provider?.close();
});

const browser = async (scripts = false): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await running.browser.newContext({
    ignoreHTTPSErrors: true,
    javaScriptEnabled: scripts,
    locale: 'en-GB',
  });
  return { context, page: await context.newPage() };
};

/** The link of a mail that lets somebody in. */
function wayIn(mail: Mail): string {
  const link = /https:\/\/localhost:\d+\/[is]\/[\w-]+/.exec(mail.parsed.text ?? '');
  if (link === null) throw new Error(`no way in: ${mail.parsed.text}`);
  return link[0];
}

async function signInByMail(page: Page): Promise<void> {
  const before = await idsOfMails(product.endpoints);
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Your e-mail address').fill(EVA);
  await page.getByRole('button', { name: 'Send me the e-mail' }).click();
  await page.goto(wayIn(await newMailTo(product.endpoints, EVA, before)));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${origin}/members`);
}

const session = async (context: BrowserContext): Promise<string> =>
  (await context.cookies()).find(({ name }) => name === COOKIE)!.value;

describe('a member in a real browser', () => {
  let first: { context: BrowserContext; page: Page };
  let second: { context: BrowserContext; page: Page };

  it('accepts the invitation of the beginning by one button, and is in (P6)', async () => {
    first = await browser();
    const mail = await newMailTo(product.endpoints, EVA, new Set());
    expect(mail.parsed.text).toContain('Fjord invites you');
    await first.page.goto(wayIn(mail));
    await first.page.getByRole('button', { name: 'Accept the invitation' }).click();
    await first.page.waitForURL(`${origin}/members`);
    expect(await first.page.locator('h1').innerText()).toBe('Eva');
  });

  it('signs in by a mail elsewhere, sees both browsers, and ends the other: it is dead at its next request, and its stream ends (P6)', async () => {
    second = await browser();
    await signInByMail(second.page);
    const stream = await follow(
      product.endpoints.graphql,
      `Session ${await session(second.context)}`,
    );
    await first.page.reload();
    expect(await first.page.locator('.topics-off li').count()).toBe(2);
    await first.page.getByRole('button', { name: /^End (?!all)/ }).click();
    await expect.poll(() => first.page.locator('.topics-off li').count()).toBe(1);
    await second.page.goto(`${origin}/members`);
    expect(second.page.url()).toBe(`${origin}/sign-in`);
    expect(await stream.ended).toContain('UNAUTHENTICATED');
  });

  it('signs in by the provider’s button, and signs out (P6)', async () => {
    provider.person = { sub: 'eva', email: EVA, email_verified: true };
    const { page, context } = await browser();
    await page.goto(`${origin}/sign-in`);
    await page.getByRole('link', { name: 'Sign in with Fjord Konto' }).click();
    await page.waitForURL(`${origin}/members`);
    const held = await session(context);
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.locator('h1').innerText()).toBe('Signed out');
    await expect(follow(product.endpoints.graphql, `Session ${held}`)).rejects.toThrow(/401/);
    await page.goto(`${origin}/members`);
    expect(page.url()).toBe(`${origin}/sign-in`);
  });

  it('who cancels there, or is nobody here, is told so and not let in', async () => {
    const { page } = await browser();
    for (const [person, says] of [
      [null, 'did not work'],
      [{ sub: 'x', email: 'x@fjord.example.test', email_verified: true }, 'belongs to no member'],
    ] as const) {
      provider.person = person;
      await page.goto(`${origin}/sign-in`);
      await page.getByRole('link', { name: 'Sign in with Fjord Konto' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain(says);
      await page.goto(`${origin}/members`);
      expect(page.url()).toBe(`${origin}/sign-in`);
    }
  });
});

it('a stream that a key opened ends when the key is revoked; the key opens no other (Q-8)', async () => {
  const { data, endpoints } = product;
  const create = ['keys', 'create', '--name', 'desk', '--role', 'REVIEWER', '--data', data];
  const { stdout, stderr } = await runAdieu(create);
  const key = stdout.trim();
  const [id] = /key_\w+/.exec(stderr)!;
  const stream = await follow(endpoints.graphql, `Bearer ${key}`);
  expect(await adieu(['keys', 'revoke', id, '--data', data])).toContain('opens nothing any more');
  expect(await stream.ended).toContain('UNAUTHENTICATED');
  await expect(follow(endpoints.graphql, `Bearer ${key}`)).rejects.toThrow(/401/);
});
