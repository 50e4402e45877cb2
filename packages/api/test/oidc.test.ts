import { addMember, findMember, inviteMember } from '@adieu/db';
import type { MemberGrant } from '@adieu/domain';
import { type OidcProvider, startOidcProvider } from '@adieu/testkit/oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_INSTALLATION } from '../src/installation.ts';
import { countOf, type House, openHouse } from './house.ts';

const EMAIL = 'eva@nordlys.example.test';
const WORDS = { name: 'Eva Lind', language: 'sv', digestSeconds: 86_400 } as const;
const GRANTS: readonly MemberGrant[] = [{ right: 'REVIEWER', accountId: null }];
const { publicUrl } = LOCAL_INSTALLATION;

let house: House;
let provider: OidcProvider;
let eva: string;
beforeAll(async () => {
  provider = await startOidcProvider(`${publicUrl}/sign-in/oidc/callback`);
  const { issuer, clientId, clientSecret } = provider;
  house = await openHouse({ oidc: { issuer, clientId, clientSecret, name: 'Nordlys Konto' } });
});
afterAll(async () => {
  await house?.close();
  await provider?.close();
});
beforeEach(async () => {
  await house.test.db.sql.rows('DELETE FROM member');
  const { organisationId } = house.org;
  const added = await addMember(house.test.db.sql, { ...WORDS, email: EMAIL, organisationId });
  eva = 'memberId' in added ? added.memberId : '';
});

/** A browser: keeps cookies by host, follows redirects, and finds the public address at this house. */
class Browser {
  readonly #jar = new Map<string, Map<string, string>>();

  async get(path: string): Promise<Response> {
    const url = new URL(path, publicUrl);
    const jar = this.#jar.get(url.host) ?? new Map<string, string>();
    this.#jar.set(url.host, jar);
    const at = url.origin === publicUrl ? house.url + url.pathname + url.search : url.href;
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie, 'user-agent': 'Lynx' },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') jar.delete(name!);
      else jar.set(name!, value!);
    }
    return response;
  }

  /** Goes where it is sent, until that is a page of ours (which another process shows) or no redirect. */
  async follow(path: string): Promise<string> {
    let at = new URL(path, publicUrl).href;
    for (let hops = 0; hops < 20; hops += 1) {
      const url = new URL(at);
      if (url.origin === publicUrl && !url.pathname.startsWith('/sign-in/oidc'))
        return url.pathname + url.search;
      const to = (await this.get(at)).headers.get('location');
      if (to === null) return at;
      at = new URL(to, at).href;
    }
    throw new Error('it is sent round and round');
  }

  /** Until the provider sends it back: the address with the code, not yet opened. */
  async untilCode(): Promise<string> {
    let at = new URL('/sign-in/oidc', publicUrl).href;
    while (!new URL(at).searchParams.has('code'))
      at = new URL((await this.get(at)).headers.get('location')!, at).href;
    return at;
  }

  /** As whoever can write cookies of this browser would. */
  plant(name: string, value: string): void {
    this.#jar.get(new URL(publicUrl).host)!.set(name, value);
  }

  cookie(name: string): string | undefined {
    return this.#jar.get(new URL(publicUrl).host)?.get(name);
  }

  async me(): Promise<{ email: string } | null> {
    const session = this.cookie('__Host-adieu');
    const { data } = await house.ask<{ me: { email: string } | null }>(
      '{ me { email } }',
      {},
      session === undefined ? null : `Session ${session}`,
    );
    return data.me;
  }
}

const verified = (sub: string, email = EMAIL) => ({ sub, email, email_verified: true });

