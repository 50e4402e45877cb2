import { LANGUAGES } from '@adieu/domain';
import { CAMPAIGN_MESSAGES } from '@adieu/messages';
import { describe, expect, it } from 'vitest';
import { compileCampaign } from '../campaign/compile-campaign.ts';
import type { CampaignSource } from '../campaign/source.ts';
import { lookedOver } from '../../test/looked-over.ts';
import { checkContent } from './check-content.ts';
import type { CheckContext } from './check-context.ts';
import type { Finding } from './finding.ts';

const context: CheckContext = {
  sender: { name: 'Nordlys', address: 'news@nordlys.se' },
  ownsSender: true,
  signedDomains: ['nordlys.se'],
  identityWanted: [],
  coverage: new Map([['en', { contacts: 10, lacking: new Map() }]]),
  knownFields: ['city', 'first_name', 'last_name'],
  audience: {
    total: 10,
    stopped: [],
    chosen: null,
    crossings: [],
    withoutConsent: 0,
  },
};
interface Look {
  readonly production: boolean;
  readonly hasTopic: boolean;
}
const TEXT = '<p>Hello, the light is back in our shop in Malmö.</p>';

async function check(
  source: Partial<CampaignSource>,
  { production = true, hasTopic = false, ...more }: Partial<CheckContext & Look> = {},
): Promise<Finding[]> {
  const result = await compileCampaign({
    subject: { en: 'Spring' },
    mjml: {},
    defaultLanguage: 'en',
    ...source,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return checkContent(lookedOver(result.campaign, { production, hasTopic }), {
    ...context,
    ...more,
  });
}
const html = (body: string, more: Partial<CampaignSource> = {}): Partial<CampaignSource> => ({
  html: { en: TEXT + body },
  ...more,
});
const codes = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, code }) => `${level} ${code}`);
const link = (href: string, text = 'Our spring collection'): string =>
  `<a href="${href}">${text}</a>`;

describe('slips that no mail client shows', () => {
  it('a field that nobody has is told, though it has a default', async () => {
    const source = html(
      '<p>{{ contact.frist_name | default: "du" }} {{ contact.city | default: "" }}</p>',
    );
    const lacking = new Map([
      ['frist_name', 10],
      ['city', 9],
    ]);
    const [finding, ...others] = await check(source, {
      coverage: new Map([['en', { contacts: 10, lacking }]]),
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      level: 'WARNING',
      code: 'FIELD_UNKNOWN',
      message: expect.stringContaining('“frist_name”'),
      fix: 'Did you mean “first_name”? Look at how the field is spelt, or leave it out.',
      place: { part: 'html', line: 1 },
    });
  });

  it('names the table that it means, and no other', async () => {
    const data = '<table><tr><th>A price</th></tr></table>';
    const layout = '<table><tr><td>A text</td></tr></table>';
    const [inHtml] = await check(html(`${data}\n${layout}`));
    expect(inHtml).toMatchObject({ code: 'TABLE_ROLE_MISSING', place: { line: 2, column: 1 } });
  });

  it.each([
    [html('<img src="https://nordlys.se/x.png" alt="A field" width="5000">'), 1],
    [
      html(
        '<img src="https://nordlys.se/x.png" alt="A field" style="max-width:100%; width: 5000px">',
      ),
      1,
    ],
    [html('<img src="https://nordlys.se/x.png" alt="A field" width="600" style="width:100%">'), 0],
    [
      {
        mjml: {
          en: '<mjml><mj-body><mj-section><mj-column><mj-text>Hello, the light is back in our shop in Malmö.</mj-text>\n<mj-image width="5000px" src="https://nordlys.se/x.png" alt="A field" /></mj-column></mj-section></mj-body></mjml>',
        },
      },
      2,
    ],
  ])('a picture of 5,000 pixels is told with its line: %#', async (source, line) => {
    const findings = await check(source);
    expect(findings.map(({ code, place }) => [code, place.line])).toEqual(
      line === 0 ? [] : [['IMAGE_TOO_LARGE', line]],
    );
  });
});

describe('a campaign that is right', () => {
  it('has no findings, as HTML and as MJML', async () => {
    const fine =
      link('https://nordlys.se/spring') + '<img src="https://nordlys.se/x.png" alt="A field">';
    expect(await check(html(fine))).toEqual([]);
    const mjml = `<mjml><mj-body><mj-section><mj-column><mj-text>Hello, the light is back in our shop in Malmö.</mj-text>
      <mj-image src="https://nordlys.se/x.png" alt="A field" /><mj-button href="https://nordlys.se/spring">See the collection</mj-button>
      <mj-text>{{ unsubscribe }} or {{ subscribe_again }}</mj-text></mj-column></mj-section></mj-body></mjml>`;
    expect(await check({ mjml: { en: mjml } })).toEqual([]);
  });
});

