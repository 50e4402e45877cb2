import { describe, expect, it } from 'vitest';
import { compileCampaign } from './compile-campaign.ts';
import type { CampaignSource } from './source.ts';

/** Of the processor: what one mail may take, on whatever machine, beside whatever else it does. */
const MOST_MS = 1_000;

async function problemsOf(more: Partial<CampaignSource>): Promise<string[]> {
  const before = process.threadCpuUsage();
  const result = await compileCampaign({
    subject: { en: 'Spring' },
    mjml: {},
    defaultLanguage: 'en',
    ...more,
  });
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(MOST_MS);
  return result.ok ? [] : result.problems.map(({ message }) => message);
}
const html = (body: string) => problemsOf({ html: { en: body } });
const mjml = (content: string) =>
  problemsOf({
    mjml: {
      en: `<mjml><mj-body><mj-section><mj-column><mj-text>${content}</mj-text></mj-column></mj-section></mj-body></mjml>`,
    },
  });

/** Nine partials, each of which renders the next `times` times. */
function cascade(times: number): Record<string, { en: string }> {
  const partials = Array.from({ length: 7 }, (_, i) => [
    `p${i}`,
    { en: `{% render 'p${i + 1}' %}`.repeat(times) },
  ]);
  return Object.fromEntries([...partials, ['p7', { en: 'x' }]]) as Record<string, { en: string }>;
}

describe('what its author made to take long is refused within a second, and said (O-10)', () => {
  it('partials that render the next ten times', async () => {
    const found = await problemsOf({
      html: { en: "<p>Hello</p>{% render 'p0' %}" },
      partials: cascade(10),
    });
    expect(found.join()).toMatch(/partial/);
  });

  it.each([
    ['braces that never close', '{{'.repeat(100_000), /not closed/],
    ['tags of Liquid that never close', '{%'.repeat(100_000), /not closed/],
    ['rules within rules', `<style>${'a{'.repeat(3_000)}</style><p>x</p>`, /style/],
    [
      'twenty thousand selectors',
      `<style>${'.a,'.repeat(20_000)}.b{color:red}</style>${'<p class="a">x</p>'.repeat(1_000)}`,
      /selectors/,
    ],
    [
      'selectors behind a comment that the sheet before leaves open',
      `<style>/*</style><style>${'p:has(b) ~ a,'.repeat(2_000)}.b{color:red}</style><p>x</p>`,
      /selectors/,
    ],
    ['style sheets by the thousand', `${'<style>a{color:red}</style>'.repeat(1_001)}x`, /sheets/],
    [
      'a condition for each of a hundred sheets',
      `${Array.from({ length: 90 }, (_, i) => `<style media="(min-width:${i}px)">a{color:red}</style>`).join('')}x`,
      /conditions/,
    ],
    [
      'as many elements and selectors as may be, both',
      `<style>${'@media (max-width:9px){p{font-size:0}}'.repeat(900)}</style>${'<p>x</p>'.repeat(4_400)}`,
      /4,4\d\d elements and 900 selectors/,
    ],
    ['a quote within a tag that never closes', "<p>x</p><script title='>x</script>", /not closed/],
    ['a tag that never closes', '<p>x</p><script title=x ', /not closed/],
    ['a comment that never closes', '<p>x</p><!-- <p>y</p>', /not closed/],
    [
      'a condition for Outlook that never ends',
      '<p>x</p><!--[if mso]><base><p>y</p>',
      /not closed/,
    ],
    ['elements within elements', `${'<div>'.repeat(30_000)}x`, /deep/],
    ['elements without end', '<b>x</b>'.repeat(25_000), /elements/],
    ['conditions within conditions', '{% if contact.a %}'.repeat(9_000), /Liquid|not closed/],
    ['more text than a mail has', '<p>Hello there</p>'.repeat(20_000), /200,000/],
  ])('%s', async (_what, body, expected) => {
    expect((await html(body)).join()).toMatch(expected);
  });

  it.each([
    ['MJML that never closes', '<mj-a '.repeat(33_000)],
    ['MJML whose quotes never close', '<mj-a"'.repeat(33_000)],
    ['MJML tags by the thousand', '<mj-a>'.repeat(33_000)],
  ])('%s', async (_what, body) => {
    expect((await problemsOf({ mjml: { en: body } })).join()).toMatch(/clos/);
  });

  it.each([
    ['values within one address', `<a href="https://a.se/${'{{account}}'.repeat(15_000)}">x</a>`],
    ['scripts by the thousand', '<script></script>'.repeat(11_000)],
  ])('%s', async (_what, body) => {
    expect((await html(body)).length).toBeGreaterThan(0);
  });
});

