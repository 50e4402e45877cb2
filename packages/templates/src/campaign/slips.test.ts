import { describe, expect, it } from 'vitest';
import { compileCampaign } from './compile-campaign.ts';
import { renderMessage } from './render-message.ts';

const mjml = (body: string): string => `<mjml><mj-body>
<mj-section><mj-column>
${body}
</mj-column></mj-section>
</mj-body></mjml>`;

async function problemsOf(source: object): Promise<[string, number | null, string][]> {
  const compiled = await compileCampaign({
    subject: { en: 'Hello' },
    mjml: {},
    defaultLanguage: 'en',
    ...source,
  });
  return compiled.ok
    ? []
    : compiled.problems.map(({ part, line, message }) => [part, line, message]);
}

describe('slips of an author', () => {
  it.each([
    ['an element that is not closed', '<mj-text>Hello', 3, '<mj-text> is not closed'],
    ['one that closes nothing', '<mj-text>Hi</mj-text></mj-text>', 3, '</mj-text>'],
    [
      'one in a text',
      '<mj-text>Hi\n<mj-button href="https://a.example/">Go</mj-button></mj-text>',
      4,
      '<mj-button> would go out',
    ],
    ['a script', '<mj-text>Hi</mj-text>\n<mj-raw><script>1</script></mj-raw>', 4, '<script>'],
  ])('%s is told with the line in which they wrote it', async (_what, body, line, message) => {
    expect(await problemsOf({ mjml: { en: mjml(body) } })).toEqual([
      ['mjml', line, expect.stringContaining(message)],
    ]);
  });

  it('a comment may hold half of an element, and a quote a sign', async () => {
    const body =
      '<!-- <mj-text> --><mj-text css-class="a>b">Hello, all of you.</mj-text><mj-divider />';
    expect(await problemsOf({ mjml: { en: mjml(body) } })).toEqual([]);
  });

  it('a value within an address of their own text part can not end it', async () => {
    const compiled = await compileCampaign({
      subject: { en: 'Hello' },
      mjml: {},
      html: { en: '<p>Hello, all of you.</p>' },
      text: {
        en: 'Hello {{ contact.name }}: https://shop.example/?q={{ contact.name }}&r={{ contact.name }} {{ contact.name | url_encode }} {{ unsubscribe }}',
      },
      defaultLanguage: 'en',
    });
    if (!compiled.ok) throw new Error(compiled.problems[0]!.message);
    const { text } = renderMessage(compiled.campaign, {
      language: 'en',
      unsubscribeUrl: 'https://mail.nordlys.example/u/token',
      webVersionUrl: 'https://mail.nordlys.example/m/token',
      organisation: 'Nordlys',
      account: 'Nordlys',
      fields: { name: 'A b\nhttps://evil.example' },
    });
    const encoded = 'A%20b%0Ahttps%3A%2F%2Fevil.example';
    expect(text).toContain(`https://shop.example/?q=${encoded}&r=${encoded} `);
    expect(text).toMatch(/^Hello A b/m);
  });
});