describe('preflight finds', () => {
  it.each([
    ['a link without encryption', html(link('http://nordlys.se/')), 'ERROR LINK_NOT_HTTPS'],
    ['a link by another scheme', html(link('ftp://nordlys.se/')), 'ERROR LINK_NOT_HTTPS'],
    ['a link that can not be read', html(link('https://')), 'ERROR LINK_UNREADABLE'],
    ['a link without a scheme', html(link('www.nordlys.se')), 'ERROR LINK_UNREADABLE'],
    ['an empty link', html(link('')), 'ERROR LINK_EMPTY'],
    ['a link to this machine', html(link('https://localhost:4000/')), 'ERROR LINK_NOT_PUBLIC'],
    [
      'a link under a condition',
      html(`{% if contact.a %}${link('http://nordlys.se')}{% endif %}`),
      'ERROR LINK_NOT_HTTPS',
    ],
    [
      'a link that says “here” (X-4)',
      html(link('https://nordlys.se', 'Click here »')),
      'WARNING LINK_TEXT_SAYS_NOTHING',
    ],
    [
      'a link without words',
      html(link('https://nordlys.se', '<img src="https://nordlys.se/x.png" alt=" ">')),
      'ERROR ALT_MISSING',
    ],
    ['an image without alt', html('<img src="https://nordlys.se/x.png">'), 'ERROR ALT_MISSING'],
    [
      'an image within the mail',
      html('<img alt="x" src="data:image/png;base64,AA">'),
      'ERROR IMAGE_NOT_BY_URL',
    ],
    [
      'an image without encryption',
      html('<img alt="x" src="http://nordlys.se/x.png">'),
      'ERROR LINK_NOT_HTTPS',
    ],
    [
      'a mail that is all image',
      { html: { en: '<img src="https://nordlys.se/x.png" alt="Spring sale">' } },
      'WARNING IMAGES_ONLY',
    ],
    ['a mail that Gmail cuts off', html(`<p>${'long '.repeat(21_000)}</p>`), 'WARNING TOO_LARGE'],
    ['a faint text', html('<p style="color:#999">A text</p>'), 'WARNING CONTRAST_LOW'],
    [
      'a layout table',
      html('<table><tr><td>A text</td></tr></table>'),
      'WARNING TABLE_ROLE_MISSING',
    ],
    [
      'no language',
      html('', { html: { en: `<html><head><title>x</title></head><body>${TEXT}</body></html>` } }),
      'WARNING LANGUAGE_MISSING',
    ],
    [
      'no title',
      html('', { html: { en: `<html lang="en"><head></head><body>${TEXT}</body></html>` } }),
      'WARNING TITLE_MISSING',
    ],
    [
      'a subject of a name alone',
      html('', { subject: { en: '{{ contact.a | default: "you" }} …' } }),
      'ERROR SUBJECT_EMPTY',
    ],
    [
      'a long subject',
      html('', { subject: { en: 'Spring '.repeat(20) } }),
      'WARNING SUBJECT_TOO_LONG',
    ],
    [
      'a subject that shouts',
      html('', { subject: { en: 'SPRING IS HERE!' } }),
      'WARNING SUBJECT_SHOUTS',
    ],
    [
      'a way out that nobody sees',
      html('<p style="display:none">{{ unsubscribe }}</p>'),
      'WARNING WAY_OUT_REPLACED',
    ],
  ])('%s', async (_what, source, expected) => {
    const findings = await check(source);
    expect(codes(findings)).toEqual([expected]);
    for (const { message, fix } of findings) expect(message.length * fix.length).toBeGreaterThan(0);
  });

  it('an mj-image without alt, with its line', async () => {
    const mjml = `<mjml><mj-body><mj-section><mj-column><mj-text>Hello, the light is back in our shop in Malmö.</mj-text>\n  <mj-image src="https://nordlys.se/x.png" /></mj-column></mj-section></mj-body></mjml>`;
    expect(await check({ mjml: { en: mjml } })).toMatchObject([
      { code: 'ALT_MISSING', place: { part: 'mjml', line: 2, column: 3 } },
    ]);
  });

  it('a place for everything: line, column and element', async () => {
    const [finding] = await check(html(`\n\n  ${link('http://nordlys.se/')}`));
    expect(finding).toMatchObject({
      language: 'en',
      place: { part: 'html', line: 3, column: 12, element: '<a href="http://nordlys.se/">' },
    });
  });

  it('no fault in local addresses while one tries', async () => {
    expect(await check(html(link('https://localhost:4000/')), { production: false })).toEqual([]);
  });

  it('no fault in data tables, large grey print and merged links', async () => {
    const body = `<table><tr><th>Day</th></tr><tr><td>Monday</td></tr></table><p style="font-size:24px;color:#767676">Large</p><p>${link('{{ contact.url | default: "https://nordlys.se" }}')}</p>`;
    expect(await check(html(body))).toEqual([]);
  });
});

