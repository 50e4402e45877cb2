import { describe, expect, it } from 'vitest';
import { composeTexts } from './compose.ts';
import type { CampaignDefinition, MailDefinition } from './definition.ts';

const SPRING: MailDefinition = {
  name: 'Spring',
  audience: { addressBook: 'Newsletter', fields: ['first_name'] },
  subject: { sv: 'Våren', en: ({ contact }) => `Spring, ${contact('first_name', 'friend')}` },
  template: ({ language, contact }) => <p lang={language}>{contact('first_name')}</p>,
};

describe('the texts of a campaign', () => {
  it('are one body for each language of its subject, made of one template', async () => {
    const { subject, html, mjml } = await composeTexts(SPRING);
    expect(subject).toEqual([
      { language: 'en', text: "Spring, {{ contact.first_name | default: 'friend' }}" },
      { language: 'sv', text: 'Våren' },
    ]);
    expect(mjml).toEqual([]);
    expect(html?.map(({ language }) => language)).toEqual(['en', 'sv']);
    expect(html?.[1]?.text).toContain('<p lang="sv">{{ contact.first_name }}</p>');
  });

  it('may be MJML in one language and react-email in another', async () => {
    const { html, mjml } = await composeTexts({
      ...SPRING,
      template: { en: '<mjml></mjml>', sv: <p>Hej</p> },
    });
    expect(mjml).toEqual([{ language: 'en', text: '<mjml></mjml>' }]);
    expect(html?.map(({ language }) => language)).toEqual(['sv']);
  });

  it('are the same each time, however the languages are listed: a repeat is known by them', async () => {
    const { subject, ...rest } = SPRING;
    const turned = { ...rest, subject: Object.fromEntries(Object.entries(subject).toReversed()) };
    expect(JSON.stringify(await composeTexts(turned))).toBe(
      JSON.stringify(await composeTexts(SPRING)),
    );
  });

  it('carry text part, partials, header and identity only where they are given', async () => {
    expect(Object.keys(await composeTexts(SPRING))).toEqual(['name', 'subject', 'mjml', 'html']);
    const whole = await composeTexts({
      ...SPRING,
      text: { en: ({ unsubscribeUrl }) => `Leave: ${unsubscribeUrl}` },
      partials: { when: { en: 'Saturday', sv: <b>Lördag</b> } },
      header: 'PLACED',
      identity: { postalAddress: 'Hamngatan 1' },
    });
    expect(whole).toMatchObject({
      text: [{ language: 'en', text: 'Leave: {{ unsubscribe_url }}' }],
      header: 'PLACED',
      identity: { postalAddress: 'Hamngatan 1' },
    });
    expect(whole.partials?.[0]?.texts.map(({ text }) => text)[0]).toBe('Saturday');
  });

  it('of an SMS are its text alone, with the way out where it was placed', async () => {
    const members: CampaignDefinition = {
      channel: 'SMS',
      name: 'Members',
      audience: SPRING.audience,
      text: { sv: 'Hej', en: ({ contact, optOut }) => `Hi ${contact('first_name')}. ${optOut}` },
    };
    expect(await composeTexts(members)).toEqual({
      channel: 'SMS',
      name: 'Members',
      text: [
        { language: 'en', text: 'Hi {{ contact.first_name }}. {{ opt_out }}' },
        { language: 'sv', text: 'Hej' },
      ],
    });
    await expect(composeTexts({ ...members, text: {} })).rejects.toMatchObject({
      code: 'NO_LANGUAGE',
      message: expect.stringContaining('give a text'),
    });
  });

  it.each([
    ['no language at all', { subject: {} }, 'NO_LANGUAGE'],
    ['a subject without a template', { template: { en: '<p>Hi</p>' } }, 'NO_TEMPLATE'],
  ])('with %s are refused, and what to do is said', async (_, change, code) => {
    await expect(composeTexts({ ...SPRING, ...change })).rejects.toMatchObject({
      code,
      message: expect.stringContaining('Spring: '),
    });
  });
});