describe('Liquid that could change what the page is, is refused where it stands (H-16, H-17)', () => {
  const way = '<p><a href="{{ unsubscribe_url }}">Leave this list</a></p>';
  it.each([
    ['a style that a value writes', '<style>{{ ".x{display:none}" }}</style>'],
    ['a style under a condition', '<style>{% if contact.a %}.x{display:none}{% endif %}</style>'],
    ['the attributes of a style', '<style media="{{ contact.a }}">.x{color:red}</style>'],
    ['a whole style under a condition', '{% if contact.a %}<style>.x{}</style>{% endif %}'],
    ['a comment', '<!-- {{ contact.a }} -->'],
    ['a comment that a condition opens', '{% if contact.a %}<!--{% endif %}'],
    [
      'comments that two conditions open and close',
      '{% if contact.a %}<!--{% endif %}{% if contact.b %}-->{% endif %}',
    ],
    ['the name of an element', '<scr{% if true %}ipt>alert(1)</scr{% endif %}ipt>'],
    ['an element that begins with a value', '<{{ contact.a }} x>'],
    ['a value without quotes', '<p title={{ contact.a }}>x</p>'],
  ])('%s', async (_what, markup) => {
    const body = `<p>Hello</p>\n<div>${markup}</div>\n${way}`;
    const result = await compileCampaign({
      subject: { en: 'Spring' },
      mjml: {},
      html: { en: body },
      defaultLanguage: 'en',
    });
    expect(result.ok).toBe(false);
    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({ language: 'en', part: 'html', line: 2 });
    expect(problem?.message).toMatch(/Liquid/);
    expect(problem?.message).toMatch(/write|put|leave/i);
  });

  it.each([
    ['a style', '<mj-head><mj-style>.x { color: {{ contact.a }}; }</mj-style></mj-head>'],
    [
      'a style that is put into elements',
      '<mj-head><mj-style inline="inline">.x { color: {{ contact.a }}; }</mj-style></mj-head>',
    ],
  ])('%s of MJML', async (_what, head) => {
    const result = await compileCampaign({
      subject: { en: 'Spring' },
      mjml: {
        en: `<mjml>${head}<mj-body><mj-section><mj-column><mj-text css-class="x">Hello</mj-text></mj-column></mj-section></mj-body></mjml>`,
      },
      defaultLanguage: 'en',
    });
    expect(result.ok ? [] : result.problems).toMatchObject([{ part: 'mjml', line: 1 }]);
  });

  it.each([
    ['a name of ours that is assigned', '{% assign unsubscribe_url = "https://a.se" %}'],
    ['a name of ours that is captured', '{% capture unsubscribe_word %}{% endcapture %}'],
    ['a loop by a name of ours', '{% for contact in (1..2) %}x{% endfor %}'],
  ])('%s', async (_what, markup) => {
    expect((await html(`<p>Hello</p>${markup}${way}`)).join()).toMatch(/a name of ours/);
  });

  it.each([
    ['elements for those who run none', '<noscript><script>alert(1)</script></noscript>'],
    ['handlers', '<p onclick="alert(1)">Hello</p>'],
    ['links that run', '<a href="javascript:alert(1)">Hello</a>'],
    ['forms that run', '<form action="java&#10;script:alert(1)"><input></form>'],
  ])('%s are scripts', async (_what, markup) => {
    expect((await html(markup)).join()).toMatch(/runs? no script/);
    expect((await mjml(markup)).join()).toMatch(/runs? no script/);
  });
});
