import { looksOf } from '../html/looks.ts';
import { parseHtml, textNodes } from '../html/parse-html.ts';
import { contrastOf } from '../html/visible.ts';
import { describe, expect, it } from 'vitest';
import { compileCampaign } from './compile-campaign.ts';
import { renderMessage } from './render-message.ts';
import type { CampaignSource } from './source.ts';

const values = {
  language: 'en',
  fields: {},
  organisation: 'Nordlys',
  account: 'Shop',
  unsubscribeUrl: 'https://leave.example.test/u/AbC-_123',
  webVersionUrl: 'https://leave.example.test/m/AbC-_123',
};

async function compile(more: Partial<CampaignSource>) {
  const result = await compileCampaign({
    subject: { en: 'Spring' },
    mjml: {},
    defaultLanguage: 'en',
    ...more,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.campaign;
}
const render = async (
  html: string,
  fields: Record<string, string> = {},
  more: Partial<CampaignSource> = {},
) => renderMessage(await compile({ html: { en: html }, ...more }), { ...values, fields });
const section = (content: string): string =>
  `<mj-section><mj-column>${content}</mj-column></mj-section>`;
const mjml = (content: string): string => `<mjml><mj-body>${section(content)}</mj-body></mjml>`;

describe('a merged link', () => {
  const href = async (template: string, url: string): Promise<string | undefined> => {
    const { html } = await render(`<p><a id="it" href="${template}">Look</a></p>`, { url });
    return parseHtml(html)('#it').attr('href');
  };

  it.each([
    [
      'https://shop.example.test/a b?x="1"&y=<2>',
      'https://shop.example.test/a%20b?x=%221%22&y=%3C2%3E',
    ],
    [' https://råk.example.test/ö ', 'https://xn--rk-yia.example.test/%C3%B6'],
    ['mailto:a@example.test', 'mailto:a@example.test'],
    ['tel:+46701234567', 'tel:+46701234567'],
  ])('is percent-encoded: %s', async (value, expected) => {
    expect(await href('{{ contact.url }}', value)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'http://shop.example.test/',
    'vbscript:x',
    '//shop.example.test',
    'shop',
    'x" onclick="y',
  ])('that is no https, mailto or tel is never sent: %j', async (value) => {
    const rendered = href('{{ contact.url }}', value);
    await expect(rendered).rejects.toThrow(/not an https, mailto or tel address/);
    await expect(rendered).rejects.not.toThrow(value);
  });

  it.each([
    [
      'https://shop.example.test/?q={{ contact.url }}',
      'a&b=c "d"/é',
      'https://shop.example.test/?q=a%26b%3Dc%20%22d%22%2F%C3%A9',
    ],
    [
      'https://shop.example.test/?q={{ contact.url | url_encode }}',
      'a b',
      'https://shop.example.test/?q=a+b',
    ],
    ['java{{ contact.url }}', 'script:alert(1)', 'javascript%3Aalert(1)'],
    [
      '{% if contact.url %}{{ contact.url }}{% endif %}',
      'https://a.example.test/x y',
      'https://a.example.test/x%20y',
    ],
  ])('takes parts only as parts: %s', async (template, value, expected) => {
    expect(await href(template, value)).toBe(expected);
  });

  it('holds in MJML buttons and images, too', async () => {
    const campaign = await compile({
      mjml: {
        en: mjml(
          '<mj-button href="{{ contact.url }}">Go</mj-button><mj-image alt="x" src="https://i.example.test/{{ contact.n }}.png" />',
        ),
      },
    });
    const fields = { url: 'https://a.example.test/ö', n: '../x' };
    const { html } = renderMessage(campaign, { ...values, fields });
    expect(html).toContain('href="https://a.example.test/%C3%B6"');
    expect(html).toContain('src="https://i.example.test/..%2Fx.png"');
    expect(() =>
      renderMessage(campaign, { ...values, fields: { ...fields, url: 'javascript:x' } }),
    ).toThrow(/https/);
  });
});

describe('merged values elsewhere', () => {
  it.each([
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `' onmouseover='x`,
    `{{ unsubscribe_url }}`,
    `</title></head><body onload=x>`,
    `--><b>`,
  ])('carry no markup, whatever they are: %s', async (name) => {
    const { html, text, subject } = await render(
      `<p title="{{ contact.name }}" class='{{ contact.name }}'>Hello {{ contact.name }}</p>`,
      { name },
      { subject: { en: 'For {{ contact.name }}' } },
    );
    const page = parseHtml(html);
    expect(page('p').text()).toBe(`Hello ${name}`);
    expect(page('p').attr('title')).toBe(name);
    expect(Object.keys(page('p')[0]!.attribs)).toEqual(['title', 'class']);
    expect(page('script, img, b, [onload]')).toHaveLength(0);
    expect(text).toContain(`Hello ${name}`);
    expect(subject).toBe(`For ${name}`);
    expect(page('title').text()).toBe(subject);
  });

  it.each(['raw', 'json | raw'])('can not be let through by the filter %s', async (filter) => {
    await expect(render(`<p>{{ contact.x | ${filter} }}</p>`)).rejects.toThrow(/raw/);
  });
});

describe('what reads files or runs for ever', () => {
  it.each([
    "{% include 'package.json' %}",
    "{% layout 'package.json' %}",
    '{% render file %}',
    '{% echo contact.x %}',
    '{% liquid\n echo contact.x %}',
  ])('is no part of the language: %s', async (tag) => {
    await expect(render(`<p>${tag}</p>`)).rejects.toThrow(/not found|unknown/);
  });

  it('is not included by MJML', async () => {
    const campaign = compile({ mjml: { en: mjml('<mj-include path="/etc/hostname" />') } });
    await expect(campaign).rejects.toThrow(/mj-include/);
  });

  it('ends', async () => {
    const loop = '{% for a in (1..9999999) %}{% for b in (1..9999999) %}x{% endfor %}{% endfor %}';
    await expect(render(`<p>${loop}</p>`)).rejects.toThrow(/steps|too long/);
  });

  it.each([
    ['<script>x</script>', 'script'],
    ['<iframe src="https://x.example.test"></iframe>', 'iframe'],
    ['<link rel="stylesheet" href="https://x.example.test/x.css">', 'link'],
    ['<style>@import url(https://x.example.test/x.css);</style>', '@import'],
    ['<base href="https://x.example.test/">', 'base'],
  ])('or tells others who reads is refused: %s', async (html, name) => {
    await expect(render(html)).rejects.toThrow(name);
  });
});

describe('a field that is missing', () => {
  const fieldsOf = async (html: string) => (await compile({ html: { en: html } })).fallback.fields;

  it.each([
    ['{{ contact.a }}', true],
    ['{{ contact["a"] | upcase }}', true],
    ['{{ contact.a | default: "x" }}', false],
    ['{{ contact.a | strip | default: "x" }}', false],
    ['{{ contact.b | default: contact.a }}', true],
    ['{{ "x" | append: contact.a }}', true],
    ['{% if contact.a %}{{ contact.a }}{% endif %}', false],
    ['{% if contact.a == "x" and contact.b %}{{ contact.a }}{% endif %}', false],
    ['{% if contact.a != blank %}{{ contact.a }}{% endif %}', false],
    ['{% if contact.a != "x" %}{{ contact.a }}{% endif %}', true],
    ['{% if contact.b or contact.a %}{{ contact.a }}{% endif %}', true],
    ['{% if contact.a %}x{% else %}{{ contact.a }}{% endif %}', true],
    ['{% unless contact.a %}{{ contact.a }}{% endunless %}', true],
    ['{% if contact.b %}x{% elsif contact.a %}{{ contact.a }}{% endif %}', false],
    ['{% assign n = contact.a %}{{ n }}', true],
    ['{% assign n = contact.a | default: "x" %}{{ n }}', false],
    ['{% for x in contact.a %}{{ x }}{% endfor %}', true],
    ['<a href="https://x.example.test/{{ contact.a }}">x</a>', true],
    ['<a href="{{ contact.a | default: \'https://x.example.test\' }}">x</a>', false],
  ])('is told of before the send: %s', async (html, required) => {
    const field = (await fieldsOf(`<p>${html}</p>`)).find((each) => each.field === 'a');
    expect(field).toEqual({ field: 'a', required });
  });

  it('never leaves a hole: rather no mail', async () => {
    await expect(render('<p>Hello {{ contact.a }}</p>', { a: ' ' })).rejects.toThrow('no "a"');
  });
});

describe('partials', () => {
  const partials = {
    footer: {
      en: section('<mj-text>Nordlys, {{ contact.city }}. {{ unsubscribe }}</mj-text>'),
      sv: 'x',
    },
    loop: { en: "{% render 'loop' %}" },
  };
  const page = (name: string): string => `<mjml><mj-body>\n{% render '${name}' %}</mj-body></mjml>`;

  it('stand where they are rendered, merge fields and all', async () => {
    const campaign = await compile({ mjml: { en: page('footer') }, partials });
    const { html } = renderMessage(campaign, { ...values, fields: { city: 'Åre' } });
    expect(html).toContain('Nordlys, Åre.');
    expect(html.split(values.unsubscribeUrl)).toHaveLength(2);
  });

  it('of the default language stand in for one that is missing', async () => {
    const campaign = await compile({
      subject: { de: 's' },
      mjml: { de: page('footer') },
      partials,
    });
    expect(renderMessage(campaign, { ...values, fields: { city: 'Åre' } }).html).toContain(
      'Nordlys, Åre',
    );
  });

  it.each([
    ['nobody', 'no partial "nobody"'],
    ['constructor', 'no partial "constructor"'],
    ['loop', 'renders itself'],
  ])('%s is told with its line', async (name, message) => {
    const result = await compileCampaign({
      subject: { en: 's' },
      mjml: { en: page(name) },
      partials,
      defaultLanguage: 'en',
    });
    expect(result).toMatchObject({
      problems: [{ line: name === 'loop' ? 1 : 2, message: expect.stringContaining(message) }],
    });
  });
});

describe('ready HTML', () => {
  it('of React has its quotes set right within merge fields', async () => {
    const { html, text } = await render(
      '<p>Hello {{ contact.name | default: &quot;friend&quot; }}</p><a href="{{ contact.url | default: &quot;https://a.example.test/&quot; }}">Go</a>',
    );
    expect(text).toContain('Hello friend');
    expect(html).toContain('href="https://a.example.test/"');
  });

  it('is made a page with language and title where it is a piece of one (X-4)', async () => {
    const { html } = await render('<p>Hello</p>');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(parseHtml(html)('title').text()).toBe('Spring');
  });

  it('and MJML for one language are one too many', async () => {
    await expect(render('<p>x</p>', {}, { mjml: { en: mjml('x') } })).rejects.toThrow(
      /one of them/,
    );
  });
});

describe('the reader’s dark mode', () => {
  const scheme = (html: string): string | undefined =>
    parseHtml(html)('meta[name="color-scheme"]').attr('content');
  const rendered = async (source: string): Promise<string> =>
    renderMessage(await compile({ mjml: { en: source } }), values).html;

  it('is used where all text can be read in it', async () => {
    const html = await rendered(
      mjml('<mj-text>Hello</mj-text><mj-button background-color="#0b5351">Go</mj-button>'),
    );
    expect(scheme(html)).toBe('light dark');
    expect(html).not.toMatch(/[";]color:#000000/);
  });

  it('is declined where dark text has no ground of its own', async () => {
    expect(scheme(await rendered(mjml('<mj-text color="#22333b">Hello</mj-text>')))).toBe('light');
  });

  it('leaves black text on a ground of its own', async () => {
    const html = await rendered(
      '<mjml><mj-body background-color="#ffffff"><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>',
    );
    expect(html).toContain('color:#000000');
    expect(scheme(html)).toBe('light dark');
  });

  it('is the author’s where they say so', async () => {
    const head =
      '<mj-head><mj-raw><meta name="color-scheme" content="only light"></mj-raw></mj-head>';
    const html = await rendered(
      mjml('<mj-text>Hello</mj-text>').replace('<mjml>', `<mjml>${head}`),
    );
    expect(parseHtml(html)('meta[name="color-scheme"]')).toHaveLength(1);
    expect(scheme(html)).toBe('only light');
  });
});

describe('identity lines (H-18)', () => {
  const identity = {
    postalAddress: 'Storgatan 1 <b>, Malmö',
    onBehalfOf: 'På uppdrag av Nordlys AB',
    marking: null,
  };

  it('stand at the end of HTML and text', async () => {
    const mail = await render('<p>Hello</p>', {}, { identity });
    const page = parseHtml(mail.html);
    expect(page('body').text()).toMatch(
      /Hello[\s\S]*På uppdrag av Nordlys ABStorgatan 1 <b>, Malmö\s*$/,
    );
    expect(mail.text).toMatch(/På uppdrag av Nordlys AB\nStorgatan 1 <b>, Malmö$/);
  });

  it('are read in light and in the dark, on a page that turns dark with a way out of its own', async () => {
    const page = `<html lang="en"><head><meta name="color-scheme" content="light dark"><style>
      @media (prefers-color-scheme: dark) { .page { background-color: #14201f !important; } .page a { color: #f4f1ea !important; } }
      </style></head><body class="page" style="background-color:#f4f1ea">
      <p>Hello</p><p><a href="{{ unsubscribe_url }}" style="color:#22333b">Leave</a></p></body></html>`;
    const html = parseHtml((await render(page, {}, { identity })).html);
    const [line] = textNodes(html, html('.adieu-line')[0]);
    const looks = looksOf(html);
    expect(looks.filter(({ dark }) => dark)).not.toEqual([]);
    for (const look of looks) expect(contrastOf(line!, look)).toBeGreaterThanOrEqual(4.5);
  });

  it('stand where the author puts them, once', async () => {
    const mail = await render('<p>{{ postal_address }}</p><p>Hello</p>', {}, { identity });
    expect(mail.html.split('Storgatan')).toHaveLength(2);
    expect(mail.html.indexOf('Storgatan')).toBeLessThan(mail.html.indexOf('Hello'));
    expect(mail.html).toContain('På uppdrag');
  });
});
