import { describe, expect, it } from 'vitest';
import { compileCampaign } from './compile-campaign.ts';
import { previewMessage } from './preview-message.ts';

const way = '<p><a href="{{ unsubscribe_url }}">Leave this list</a></p>';

async function compile(body: string, partials = {}) {
  return compileCampaign({
    subject: { en: 'Spring' },
    mjml: {},
    html: { en: `<p>Hello, all of you.</p>${body}` },
    partials,
    defaultLanguage: 'en',
  });
}

/** Why the author's own way out did not do, or what is wrong with all of it. */
async function judged(body: string): Promise<string | null> {
  const made = await compile(body);
  return made.ok
    ? made.campaign.fallback.wayOutReplaced
    : made.problems.map(({ message }) => message).join();
}

describe('a page is judged as its readers get it (F1, H-16, H-17)', () => {
  it.each([
    [
      'hidden by one condition, and shown again by another',
      `<div {% if contact.b %}style=""{% endif %} {% if contact.a %}style="display:none"{% endif %}>${way}</div>`,
    ],
    [
      'in what one condition opens and another closes',
      `{% if contact.a %}<div style="display:none">{% endif %}{% if contact.b %}</div>{% endif %}${way}`,
    ],
    [
      'in a row that one condition hides and another begins anew',
      `<table>{% if contact.a %}<tr style="display:none">{% endif %}{% if contact.b %}<tr>{% endif %}<td>${way}</td></tr></table>`,
    ],
    [
      'hidden by a class that a value makes',
      `<style>.x{display:none}</style><div class="{{ 'x' }}">${way}</div>`,
    ],
    [
      'hidden by a class that is asked for in a condition',
      `<style>.x{display:none}</style><div class="{% if contact.a == 'one' %}x{% endif %}{% if contact.b %} y{% else %}y{% endif %}">${way}</div>`,
    ],
    [
      'hidden by a style for those who run no scripts, which mail clients are',
      `<noscript><style>p {display:none}</style></noscript>${way}`,
    ],
    [
      'hidden by what may stand before it',
      `<style>i ~ p {display:none} b ~ p {display:block !important}</style>{% if contact.a %}<i>a</i>{% endif %}{% if contact.b %}<b>b</b>{% endif %}${way}`,
    ],
  ])('a way out %s does not do', async (_what, body) => {
    expect(await judged(body)).not.toBeNull();
  });

  it('a way out of values alone may be empty', async () => {
    const body = '<p><a href="{{ unsubscribe_url }}">{{ contact.words }}</a></p>';
    expect(await judged(body)).toMatch(/no text of its own/);
  });

  it.each([
    ['whole conditions', `{% if contact.a %}<p>Hello</p>{% else %}<p>You</p>{% endif %}${way}`],
    ['loops', `{% for x in (1..3) %}<p>{{ x }}</p>{% endfor %}${way}`],
    [
      'a link under a condition',
      `{% if contact.a %}<a href="{{ contact.a }}">{% endif %}Look at this{% if contact.a %}</a>{% endif %}${way}`,
    ],
    [
      'a coloured row',
      `<p style="color:{% if contact.a %}#222222{% else %}#333333{% endif %}">Hello</p>${way}`,
    ],
    [
      'a button of Outlook',
      `<!--[if mso]><v:roundrect href="{{ contact.a }}">x</v:roundrect><![endif]-->${way}`,
    ],
  ])('%s are well', async (_what, body) => {
    expect(await judged(body)).toBeNull();
  });

  it.each([
    ['steps', '{% for a in (1..300) %}{% for b in (1..300) %}x{% endfor %}{% endfor %}', /steps/],
    [
      'characters',
      `{% for a in (1..9000) %}${'<p>Hello there</p>'.repeat(30)}{% endfor %}`,
      /longer than/,
    ],
    [
      'what a filter makes',
      '{% assign a = "xxxxxxxxxx" %}'.concat(
        '{% assign a = a | append: a %}'.repeat(30),
        '<p>{{ a }}</p>',
      ),
      /too long/,
    ],
  ])(
    'what takes too many %s to fill is refused before it is sent',
    async (_what, body, expected) => {
      expect(await judged(body)).toMatch(expected);
    },
  );
});

describe('a field by a name that means something to JavaScript is but a field', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', async (field) => {
    const made = await compile(`<p>Hello {{ contact.${field} }}</p>`);
    if (!made.ok) throw new Error(made.problems[0]!.message);
    const values = {
      language: 'en',
      organisation: 'Nordlys',
      account: 'Shop',
      unsubscribeUrl: 'https://leave.example.test/u/x',
      webVersionUrl: 'https://leave.example.test/m/x',
    };
    const shown = previewMessage(made.campaign, { ...values, fields: {} });
    expect(shown).toMatchObject({ missing: [field] });
    expect('html' in shown && shown.html).toContain(`Hello [${field}]`);
    const fields = JSON.parse(`{"${field}":"Åsa"}`) as Record<string, string>;
    const full = previewMessage(made.campaign, { ...values, fields });
    expect('html' in full && full.html).toContain('Hello Åsa');
  });
});
