import { CAMPAIGN_MESSAGES } from '@adieu/messages';
import { describe, expect, it } from 'vitest';
import { looksOf } from '../html/looks.ts';
import { parseHtml, textNodes } from '../html/parse-html.ts';
import { contrastOf } from '../html/visible.ts';
import { compileCampaign } from './compile-campaign.ts';
import { renderMessage } from './render-message.ts';
import type { CampaignSource } from './source.ts';

const url = 'https://leave.example.test/u/AbC-_123';
const values = {
  language: 'en',
  fields: {},
  organisation: 'Nordlys',
  account: 'Shop',
  unsubscribeUrl: url,
  webVersionUrl: 'https://leave.example.test/m/AbC-_123',
};
const link = (style = '', text = 'Unsubscribe here') =>
  `<a href="{{ unsubscribe_url }}" style="${style}">${text}</a>`;

async function render(body: string, more: Partial<CampaignSource> & { head?: string } = {}) {
  const { head = '', ...rest } = more;
  const result = await compileCampaign({
    subject: { en: 's' },
    mjml: {},
    html: { en: `<html><head>${head}</head><body><p>News.</p>${body}</body></html>` },
    defaultLanguage: 'en',
    ...rest,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return {
    ...renderMessage(result.campaign, values),
    replaced: result.campaign.fallback.wayOutReplaced,
  };
}
function bodyOf(start: string): string {
  const style =
    '.pre { display:none } .narrow { display:none } @media (max-width:480px) { .narrow { display:block } }';
  return `<html><head><style>${style}</style></head><body>${start}<p>News.</p></body></html>`;
}

/** Whether the line was put at the start. */
const wasForced = (html: string): boolean => {
  const at = html.indexOf(CAMPAIGN_MESSAGES.en.unsubscribe);
  return at >= 0 && at < html.indexOf('News.');
};

describe('a way out that a reader can see (H-16)', () => {
  it.each([
    ['a plain link', link()],
    [
      'one in a footer as small as ours',
      `<p style="font-size:13px;color:#555">${link('color:inherit')}</p>`,
    ],
    ['light on dark', `<div style="background:#1a1a1a;color:#eee">${link('color:#9cf')}</div>`],
    [
      'white on a button',
      `<table><tr><td bgcolor="#0b5351">${link('color:white')}</td></tr></table>`,
    ],
    [
      'one in a table that Outlook wants',
      `<!--[if mso]><table><tr><td><![endif]-->${link()}<!--[if mso]></td></tr></table><![endif]-->`,
    ],
    ['one of two, the other of which is hidden', `${link('display:none')}${link()}`],
    ['the placeholder', '{{ unsubscribe }}'],
    [
      'one that every branch has around it',
      `{% if contact.vip %}<p>Dear VIP</p>{% endif %}${link()}`,
    ],
    [
      'one beside the sender’s own (F2)',
      `<a href="https://shop.example.test/bye">Leave</a>${link()}`,
    ],
    [
      'one for wide and one for narrow screens',
      `<span class="w">${link()}</span><span class="n">${link()}</span>`,
      '<style>@media (max-width:480px){.w{display:none}} @media (min-width:481px){.n{display:none}}</style>',
    ],
    [
      'one under a rule for a pointer',
      `<p class="x">${link()}</p>`,
      '<style>.x a:hover { color:#fff } .x::after { display:none }</style>',
    ],
    [
      'one in a rounded button',
      link(
        'display:inline-block;padding:12px;border-radius:6px;background:#0b5351;color:#fff;font:bold 16px/24px Arial',
      ),
    ],
    [
      'one that paper hides',
      `<p class="p">${link()}</p>`,
      '<style>@media print{.p{display:none}}</style>',
    ],
  ])('stays alone: %s', async (_what, body, head = '') => {
    const mail = await render(body, { head });
    expect(mail.replaced).toBeNull();
    expect(wasForced(mail.html)).toBe(false);
    expect(mail.html).toContain(url);
    expect(mail.text).toContain(url);
  });
});

describe('a way out that nobody sees is no way out (F1, H-16, H-17)', () => {
  it.each([
    ['display: none', link('display:none')],
    ['display: none around it', `<div style="display: none !important"><p>${link()}</p></div>`],
    [
      'display: none by a class',
      `<p class="x">${link()}</p>`,
      '<style>.x { display: none }</style>',
    ],
    [
      'display: none by a rule for narrow screens',
      `<p class="x">${link()}</p>`,
      '<style>@media (max-width:600px) { p.x { display:none } }</style>',
    ],
    [
      'display: none by a sheet for screens',
      `<p class="x">${link()}</p>`,
      '<style media="screen">.x { display:none }</style>',
    ],
    [
      'a rule that outweighs its style',
      `<p id="y">${link('display:inline')}</p>`,
      '<style>#y a { display:none !important }</style>',
    ],
    ['visibility', `<p style="visibility:hidden">${link()}</p>`],
    ['opacity', `<p style="opacity:.5"><span style="opacity:0.5">${link()}</span></p>`],
    ['font-size 0', link('font-size:0')],
    ['tiny print', link('font-size:6pt')],
    ['small print by a percentage', `<p style="font-size:14px">${link('font-size:60%')}</p>`],
    [
      'smaller than its own footer',
      `<p style="font-size:18px">Our address. ${link('font-size:13px')}</p>`,
    ],
    ['the colour of its ground', `<p style="background:#fff">${link('color:#ffffff')}</p>`],
    [
      'nearly the colour of its ground',
      `<p style="background-color:#777">${link('color:#999')}</p>`,
    ],
    ['a see-through colour', link('color:rgba(0,0,0,.2)')],
    ['a colour by a class', `<p class="x">${link()}</p>`, '<style>.x a { color:#eee }</style>'],
    [
      'white in the dark',
      `<p class="x">${link('color:#000')}</p>`,
      '<meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme: dark) { body { background:#000 } }</style>',
    ],
    ['no size', `<div style="max-height:0;overflow:hidden">${link()}</div>`],
    ['no height', `<div style="height:0px;overflow:hidden">${link()}</div>`],
    ['off the page', link('position:absolute;left:-9999px')],
    ['indented off the page', `<p style="text-indent:-5000px">${link()}</p>`],
    ['clipped', link('position:absolute;clip:rect(0 0 0 0)')],
    ['scaled to nothing', link('display:inline-block;transform:scale(0)')],
    ['a size of the screen', link('font-size:0.1vw')],
    ['a size that is computed', link('font-size:calc(1px * 1)')],
    ['a size by its name', link('font-size:xx-small')],
    ['a size in the font', link('font:1px Arial')],
    ['a filter', link('filter:opacity(0)')],
    ['its own fill', link('-webkit-text-fill-color:transparent')],
    ['zoom', `<p style="zoom:0.1">${link()}</p>`],
    ['a hundredth', link('display:inline-block;transform:scale(.01)')],
    ['a low box', `<div style="height:5px;overflow:hidden">${link()}</div>`],
    ['a computed opacity', link('opacity:calc(0)')],
    ['a variable', `<p style="--x:#fff">${link('color:var(--x)')}</p>`],
    [
      '@supports',
      `<p class="x">${link()}</p>`,
      '<style>@supports (display:block) { .x { display:none } }</style>',
    ],
    ['a nested rule', `<p class="x">${link()}</p>`, '<style>body { .x { display:none } }</style>'],
    [
      'a nested rule of itself',
      `<p class="x y">${link()}</p>`,
      '<style>.x { &.y { visibility:hidden } }</style>',
    ],
    [
      'a selector that few know',
      `<p class="x">${link()}</p>`,
      '<style>.x:dir(ltr) { display:none }</style>',
    ],
    [
      'a list of selectors',
      `<p class="x">${link()}</p>`,
      '<style>h1, p:is(.x, .y) { display:none }</style>',
    ],
    ['no pointer', link('pointer-events:none')],
    ['for Outlook alone', `<!--[if mso]>${link()}<![endif]-->`],
    ['hidden from Outlook', `<p style="mso-hide:all">${link()}</p>`],
    ['aria-hidden', `<p aria-hidden="true">${link()}</p>`],
    ['the attribute hidden', `<p hidden>${link()}</p>`],
    ['a template', `<template>${link()}</template>`],
    ['no text', link('', '<img src="https://x.example.test/p.png" alt="Unsubscribe">')],
    ['only spaces that have no width', link('', '\u200b\u00a0\u2060')],
    ['under a condition', `{% if contact.vip %}${link()}{% endif %}`],
    ['in one of two branches', `{% if contact.vip %}${link()}{% else %}${link()}{% endif %}`],
    [
      'conditionally hidden',
      `{% if contact.vip %}<div style="display:none">{% endif %}${link()}{% if contact.vip %}</div>{% endif %}`,
    ],
    ['in a Liquid comment', `{% comment %}${link()}{% endcomment %}`],
    ['never filled', `{% raw %}${link()}{% endraw %}`],
    ['a merged style', `<p style="display:{{ contact.display | default: 'none' }}">${link()}</p>`],
    ['changed on the way', '<a href="{{ unsubscribe_url | upcase }}">Unsubscribe</a>'],
    [
      'the sender’s own address instead (F2)',
      '<a href="https://shop.example.test/unsubscribe">Unsubscribe</a>',
    ],
  ])('so a line is put at the start: %s', async (_what, body, head = '') => {
    const mail = await render(body, { head });
    expect(wasForced(mail.html)).toBe(true);
    expect(mail.text).toContain(url);
  });

  it('and a page that hides even that line is refused', async () => {
    await expect(
      render('', { head: '<style>a { display:none !important }</style>' }),
    ).rejects.toThrow(/way out can not be seen.*display: none/);
    await expect(render('', { head: '<style>body { opacity: 0 }</style>' })).rejects.toThrow(
      /opacity/,
    );
  });

  it('and the line is not lured into a comment', async () => {
    const mail = await render('', { head: '<!-- <body> -->' });
    expect(wasForced(mail.html.replace(/<!--[\s\S]*?-->/g, ''))).toBe(true);
  });
});

describe('the line that is put at the start', () => {
  it('is no small print of a text that stands in no element', async () => {
    const html = await compileCampaign({
      subject: { en: 's' },
      mjml: {},
      html: { en: 'Hello, all of you.' },
      defaultLanguage: 'en',
    });
    expect(html.ok).toBe(true);
  });

  const PADDING = '<div style="display:none">\u200c\u00a0\u200c\u00a0</div>';
  const hidden = 'display:none;font-size:1px;line-height:1px;max-height:0;overflow:hidden';

  it.each([
    ['alone', `<div style="${hidden}">Meet us.</div>`],
    ['behind a comment', `<!-- made by hand -->\n<div style="${hidden}">Meet us.</div>`],
    ['with padding behind it', `<span style="${hidden}">Meet us.</span>${PADDING}`],
    ['with padding within', `<div style="${hidden}">Meet us.${PADDING}</div>`],
    ['hidden by a class', '<p class="pre">Meet us.</p>'],
    ['within a table', `<table><tr><td><div style="${hidden}">Meet us.</div>`],
    ['flat', '<div style="max-height:0;overflow:hidden">Meet us.</div>'],
    ['filled', `<div style="${hidden}">{{ contact.name | default: "Meet us." }} Meet us.</div>`],
  ])('comes after a preheader %s: inboxes show that beside the subject', async (_what, start) => {
    const { html } = await render('', { html: { en: bodyOf(start) } });
    const page = parseHtml(html);
    const texts = page('body').text().replace(/\s+/g, ' ');
    expect(texts.indexOf('Meet us.')).toBeLessThan(texts.indexOf('UNSUBSCRIBE'));
    expect(wasForced(html)).toBe(true);
    const [line] = page('.adieu-line').toArray();
    expect(page(line).nextAll().addBack().parents('[style*="display:none"]')).toHaveLength(0);
  });

  it.each([
    ['a text that is shown', '<div>Meet us.</div>'],
    ['a text that narrow screens show', '<div class="narrow">Meet us.</div>'],
    [
      'a hidden text behind a picture',
      `<img src="https://x.example.test/p.png" alt=""><div style="${hidden}">Meet us.</div>`,
    ],
    [
      'a hidden text under a condition',
      `{% unless contact.vip %}<div style="${hidden}">Meet us.</div>{% endunless %}`,
    ],
  ])('comes before %s', async (_what, start) => {
    const { html } = await render('', { html: { en: bodyOf(start) } });
    expect(html.indexOf('class="adieu-line')).toBeLessThan(html.indexOf('Meet us.'));
  });

  it('comes after the preheader of MJML', async () => {
    const mjml = `<mjml><mj-head><mj-preview>Meet us.</mj-preview></mj-head><mj-body><mj-section><mj-column>
      <mj-text>News.</mj-text></mj-column></mj-section></mj-body></mjml>`;
    const { html } = await render('', { mjml: { en: mjml }, html: {} });
    expect(wasForced(html)).toBe(true);
    expect(html.indexOf('Meet us.')).toBeLessThan(html.indexOf('adieu-line'));
  });

  it.each([
    ['of dark rules', '.page { background-color:#14201f } .page p { color:#f4f1ea }'],
    ['that darkens its ground alone', 'body { background:#000 }'],
    ['of no ground of its own', '.none { color:#fff }'],
  ])(
    'has colours of its own on a page %s, whatever of the head a client drops',
    async (_what, dark) => {
      const head = `<meta name="color-scheme" content="light dark"><style>
      .page { background-color:#f4f1ea } @media (prefers-color-scheme: dark) { ${dark} }</style>`;
      const page = `<html><head>${head}</head><body class="page"><p>News.</p></body></html>`;
      const { html } = await render('', { html: { en: page } });
      for (const kept of [
        html,
        html.replace(/<meta name="(?:supported-)?color-schemes?"[^>]*>/g, ''),
      ]) {
        const parsed = parseHtml(kept);
        const [line] = textNodes(parsed, parsed('.adieu-line')[0]);
        const looks = [...looksOf(parsed, true), ...looksOf(parsed, false)];
        for (const look of looks) {
          expect(contrastOf(line!, look)).toBeGreaterThanOrEqual(4.5);
          const { cascade, world } = look;
          expect(cascade.declared(parsed('.adieu-line')[0]!, world).get('color')).toMatch(/^#/);
        }
      }
    },
  );
});

describe('where the way out stands by API (A4)', () => {
  it('TOP puts the line at the start also where there is another', async () => {
    const mail = await render('{{ unsubscribe }}', { header: 'TOP' });
    expect(mail.html.split(url)).toHaveLength(3);
    expect(wasForced(mail.html)).toBe(true);
  });

  it('TOP puts one that is read itself, also on a page whose own link is', async () => {
    const dark = '<style>body { background-color: #14201f; }</style>';
    const { html } = await render(`<p>${link('color:#ffffff')}</p>`, { header: 'TOP', head: dark });
    const page = parseHtml(html);
    const [line] = textNodes(page, page('.adieu-line')[0]);
    for (const look of looksOf(page)) expect(contrastOf(line!, look)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['PLACED', 'NONE'] as const)(
    '%s adds nothing beside a link that is seen, and only then (A4, B2)',
    async (header) => {
      const kept = await render(link(), { header });
      expect([wasForced(kept.html), kept.replaced]).toEqual([false, null]);
      const replaced = await render(link('display:none'), { header });
      expect([wasForced(replaced.html), replaced.replaced]).toEqual([
        true,
        expect.stringContaining('display: none'),
      ]);
      const without = await render('', { header });
      expect([wasForced(without.html), without.replaced]).toEqual([
        true,
        expect.stringContaining('no link'),
      ]);
    },
  );

  it('a receipt has none (H-11)', async () => {
    const mail = await render('', { purpose: 'TRANSACTIONAL' });
    expect(mail.html + mail.text).not.toContain(url);
  });

  it('the link back leads to the page and is no way out', async () => {
    const mail = await render('{{ subscribe_again }}');
    expect(mail.html).toMatch(new RegExp(`<a href="${url}"[^>]*>Subscribe again</a>`));
    expect(wasForced(mail.html)).toBe(true);
  });
});

describe('the text part', () => {
  it('of one’s own has the way out, too', async () => {
    const mail = await render(link(), { text: { en: 'Hello, nothing here.' } });
    expect(mail.text).toBe(`UNSUBSCRIBE <${url}>\n\nHello, nothing here.`);
  });

  it('of one’s own keeps it where the author put it', async () => {
    const mail = await render(link(), { text: { en: 'Hello.\n\n{{ unsubscribe }}' } });
    expect(mail.text).toBe(`Hello.\n\nUNSUBSCRIBE <${url}>`);
  });

  it('does not count one that stands under a condition', async () => {
    const text = '{% if contact.a %}{{ unsubscribe }}{% endif %}Hello.';
    expect((await render(link(), { text: { en: text } })).text).toMatch(/^UNSUBSCRIBE/);
  });

  it('made from the HTML leaves out what is hidden there', async () => {
    const mail = await render(`<div style="display:none">Preview</div>${link()}`);
    expect(mail.text).not.toContain('Preview');
    expect(mail.text).toContain(`Unsubscribe here <${url}>`);
  });
});
