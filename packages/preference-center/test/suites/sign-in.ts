import { beforeEach, describe, expect, it } from 'vitest';
import { REVIEW } from '../review-samples.ts';
import { buttons, open, post, site } from '../site.ts';

const SESSION = 's'.repeat(43);

describe('signing in', () => {
  beforeEach(() => {
    site.api.answers['SignInWays'] = { signInProvider: null, me: null };
    site.api.answers['AskToSignIn'] = { askToSignIn: { __typename: 'SignInAsked' } };
    site.api.answers['SignInLink'] = {
      signInLink: {
        memberName: 'Eva Lind',
        organisationName: 'Fjordkraft Kooperativ',
        language: 'sv',
        expiresAt: '2026-11-24T10:47:00Z',
      },
    };
    site.api.answers['SignIn'] = { signIn: { __typename: 'SignedIn', session: SESSION } };
  });

  it('is one field and one button, answered with 303, and with the visitor’s origin for its limits', async () => {
    const { html } = await open('/sign-in');
    expect(html.match(/<input /g)).toHaveLength(1);
    expect(buttons(html)).toEqual(['Send me the e-mail']);
    const { status, response } = await post('/sign-in', [['email', 'eva@nordlys.example.test']]);
    expect([status, response.headers.get('location')]).toEqual([303, '/sign-in?done=asked']);
    expect(site.api.mutations().map(({ variables }) => variables)).toEqual([
      { input: { email: 'eva@nordlys.example.test', origin: '203.0.113.9' } },
    ]);
    expect((await open('/sign-in?done=asked')).html).toContain(
      'If this address belongs to a member',
    );
    expect(site.server.log()).not.toContain('eva@');
  });

  it('says beside the field what is no address, and keeps it', async () => {
    site.api.answers['AskToSignIn'] = { askToSignIn: { __typename: 'InvalidInput' } };
    const { status, html } = await post('/sign-in', [['email', 'eva<at>']]);
    expect(status).toBe(422);
    expect(html).toContain('id="email-error"');
    expect(html).toContain('value="eva&lt;at&gt;"');
  });

  it('goes on by the mailed link, inert until its button is pressed', async () => {
    const { html } = await open(`/s/${REVIEW}`);
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('Eva Lind');
    await open(`/s/${REVIEW}`, { method: 'HEAD' });
    await post(`/s/${REVIEW}`, []);
    expect(site.api.mutations()).toEqual([]);
    const { response } = await post(`/s/${REVIEW}`, [['intent', 'enter']]);
    expect(response.headers.get('location')).toBe('/members');
    expect(response.headers.get('set-cookie')).toBe(
      `__Host-adieu=${SESSION}; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax`,
    );
    expect(site.api.mutations().at(-1)!.variables.input).toMatchObject({ userAgent: 'Lynx' });
    expect(site.server.log()).not.toContain(SESSION);
  });

  it('offers the same again while the API is away', async () => {
    site.api.answers['SignIn'] = 'hang up';
    const { status, html } = await post(`/s/${REVIEW}`, [['intent', 'enter']]);
    expect([status, buttons(html)]).toEqual([503, ['Send again']]);
    site.api.answers['AskToSignIn'] = 'hang up';
    expect((await post('/sign-in', [['email', 'eva@nordlys.example.test']])).status).toBe(503);
  });
});
