import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  BRAND,
  DOUBLE_OPT_IN,
  LINK,
  newsletter,
  optOut,
  PERSONAL_DATA,
  RETURN_LINK,
  staffInformation,
} from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

const branded = (changes: Parameters<typeof newsletter>[0] = {}) =>
  newsletter({ brand: BRAND, ...changes });
const mainOf = (html: string): string => /<main>.*<\/main>/s.exec(html)![0];
const LOGO_PATH = `/logo/${BRAND.logo!.id}`;

describe('a page with a brand', () => {
  it('shows name, logo, imprint and the account’s own words as the texts that they are', async () => {
    site.api.answers['Preferences'] = branded();
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('<title>Unsubscribe · Fjord &lt;b&gt;&amp;&lt;/b&gt; Kraft</title>');
    expect(html).toContain(
      `<header><img src="${LOGO_PATH}" alt="Two &quot;waves&quot;" width="240" height="80"/><span>Fjord &lt;b&gt;&amp;&lt;/b&gt; Kraft</span></header>`,
    );
    expect(html).toContain('<p>Power from &lt;i&gt;water&lt;/i&gt;.</p>');
    expect(html).toContain(
      '<footer><p>Fjordkraft Kooperativ</p><address>Fjordkraft AS\nBryggen 1\n5003 &lt;Bergen&gt;\n+47 55 00 00 00</address>',
    );
    expect(html).toContain(
      '<a href="https://fjordkraft.example.test/about?a=1&amp;b=2" rel="noreferrer">Legal notice</a>',
    );
    expect(html).toContain(':root{--ground:#f1ecff;');
  });

  it('leaves the way out as it is: the same buttons by the same names in the same order, and its words below (C9, P-1, P-2)', async () => {
    const plain = (await open(`/u/${LINK}`)).html;
    site.api.answers['Preferences'] = branded();
    const { html } = await open(`/u/${LINK}`);
    expect(buttons(html)).toEqual(buttons(plain));
    const words = '<p>Power from &lt;i&gt;water&lt;/i&gt;.</p>';
    expect(mainOf(html).replace(words, '')).toBe(mainOf(plain));
    expect(html.indexOf(words)).toBeGreaterThan(html.indexOf('Stop all marketing from Fjordkraft'));
    expect(mainOf(html)).not.toMatch(/<img|<h1[^>]*>Fjord/);
  });

  it.each([
    ['staff information', () => staffInformation({ brand: BRAND }), `/u/${LINK}`],
    ['second visit', () => branded({ allMarketing: optOut(), mayReturn: true }), `/u/${LINK}`],
    ['done', () => branded({ allMarketing: optOut() }), `/u/${LINK}?done=left`],
    ['message caused by oneself', () => branded({ purpose: 'TRANSACTIONAL' }), `/u/${LINK}`],
  ])(
    'has it in every state, and weighs no more than 10 kB compressed: %s',
    async (_state, answer, path) => {
      site.api.answers['Preferences'] = answer();
      const { html } = await open(path);
      expect(html).toContain(LOGO_PATH);
      expect(html).toContain('5003 &lt;Bergen&gt;');
      expect(gzipSync(html).byteLength).toBeLessThan(10_000);
    },
  );

  it('has it on the pages of confirmation and of one’s own data, before and after', async () => {
    site.api.answers['DoubleOptIn'] = { doubleOptIn: { ...DOUBLE_OPT_IN, brand: BRAND } };
    site.api.answers['ConfirmDoubleOptIn'] = { confirmDoubleOptIn: { __typename: 'Superseded' } };
    site.api.answers['PersonalData'] = { personalData: { ...PERSONAL_DATA, brand: BRAND } };
    site.api.answers['EraseMe'] = { eraseMe: { __typename: 'Erased' } };
    const answers = [
      await open(`/o/${RETURN_LINK}`),
      await post(`/o/${RETURN_LINK}`, [['intent', 'confirm']]),
      await open(`/d/${RETURN_LINK}`),
      await post(`/d/${RETURN_LINK}`, [['intent', 'erase']]),
    ];
    for (const { status, html, response } of answers) {
      expect(status).toBe(200);
      expect(html).toContain(LOGO_PATH);
      expect(response.headers.get('content-security-policy')).toContain("img-src 'self' data:");
    }
  });

  it('says goodbye once they have left, in the reader’s language or not at all', async () => {
    const left = { allMarketing: optOut() };
    const page = async (more: object, path: string) => {
      site.api.answers['Preferences'] = branded({ ...left, ...more });
      return (await open(path)).html;
    };
    const goodbye = '<p>Thank you &amp; goodbye.</p>';
    expect(await page({}, `/u/${LINK}?done=left`)).toContain(goodbye);
    expect(await page({}, `/u/${LINK}`)).not.toContain(goodbye);
    expect(await page({ language: 'cs' }, `/u/${LINK}?done=left`)).not.toContain(goodbye);
  });

  it('lets through its two stylesheets and pictures from here, and nothing else (P-8)', async () => {
    site.api.answers['Preferences'] = branded();
    const { html, response } = await open(`/u/${LINK}`);
    const sheets = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
      ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
    );
    expect(sheets).toHaveLength(2);
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src ${sheets.join(' ')}; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(html).not.toMatch(/<script|\son\w+=|style=|@import|url\(/);
    expect([...html.matchAll(/src="([^"]*)"/g)].map(([, src]) => src)).toEqual([LOGO_PATH]);
  });

  it('keeps the page’s own colours where the API sends what is none', async () => {
    const light = { ...BRAND.light!, text: '#000000}</style><script>alert(1)</script>' };
    site.api.answers['Preferences'] = branded({ brand: { ...BRAND, light, dark: null } });
    const { html } = await open(`/u/${LINK}`);
    expect(html).not.toContain('alert');
    expect(html.match(/<style>/g)).toHaveLength(1);
  });

  it('names the reasons of another language as being in it (X-1)', async () => {
    const reasons = [
      { id: 'r1', text: 'För dyrt', language: 'sv' },
      { id: 'r2', text: 'Too dear', language: 'en' },
    ];
    site.api.answers['Preferences'] = branded({ allMarketing: optOut(), reasons });
    const { html } = await open(`/u/${LINK}?done=left`);
    expect(html).toContain('<span lang="sv">För dyrt</span>');
    expect(html).toContain('<span>Too dear</span>');
    expect(/<fieldset>.*?<\/fieldset>/s.exec(html)![0]).not.toContain('checked');
  });
});

describe('a logo', () => {
  it('is served from here under its hash, to be kept for good, and says nothing of a page', async () => {
    const content = Buffer.from('picture');
    site.api.answers['BrandImage'] = {
      brandImage: { mediaType: 'image/png', content: content.toString('base64') },
    };
    const { response, status, html } = await open(LOGO_PATH);
    expect([status, html]).toEqual([200, 'picture']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'/),
    });
    expect(site.api.calls.map(({ variables }) => variables)).toEqual([{ id: BRAND.logo!.id }]);
  });

  it('is not there, or away, without a page and without being kept', async () => {
    site.api.answers['BrandImage'] = { brandImage: null };
    const answers = [
      await open(LOGO_PATH),
      await open('/logo/nothing'),
      await open(`/logo/${'AB'.repeat(32)}`),
    ];
    site.api.answers['BrandImage'] = 'errors';
    answers.push(await open(LOGO_PATH));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 503]);
    for (const { response, html } of answers)
      expect([html, response.headers.get('cache-control')]).toEqual(['', 'no-store']);
  });
});
