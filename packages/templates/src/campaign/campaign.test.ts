import { LANGUAGES } from '@adieu/domain';
import { CAMPAIGN_MESSAGES } from '@adieu/messages';
import { describe, expect, it } from 'vitest';
import { compileCampaign } from './compile-campaign.ts';
import { renderMessage } from './render-message.ts';
import type { CampaignSource } from './source.ts';

const body = (text: string): string =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const source = (more: Partial<CampaignSource> = {}): CampaignSource => ({
  subject: { en: 'Spring, {{ contact.first_name }}', sv: 'Vår, {{ contact.first_name }}' },
  mjml: {
    en: body('Hello {{ contact.first_name | default: "friend" }}'),
    sv: body('Hej {{ contact.first_name }}'),
  },
  defaultLanguage: 'en',
  ...more,
});
const values = {
  language: 'en',
  fields: { first_name: 'Anna' },
  organisation: 'Nordlys',
  account: 'Shop',
  unsubscribeUrl: 'https://leave.example.test/u/AbC-_123',
  webVersionUrl: 'https://leave.example.test/m/AbC-_123',
};

async function compiled(more: Partial<CampaignSource> = {}) {
  const result = await compileCampaign(source(more));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.campaign;
}

describe('a campaign without a way out of its own', () => {
  it.each(LANGUAGES)(
    'gets a visible one at the start of HTML and text, in %s (F1, C1, H-16, H-17)',
    async (language) => {
      const campaign = await compiled({
        subject: { [language]: 's' },
        mjml: { [language]: body('text of the mail') },
        defaultLanguage: language,
      });
      const mail = renderMessage(campaign, { ...values, language });
      const word = CAMPAIGN_MESSAGES[language].unsubscribe;
      expect(mail.html).toMatch(new RegExp(`<a href="${values.unsubscribeUrl}"[^>]*>${word}</a>`));
      expect(mail.html.indexOf(word)).toBeLessThan(mail.html.indexOf('text of the mail'));
      expect(mail.text.startsWith(`${word} <${values.unsubscribeUrl}>`)).toBe(true);
      expect(new Set(mail.html.match(/\blang="\w+"/g))).toEqual(new Set([`lang="${language}"`]));
      expect(mail.html).not.toMatch(/<link\b|@import/);
    },
  );
});

describe('a reader whose language the campaign does not speak', () => {
  it('finds the way out in their own language all the same (C1, H-16)', async () => {
    const mail = renderMessage(await compiled(), { ...values, language: 'de' });
    expect(mail.html).toMatch(/<html lang="en"/);
    expect(mail.html).toMatch(
      new RegExp(`<a href="${values.unsubscribeUrl}" lang="de"[^>]*>ABMELDEN</a>`),
    );
    expect(mail.text.startsWith(`ABMELDEN <${values.unsubscribeUrl}>`)).toBe(true);
  });
});

describe('a campaign with a way out of its own', () => {
  it('keeps it where the author put it, once (A4)', async () => {
    const mail = renderMessage(
      await compiled({ mjml: { en: body('Text. {{ unsubscribe }}') }, subject: { en: 's' } }),
      values,
    );
    expect(mail.html.split(values.unsubscribeUrl)).toHaveLength(2);
    expect(mail.html.indexOf('Text.')).toBeLessThan(mail.html.indexOf('UNSUBSCRIBE'));
  });

  it('is given one all the same where its link has nothing to press', async () => {
    const mail = renderMessage(
      await compiled({
        mjml: { en: body('<a href="{{ unsubscribe_url }}"> </a>') },
        subject: { en: 's' },
      }),
      values,
    );
    expect(mail.html).toContain('UNSUBSCRIBE');
  });
});

describe('merge fields', () => {
  it('are escaped in HTML, plain in text, and can not break the subject (H-10)', async () => {
    const name = `<b>"Åsa" & 'Bo'</b>\r\nBcc: x@example.test`;
    const mail = renderMessage(await compiled(), { ...values, fields: { first_name: name } });
    expect(mail.html).not.toContain('<b>"Åsa"');
    expect(mail.html).toContain('&lt;b&gt;&#34;Åsa&#34; &amp; &#39;Bo&#39;&lt;/b&gt;');
    expect(mail.text).toContain(`<b>"Åsa" & 'Bo'</b>`);
    expect(mail.subject).toBe(`Spring, <b>"Åsa" & 'Bo'</b> Bcc: x@example.test`);
  });

  it('fall back to their default, and the language to the campaign’s own', async () => {
    const campaign = await compiled({ subject: { en: 'Spring', sv: 'Vår' } });
    for (const fields of [{}, { first_name: '' }]) {
      expect(renderMessage(campaign, { ...values, fields }).html).toContain('Hello friend');
    }
    expect(renderMessage(campaign, { ...values, language: 'sv' }).html).toContain('Hej Anna');
    expect(renderMessage(campaign, { ...values, language: 'cs' }).html).toContain('Hello Anna');
    expect(renderMessage(campaign, { ...values, language: null }).html).toContain('Hello Anna');
  });
});

describe('a campaign that is wrong', () => {
  it.each([
    [
      'an unknown field',
      { mjml: { en: body('\n{{ first_name }}') }, subject: { en: 's' } },
      { part: 'mjml', line: 2, message: expect.stringContaining('contact.<column>') },
    ],
    [
      'an unknown filter',
      { subject: { en: '{{ contact.a | shout }}' }, mjml: { en: body('x') } },
      { part: 'subject', line: 1, message: expect.stringContaining('shout') },
    ],
    [
      'an open tag',
      { subject: { en: 's' }, mjml: { en: body('{% if contact.a %}') } },
      { part: 'mjml', message: expect.stringContaining('not closed') },
    ],
    [
      'an unknown element',
      { subject: { en: 's' }, mjml: { en: '<mjml><mj-body><mj-bogus /></mj-body></mjml>' } },
      { part: 'mjml', message: expect.stringContaining('mj-bogus') },
    ],
    [
      'no MJML at all',
      { subject: { en: 's' }, mjml: { en: 'just text' } },
      { part: 'mjml', message: expect.stringMatching(/MJML/i) },
    ],
    [
      'a subject without MJML',
      { subject: { en: 's', de: 's' }, mjml: { en: body('x') } },
      { language: 'de', part: 'mjml', message: expect.stringContaining('missing') },
    ],
    [
      'an unknown language',
      { subject: { xx: 's' }, mjml: { xx: body('x') } },
      { language: 'xx', message: expect.stringContaining('sv, cs, de, da, en') },
    ],
    [
      'nothing',
      { subject: {}, mjml: {} },
      { message: expect.stringContaining('at least one language') },
    ],
  ] as const)('with %s is told where and what', async (_what, more, problem) => {
    const result = await compileCampaign(source(more));
    expect(result.ok).toBe(false);
    expect(result).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining(problem)]),
    });
  });
});
