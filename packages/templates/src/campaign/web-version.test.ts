import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { compileCampaign } from './compile-campaign.ts';
import { renderMessage } from './render-message.ts';
import type { CampaignSource } from './source.ts';

const webVersionUrl = 'https://leave.example.test/m/AbC-_123';
const values = {
  language: 'en',
  fields: {},
  organisation: 'Nordlys',
  account: 'Shop',
  unsubscribeUrl: 'https://leave.example.test/u/AbC-_123',
  webVersionUrl,
};

async function render(more: Partial<CampaignSource>, language = 'en') {
  const result = await compileCampaign({
    subject: { en: 'Spring' },
    mjml: {},
    defaultLanguage: 'en',
    ...more,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return renderMessage(result.campaign, { ...values, language });
}

describe('the link to a mail’s web version (P9)', () => {
  it.each(LANGUAGES)(
    'is words in the reader’s language, in HTML and text: %s',
    async (language) => {
      const { html, text } = await render({ html: { en: '<p>{{ web_version }}</p>' } }, language);
      const [, spoken, words] = new RegExp(
        `<a href="${webVersionUrl}" lang="([a-z]+)"[^>]*>([^<]+)</a>`,
      ).exec(html)!;
      expect(spoken).toBe(language);
      expect(text).toContain(`${words} <${webVersionUrl}>`);
    },
  );

  it('speaks each language in words of its own', async () => {
    const spoken = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { text } = await render({ html: { en: '<p>{{ web_version }}</p>' } }, language);
        return text.split('\n').find((line) => line.includes(webVersionUrl));
      }),
    );
    expect(new Set(spoken).size).toBe(LANGUAGES.length);
  });

  it('stands in MJML, in a text of one’s own, and as an address behind words of one’s own', async () => {
    const mjml =
      '<mjml><mj-body><mj-section><mj-column><mj-text><a href="{{ web_version_url }}">See it</a></mj-text></mj-column></mj-section></mj-body></mjml>';
    const { html, text } = await render({
      mjml: { en: mjml },
      text: { en: 'Hello. {{ web_version }}' },
    });
    expect(html).toContain(`<a href="${webVersionUrl}">See it</a>`);
    expect(text).toContain(`Hello. Read in a browser <${webVersionUrl}>`);
  });

  it('is no way out: that is still put first', async () => {
    const { html } = await render({ html: { en: '<p>{{ web_version }}</p>' } });
    expect(html.indexOf('UNSUBSCRIBE')).toBeGreaterThan(-1);
    expect(html.indexOf('UNSUBSCRIBE')).toBeLessThan(html.indexOf('Read in a browser'));
  });

  it('is refused as a whole link within an attribute', async () => {
    const result = await compileCampaign({
      subject: { en: 'Spring' },
      mjml: {},
      html: { en: '<a href="{{ web_version }}">See</a>' },
      defaultLanguage: 'en',
    });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('{{ web_version_url }}') }],
    });
  });
});