describe('words near the way out (C9)', () => {
  it.each([
    ['en', 'We are sorry to see you go. '],
    ['en', 'Are you sure you want to miss out? '],
    ['sv', 'Tråkigt att du vill lämna oss. '],
    ['da', 'Vi er kede af, at du går. '],
    ['de', 'Schade, dass Sie gehen. '],
    ['cs', 'Budete nám chybět. '],
  ] as const)('that make people feel bad are found in %s: %s', async (language, words) => {
    const source = {
      subject: { [language]: 'Nyt 1' },
      html: { [language]: `${TEXT}<p>${words}{{ unsubscribe }}</p>` },
      defaultLanguage: language,
    };
    expect(codes(await check(source))).toEqual(['WARNING GUILT_TRIPPING']);
  });

  it.each(LANGUAGES)('that only say how to leave are fine in %s', async (language) => {
    const source = {
      subject: { [language]: 'Nyt 1' },
      html: {
        [language]: `${TEXT}<p>${CAMPAIGN_MESSAGES[language].unsubscribe}: {{ unsubscribe }}</p>`,
      },
      defaultLanguage: language,
    };
    expect(await check(source)).toEqual([]);
  });

  it('far from the way out are the author’s own', async () => {
    expect(
      await check(
        html(`<p>Do not miss out on spring. ${'x '.repeat(300)}</p><p>{{ unsubscribe }}</p>`),
      ),
    ).toEqual([]);
  });
});

describe('a transactional mail (H-11)', () => {
  const receipt = (body: string): Partial<CampaignSource> =>
    html(body, { purpose: 'TRANSACTIONAL' });

  it.each([
    ['with a topic', receipt(''), { hasTopic: true }, 'ERROR PURPOSE_MISMATCH'],
    ['that speaks of leaving', receipt('{{ unsubscribe }}'), {}, 'ERROR PURPOSE_MISMATCH'],
    [
      'with an offer',
      receipt('<p>Now 20 % off everything</p>'),
      {},
      'WARNING TRANSACTIONAL_LOOKS_LIKE_MARKETING',
    ],
  ])('%s is not one', async (_what, source, more, expected) => {
    expect(codes(await check(source, more))).toEqual([expected]);
  });

  it('that is a receipt is one', async () => {
    expect(await check(receipt('<p>You paid 20 kr.</p>'))).toEqual([]);
  });
});

describe('the sender', () => {
  it('is told where mails are not signed here (H-4)', async () => {
    expect(codes(await check(html(''), { signedDomains: null }))).toEqual([
      'WARNING DKIM_LEFT_TO_MAIL_SERVER',
    ]);
  });

  it.each([
    ['nordlys.se', 'news@nordlys.se', true],
    ['nordlys.se', 'news@post.nordlys.se', true],
    ['nordlys.se', 'news@badnordlys.se', false],
    ['leave.nordlys.se', 'news@nordlys.se', false],
  ])(
    'whose mails %s signs and who writes as %s aligns: %s (H-5)',
    async (signed, address, aligned) => {
      const sender = { name: 'News', address };
      const findings = await check(html(''), { signedDomains: [signed], sender });
      expect(codes(findings)).toEqual(aligned ? [] : ['WARNING FROM_NOT_ALIGNED']);
    },
  );

  it('goes out from nothing where its account has nothing to send from', async () => {
    expect(codes(await check(html(''), { sender: null }))).toEqual(['ERROR SENDER_MISSING']);
  });

  it('says who the sender is, where the regime asks (H-18)', async () => {
    const identityWanted = ['postalAddress', 'marking'] as const;
    const identity = { postalAddress: 'Storgatan 1', onBehalfOf: null, marking: ' ' };
    expect(codes(await check(html('', { identity }), { identityWanted }))).toEqual([
      'ERROR IDENTITY_MISSING',
    ]);
    expect(
      await check(html('', { identity: { ...identity, marking: 'Reklam' } }), { identityWanted }),
    ).toEqual([]);
  });

  it('tells an address that came with an example from one of somebody’s own (H-18)', async () => {
    const said = { onBehalfOf: null, marking: null };
    const from = async (postalAddress: string): Promise<string[]> =>
      codes(await check(html('', { identity: { ...said, postalAddress } }), {}));
    expect(await from('Your organisation, your street 1, 123 45 your town')).toEqual([
      'WARNING IDENTITY_PLACEHOLDER',
    ]);
    expect(await from('Yourtown Books, Youngstreet 1, 123 45 Malmö')).toEqual([]);
  });
});