describe('signing in by an OpenID provider (P6)', () => {
  it('leads to the member’s page, signed in, and leaves nothing of the try behind', async () => {
    provider.person = verified('1');
    const browser = new Browser();
    expect(await browser.follow('/sign-in/oidc')).toBe('/members');
    expect(await browser.me()).toEqual({ email: EMAIL });
    expect(browser.cookie('__Host-adieu-oidc')).toBeUndefined();
    expect((await house.ask('{ signInProvider }', {}, null)).data).toEqual({
      signInProvider: 'Nordlys Konto',
    });
  });

  it('knows people by issuer and subject from then on, whatever address they have there', async () => {
    provider.person = verified('1');
    await new Browser().follow('/sign-in/oidc');
    provider.person = { sub: '1', email: 'moved@elsewhere.example.test', email_verified: true };
    const browser = new Browser();
    expect(await browser.follow('/sign-in/oidc')).toBe('/members');
    expect(await browser.me()).toEqual({ email: EMAIL });
  });

  it('takes nobody else for a member whose address they have been given since', async () => {
    provider.person = verified('1');
    await new Browser().follow('/sign-in/oidc');
    provider.person = verified('2');
    const browser = new Browser();
    expect(await browser.follow('/sign-in/oidc')).toBe('/sign-in?because=unknown');
    expect(await browser.me()).toBeNull();
  });

  it.each([
    [
      'an address that the provider did not verify',
      { sub: '3', email: EMAIL, email_verified: false },
    ],
    ['an address of which it does not say so', { sub: '4', email: EMAIL }],
    ['no address', { sub: '5' }],
    ['the address of nobody here', verified('6', 'nobody@nordlys.example.test')],
  ])('knows nobody by %s', async (_what, person) => {
    provider.person = person;
    const browser = new Browser();
    expect(await browser.follow('/sign-in/oidc')).toBe('/sign-in?because=unknown');
    expect([
      await countOf(house, 'member_session'),
      await countOf(house, 'member_identity'),
    ]).toEqual([0, 0]);
  });

  it('accepts an invitation that is in force, and none that is past', async () => {
    const email = 'olof@nordlys.example.test';
    const { organisationId } = house.org;
    const invited = {
      ...WORDS,
      email,
      organisationId,
      grants: GRANTS,
      invitedBy: 'Eva',
      now: house.now,
    };
    const made = await house.test.db.transaction((tx) => inviteMember(tx, invited));
    const id = 'memberId' in made ? made.memberId : '';
    provider.person = verified('7', email);
    const { now } = house;
    house.now = new Date(Number(now) + 7 * 86_400_000);
    expect(await new Browser().follow('/sign-in/oidc')).toBe('/sign-in?because=unknown');
    house.now = now;
    expect(await new Browser().follow('/sign-in/oidc')).toBe('/members');
    expect(await findMember(house.test.db.sql, organisationId, id)).toMatchObject({
      acceptedAt: now,
      invitationExpiresAt: null,
    });
  });

  it('opens nothing for a member who is not active', async () => {
    provider.person = verified('1');
    await new Browser().follow('/sign-in/oidc');
    await house.test.db.sql.rows('UPDATE member SET active = false WHERE id = $1', [eva]);
    expect(await new Browser().follow('/sign-in/oidc')).toBe('/sign-in?because=unknown');
  });

  it('does not work with a code or a state of another browser, nor a second time', async () => {
    provider.person = verified('8');
    const [victim, attacker] = [new Browser(), new Browser()];
    const code = await attacker.untilCode();
    const failed = '/sign-in?because=failed';
    expect(await victim.follow(code)).toBe(failed);
    await victim.untilCode();
    expect(await victim.follow(code)).toBe(failed);
    expect(await attacker.follow(code.replace(/state=[^&]*/, 'state=another'))).toBe(failed);
    expect([await victim.me(), await attacker.me()]).toEqual([null, null]);
    const own = await attacker.untilCode();
    expect(await attacker.follow(own)).toBe('/members');
    expect(await attacker.follow(own)).toBe(failed);
  });

  it.each([
    [
      'of another provider',
      (code: string) => code.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example.test'),
    ],
    ['that does not say of which provider', (code: string) => code.replace(/&?iss=[^&]*/, '')],
  ])('takes no answer %s: one may be mixed up with another', async (_what, change) => {
    provider.person = verified('1');
    const browser = new Browser();
    const code = await browser.untilCode();
    expect(change(code)).not.toBe(code);
    expect(await browser.follow(change(code))).toBe('/sign-in?because=failed');
    expect(await browser.me()).toBeNull();
  });

  it.each([
    ['nonce', 1],
    ['verifier', 2],
  ])('takes no answer whose %s is not that of this try', async (_what, place) => {
    provider.person = verified('1');
    const browser = new Browser();
    const code = await browser.untilCode();
    const parts = browser.cookie('__Host-adieu-oidc')!.split('.');
    parts[place] = 'x'.repeat(parts[place]!.length);
    browser.plant('__Host-adieu-oidc', parts.join('.'));
    expect(await browser.follow(code)).toBe('/sign-in?because=failed');
    expect(await browser.me()).toBeNull();
  });

  it('begins a session of its own, whatever session was put into the browser before', async () => {
    provider.person = verified('1');
    const browser = new Browser();
    const code = await browser.untilCode();
    const planted = 'p'.repeat(43);
    browser.plant('__Host-adieu', planted);
    expect(await browser.follow(code)).toBe('/members');
    expect(browser.cookie('__Host-adieu')).not.toBe(planted);
    expect(
      (await house.ask<{ me: null }>('{ me { name } }', {}, `Session ${planted}`)).data.me,
    ).toBeNull();
  });

  it('ends the session that the browser had', async () => {
    provider.person = verified('1');
    const browser = new Browser();
    await browser.follow('/sign-in/oidc');
    const first = browser.cookie('__Host-adieu')!;
    await browser.follow('/sign-in/oidc');
    expect(browser.cookie('__Host-adieu')).not.toBe(first);
    expect(
      (await house.ask<{ me: null }>('{ me { name } }', {}, `Session ${first}`)).data.me,
    ).toBeNull();
  });

  it('comes back without having signed in where they cancel at the provider', async () => {
    provider.person = null;
    expect(await new Browser().follow('/sign-in/oidc')).toBe('/sign-in?because=failed');
  });

  it('says that it did not work while the provider is away', async () => {
    const away = await openHouse({
      oidc: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: null, name: 'Away' },
    });
    const response = await fetch(`${away.url}/sign-in/oidc`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/sign-in?because=failed',
    ]);
    await away.close();
  });

  it('writes neither codes, addresses nor secrets into the log (O-13)', async () => {
    provider.person = verified('9');
    const browser = new Browser();
    const code = await browser.untilCode();
    await browser.follow(code);
    const secrets = [new URL(code).searchParams.get('code')!, browser.cookie('__Host-adieu')!];
    for (const text of [EMAIL, provider.clientSecret, ...secrets])
      expect(house.log()).not.toContain(text);
  });
});
