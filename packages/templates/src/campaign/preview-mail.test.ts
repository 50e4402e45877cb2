import { describe, expect, it } from 'vitest';
import { compileCampaign } from './compile-campaign.ts';
import { testSubject } from './test-subject.ts';
import { keepCompiled } from './keep-compiled.ts';
import { ReadyCampaign } from './ready-campaign.ts';
import { previewMail, type PreviewReader } from './preview-mail.ts';

const links = { publicUrl: 'https://leave.example.test', mailDomain: 'leave.example.test' };
const campaign = {
  campaignId: '01900000-0000-7000-8000-000000000001',
  organisationName: 'Nordlys',
  accountId: '01900000-0000-7000-8000-000000000002',
  accountName: 'Shop',
  sender: { name: 'Nordlys', address: 'news@nordlys.example.test' },
  addressBookId: '01900000-0000-7000-8000-000000000003',
  addressBookName: 'Newsletter',
  topicId: null,
  topicName: null,
  purpose: 'MARKETING',
  exempt: false,
  repliesTo: null,
} as const;

async function preview(html: string, reader: Partial<PreviewReader> = {}, more: object = {}) {
  const compiled = await compileCampaign({
    subject: { en: 'For {{ contact.first_name | default: "you" }}' },
    mjml: {},
    html: { en: html },
    defaultLanguage: 'en',
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const to = { language: null, fields: {}, ...reader };
  const ready = new ReadyCampaign(keepCompiled(compiled.campaign), 'nordlys');
  return previewMail({ ...campaign, ...more }, ready, to, links);
}

describe('a mail to look at', () => {
  it('has ways out that lead to a page which says so, and name nobody', async () => {
    const mail = await preview('<p>{{ web_version }} {{ subscribe_again }}</p>', {
      language: 'sv',
    });
    if ('refused' in mail) throw new Error(mail.refused);
    const urls = `${mail.html} ${mail.text}`.match(/https:[^"<>\s]+/g)!;
    expect(new Set(urls)).toEqual(new Set(['https://leave.example.test/t/sv']));
    const valueOf = (name: string) => mail.headers.find((each) => each.name === name)?.value;
    expect(valueOf('List-Unsubscribe')).toBe(
      '<https://leave.example.test/t/sv>, <mailto:leave+test@leave.example.test?subject=unsubscribe>',
    );
    expect(valueOf('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  });

  it('is answered to an address that changes nothing, or to the account’s mailbox as the real one (B4)', async () => {
    const answered = async (more: object) => {
      const mail = await preview('<p>Hello</p>', {}, more);
      if ('refused' in mail) throw new Error(mail.refused);
      return mail.headers.filter(({ name }) => name === 'Reply-To').map(({ value }) => value);
    };
    expect(await answered({})).toEqual(['reply+test@leave.example.test']);
    expect(await answered({ repliesTo: 'hej@nordlys.example.test' })).toEqual([
      'hej@nordlys.example.test',
    ]);
  });

  it('names the fields that its reader lacks, and leaves no hole', async () => {
    const html = '<p>Hi {{ contact.first_name }} of {{ contact.city | default: "town" }}</p>';
    expect(await preview(html)).toMatchObject({
      missing: ['first_name'],
      subject: 'For [first_name]',
      html: expect.stringContaining('Hi [first_name] of town'),
    });
    expect(await preview(html, { fields: { first_name: 'Åsa', city: 'Åre' } })).toMatchObject({
      missing: [],
      html: expect.stringContaining('Hi Åsa of Åre'),
    });
  });

  it('has an address that leads nowhere for a link that its reader lacks', async () => {
    expect(await preview('<p><a href="{{ contact.page }}">Your page</a></p>')).toMatchObject({
      missing: ['page'],
      html: expect.stringContaining('href="https://adieu.invalid/page"'),
    });
  });

  it('is refused where a value of its reader can not be merged, and says why without the value', async () => {
    const made = await preview('<p><a href="{{ contact.page }}">Your page</a></p>', {
      fields: { page: 'javascript:alert(1)' },
    });
    expect(made).toEqual({ refused: expect.stringContaining('not an https, mailto or tel') });
    expect(JSON.stringify(made)).not.toContain('alert');
  });

  it.each([{ purpose: 'TRANSACTIONAL' }, { purpose: 'SERVICE', exempt: true }])(
    'has no list headers where the real one has none: %o (H-11, A1)',
    async (more) => {
      expect(await preview('<p>Hello</p>', {}, more)).toMatchObject({
        headers: [{ name: 'Reply-To' }],
      });
    },
  );

  it('speaks the text’s language where it does not speak the reader’s', async () => {
    expect(await preview('<p>Hello</p>', { language: 'fr' })).toMatchObject({ language: 'en' });
  });
});

describe('the subject of a test', () => {
  it.each(['sv', 'cs', 'de', 'da', 'en'] as const)('is marked: %s', (language) => {
    expect(testSubject('Spring', language)).toBe('[Test] Spring');
  });
});