describe('the audience', () => {
  const source = html('<p>For {{ contact.city }} and {{ contact.name | default: "you" }}</p>');
  const coverage = (contacts: number, city?: number): CheckContext['coverage'] =>
    new Map([['en', { contacts, lacking: new Map(city === undefined ? [] : [['city', city]]) }]]);

  it.each([
    [coverage(10, 0), []],
    [coverage(10, 3), ['ERROR FIELD_MISSING']],
    [coverage(10), ['ERROR FIELD_MISSING']],
    [coverage(0, 0), []],
  ])('that lacks a field is counted before the send', async (given, expected) => {
    expect(codes(await check(source, { coverage: given }))).toEqual(expected);
  });

  const audience: CheckContext['audience'] = {
    total: 10,
    stopped: [{ reason: 'OPTED_OUT', count: 9 }],
    chosen: null,
    crossings: [],
    withoutConsent: 0,
  };
  it.each([
    ['of which some get it', {}, []],
    ['of nobody', { total: 0, stopped: [] }, ['ERROR AUDIENCE_EMPTY']],
    [
      'that left',
      { stopped: [{ reason: 'OPTED_OUT', count: 10 }] },
      ['ERROR AUDIENCE_ALL_STOPPED'],
    ],
    [
      'that left or rests',
      {
        stopped: [
          { reason: 'SNOOZED', count: 9 },
          { reason: 'PAUSED', count: 1 },
        ],
      },
      ['ERROR AUDIENCE_ALL_STOPPED'],
    ],
    [
      'that rests',
      {
        stopped: [{ reason: 'SNOOZED', count: 10 }],
      },
      ['WARNING AUDIENCE_ALL_STOPPED'],
    ],
    [
      'of which a tenth had its message of the period',
      { stopped: [{ reason: 'FREQUENCY_CAP', count: 1 }] },
      ['WARNING FREQUENCY_CONFLICT'],
    ],
    [
      'of which hardly anybody had',
      { total: 100, stopped: [{ reason: 'FREQUENCY_CAP', count: 9 }] },
      [],
    ],
    [
      'that all had their message of the period: it comes later',
      { stopped: [{ reason: 'FREQUENCY_CAP', count: 10 }] },
      ['WARNING FREQUENCY_CONFLICT'],
    ],
    ['of addresses in the book', { chosen: { given: 3, notInBook: 0 } }, []],
    [
      'of addresses from elsewhere',
      { chosen: { given: 3, notInBook: 1 } },
      ['WARNING ADDRESSES_NOT_IN_BOOK'],
    ],
    [
      'that gets a topic for service',
      { crossings: ['topic'] },
      ['WARNING AUDIENCE_CROSSES_PURPOSES'],
    ],
    [
      'chosen by topics for service',
      { crossings: ['chosen-by-topics'] },
      ['ERROR AUDIENCE_CROSSES_PURPOSES'],
    ],
    [
      'that is there for service',
      { crossings: ['without-consent'], withoutConsent: 4 },
      ['WARNING AUDIENCE_CROSSES_PURPOSES'],
    ],
    [
      'of whom nobody has confirmed that they signed up',
      { stopped: [{ reason: 'SIGN_UP_UNCONFIRMED', count: 10 }] },
      ['ERROR AUDIENCE_ALL_STOPPED'],
    ],
  ] as const)('%s', async (_who, more, expected) => {
    const findings = await check(html(''), { audience: { ...audience, ...more } });
    expect(codes(findings)).toEqual(expected);
    for (const { place, fix } of findings) {
      expect(place.part).toBe('audience');
      expect(fix).not.toBe('');
    }
  });

  it('is told how many, of what, where, and what to do', async () => {
    const [finding] = await check(source, { coverage: coverage(10, 3) });
    expect(finding).toMatchObject({
      message: '3 of 10 recipients of this text have no “city”',
      fix: expect.stringContaining('{{ contact.city | default: "…" }}'),
      place: { part: 'html', line: 1 },
    });
  });
});
