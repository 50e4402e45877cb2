import { beforeEach, describe, expect, it } from 'vitest';
import { INVITATION, ME } from '../member-samples.ts';
import { REVIEW } from '../review-samples.ts';
import { buttons, open, post, site } from '../site.ts';

const SESSION = 's'.repeat(43);
const signedIn = { cookie: `other=1; __Host-adieu=${SESSION}` };
const FOREIGN = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };

describe('a member’s own page (P6)', () => {
  beforeEach(() => {
    site.api.answers['Me'] = { me: ME };
    site.api.answers['SignInWays'] = { signInProvider: null, me: { name: ME.name } };
    site.api.answers['OpenReview'] = { openReview: { __typename: 'ReviewOpened', token: REVIEW } };
    site.api.answers['EndSessions'] = { endSessions: { __typename: 'SessionsEnded' } };
    site.api.answers['SignOut'] = { signOut: { __typename: 'SignedOut' } };
    site.api.answers['Invitation'] = { invitation: INVITATION };
    site.api.answers['AcceptInvitation'] = {
      acceptInvitation: { __typename: 'SignedIn', session: SESSION },
    };
  });

  it('is asked for in the name of the cookie’s session, and says who they are and where they are signed in', async () => {
    const { html } = await open('/members', { headers: signedIn });
    expect(site.api.calls.at(-1)!.headers.authorization).toBe(`Session ${SESSION}`);
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('Firefox · Linux');
    expect(buttons(html)).toEqual([
      'Till avregistreringarna',
      'Logga ut',
      'Logga ut alla andra',
      'Logga ut',
    ]);
    expect(site.api.mutations()).toEqual([]);
  });

  it('leads to signing in where there is no session, and signing in leads here where there is', async () => {
    site.api.answers['Me'] = { me: null };
    const none = await open('/members');
    expect([none.status, none.response.headers.get('location')]).toEqual([302, '/sign-in']);
    expect(site.api.calls.at(-1)!.headers.authorization).toBeUndefined();
    for (const path of ['/sign-in', '/review'])
      expect((await open(path, { headers: signedIn })).response.headers.get('location')).toBe(
        '/members',
      );
  });

  it('opens the review, ends one session or all others, and signs out, each by a button', async () => {
    const press = (name: string, value: string) => post('/members', [[name, value]], signedIn);
    expect((await press('intent', 'review')).response.headers.get('location')).toBe(
      `/review/${REVIEW}`,
    );
    await press('session', 'session_2');
    await press('intent', 'endOthers');
    const inputs = site.api.calls.filter(({ operationName }) => operationName === 'EndSessions');
    expect(inputs.map(({ variables }) => variables.input)).toEqual([{ id: 'session_2' }, {}]);
    const out = await press('intent', 'signOut');
    expect(out.response.headers.get('set-cookie')).toMatch(
      /^__Host-adieu=; Path=\/; Max-Age=0; Secure/,
    );
    expect((await press('intent', 'constructor')).status).toBe(400);
  });

  it('and all that members post does nothing for a form of another site', async () => {
    const forms = [
      ['/members', 'intent', 'signOut'],
      ['/sign-in', 'email', 'eva@nordlys.example.test'],
      [`/s/${REVIEW}`, 'intent', 'enter'],
      [`/i/${REVIEW}`, 'intent', 'enter'],
      [`/review/${REVIEW}`, 'intent', 'signOut'],
    ] as const;
    for (const [path, name, value] of forms)
      expect((await post(path, [[name, value]], { ...signedIn, ...FOREIGN })).status).not.toBe(303);
    expect(site.api.mutations()).toEqual([]);
  });

  it('may not be shown in a frame, loads nothing and is kept by no cache', async () => {
    const { response } = await open('/members', { headers: signedIn });
    expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is reached by an invitation, inert until its button is pressed', async () => {
    const { html } = await open(`/i/${REVIEW}`);
    expect(html).toContain('Olof Palmgren-Østergaard');
    expect(buttons(html)).toEqual(['Tacka ja till inbjudan']);
    await open(`/i/${REVIEW}`, { method: 'HEAD' });
    await post(`/i/${REVIEW}`, []);
    expect(site.api.mutations()).toEqual([]);
    const { response } = await post(`/i/${REVIEW}`, [['intent', 'enter']]);
    expect(response.headers.get('location')).toBe('/members');
    expect(response.headers.get('set-cookie')).toContain(SESSION);
    site.api.answers['Invitation'] = { invitation: null };
    site.api.answers['SignInWays'] = { signInProvider: null, me: null };
    expect((await open(`/i/${REVIEW}`)).status).toBe(404);
  });
});
