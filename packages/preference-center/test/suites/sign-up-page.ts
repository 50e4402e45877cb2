import { beforeEach, describe, expect, it } from 'vitest';
import { BRAND, FORM, SIGN_UP_FORM } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

const FIELDS = [
  ['language', 'en'],
  ['shown', SIGN_UP_FORM.shown],
  ['address', ' anna@example.test '],
  ['website', ''],
] as const;

describe('the page of a sign-up form', () => {
  beforeEach(() => {
    site.api.answers['SignUp'] = { signUp: { __typename: 'SignUpAsked' } };
  });

  it('asks for one thing, shows what is agreed to, and says that a mail comes first (D-1, D-2)', async () => {
    const { html, status } = await open(`/f/${FORM}`);
    expect(status).toBe(200);
    expect(html).toContain('News &amp; &lt;offers&gt;</h1>');
    expect(html).toContain(`<blockquote>${SIGN_UP_FORM.declaration}</blockquote>`);
    expect(html).toContain('Messages begin once you’ve confirmed there');
    expect(buttons(html)).toEqual(['Sign me up']);
    const fields = [...html.matchAll(/<input[^>]* name="(\w+)"/g)].map(([, name]) => name);
    expect(fields).toEqual(['language', 'shown', 'address', 'website']);
    expect(html).not.toMatch(/<script|checked/);
  });

  it('passes the post on with where it came from, and answers the same whoever it is (D-6, D-8)', async () => {
    const { status, response } = await post(`/f/${FORM}`, FIELDS);
    expect([status, response.headers.get('location')]).toEqual([
      303,
      `/f/${FORM}?done=asked&lang=en`,
    ]);
    expect(site.api.mutations().map(({ variables }) => variables.input)).toEqual([
      {
        formId: FORM,
        address: 'anna@example.test',
        language: 'en',
        shown: SIGN_UP_FORM.shown,
        honeypot: '',
        formUrl: `https://leave.example.test/f/${FORM}`,
        origin: '203.0.113.9',
        userAgent: 'Lynx',
      },
    ]);
    const { html } = await open(response.headers.get('location')!);
    expect(html).toMatch(/<h1 tabindex="-1" autofocus="">Check your inbox<\/h1>/i);
    expect(html).not.toContain('anna');
  });

  it('goes to the account’s own page afterwards, where the form names one', async () => {
    const origins = ['https://shop.example.test'];
    const redirectUrl = 'https://shop.example.test/thanks';
    site.api.answers['SignUpFormView'] = {
      signUpFormView: { ...SIGN_UP_FORM, origins, redirectUrl },
    };
    const { response } = await post(`/f/${FORM}`, FIELDS);
    expect(response.headers.get('location')).toBe(redirectUrl);
  });

  it('keeps what was typed beside what is wrong with it', async () => {
    site.api.answers['SignUp'] = {
      signUp: { __typename: 'InvalidInput', code: 'INVALID_INPUT', field: 'address' },
    };
    const typed = '"><b>anna';
    const { status, html } = await post(`/f/${FORM}`, [['address', typed], ...FIELDS.slice(0, 2)]);
    expect(status).toBe(422);
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;anna"');
    expect(html).toMatch(/aria-invalid="true" aria-describedby="address-error"/);
    expect(html).toContain('This isn’t an e-mail address.');
  });

  it('is shown again where it had become outdated, with the address kept', async () => {
    site.api.answers['SignUp'] = {
      signUp: { __typename: 'InvalidInput', code: 'PAGE_OUTDATED', field: 'shown' },
    };
    const { status, html } = await post(`/f/${FORM}`, FIELDS);
    expect(status).toBe(422);
    expect(html).toContain('value="anna@example.test"');
    expect(html).toContain('This page was out of date.');
  });

  it('may stand in a frame of the form’s own origins, and of nobody else’s', async () => {
    const policy = async () =>
      (await open(`/f/${FORM}`)).response.headers.get('content-security-policy');
    expect(await policy()).toContain("form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    const origins = ['https://shop.example.test', 'https://www.example.test'];
    site.api.answers['SignUpFormView'] = {
      signUpFormView: { ...SIGN_UP_FORM, origins, brand: BRAND },
    };
    const own = origins.join(' ');
    expect(await policy()).toContain(`frame-ancestors ${own}`);
    expect(await policy()).toContain(`form-action 'self' ${own};`);
    site.api.answers['SignUp'] = {
      signUp: { __typename: 'InvalidInput', code: 'INVALID_INPUT', field: 'address' },
    };
    const wrong = await post(`/f/${FORM}`, FIELDS);
    expect(wrong.response.headers.get('content-security-policy')).toContain(
      `frame-ancestors ${own}`,
    );
  });

  it('speaks the languages of the form alone, each a link away (P-11)', async () => {
    const swedish = (await open(`/f/${FORM}?lang=sv`)).html;
    expect(swedish).toContain('<html lang="sv">');
    expect(swedish).toContain('Anmäl mig');
    expect(swedish).toMatch(/<a href="[^"]*lang=en" lang="en" hrefLang="en">English<\/a>/);
    const german = await open(`/f/${FORM}?lang=de`, { headers: { 'accept-language': 'de' } });
    expect(german.html).toMatch(/<html lang="(?:en|sv)">/);
  });

  it('is not there where the form is closed or none, and posts nothing then', async () => {
    site.api.answers['SignUpFormView'] = { signUpFormView: null };
    for (const path of [`/f/${FORM}`, '/f/other', '/f/form_%00'])
      expect((await open(path)).status).toBe(404);
    // Who is new never had a message, nor its button.
    expect((await open(`/f/${FORM}`)).html).toContain('This form no longer exists');
    expect((await post(`/f/${FORM}`, FIELDS)).status).toBe(404);
    expect(site.api.mutations()).toEqual([]);
  });

  it('offers the same post again where the API gave no answer', async () => {
    site.api.answers['SignUp'] = 'hang up';
    const { status, html } = await post(`/f/${FORM}`, FIELDS);
    expect(status).toBe(503);
    expect(html).toContain(`action="/f/${FORM}"`);
    expect(html).toContain('value=" anna@example.test "');
  });
});
