import { performance as nodePerformance } from 'node:perf_hooks';
import type { CompiledMailContent } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { ReadyCampaign } from '../campaign/ready-campaign.ts';
import { keepCompiled } from '../campaign/keep-compiled.ts';
import { makeCampaign } from './make-campaign.ts';
import { runApart } from './run-apart.ts';

const look = { production: false, hasTopic: false };
const make = (body: string, organisationId = 'nordlys') =>
  makeCampaign(
    {
      subject: { en: 'Spring', sv: 'Vår' },
      mjml: {},
      html: { en: body, sv: '<p>Hej alla.</p>' },
      defaultLanguage: 'en',
    },
    look,
    organisationId,
  );
const way = '<p><a href="{{ unsubscribe_url }}">Leave this list</a></p>';
const values = {
  language: 'en',
  fields: {},
  organisation: 'Nordlys',
  account: 'Shop',
  unsubscribeUrl: 'https://leave.example.test/u/x',
  webVersionUrl: 'https://leave.example.test/m/x',
};

/** Elements that a parser opens anew within each of many others. */
const SQUARE = `<p>${Array.from({ length: 240 }, (_, i) => `<b id="${i}">`).join('')}${'</p><p>x'.repeat(20_000)}`;

const SLOW = '<p>Hello {{ contact.a | default: "you" }}</p>'.repeat(1_500);

describe('what authors wrote is made apart, with an end (O-10)', () => {
  it('what takes too long or too much is told with its language and part, and other languages are made', async () => {
    const made = await make(`<p>Hello</p>${SQUARE}`);
    expect(made).toMatchObject({ ok: false, problems: [{ language: 'en', part: 'html' }] });
    expect(made.ok ? '' : made.problems[0]!.message).toMatch(/it takes more than/);
  }, 120_000);

  it('a dozen slow texts of one organisation do not keep another’s from being made next (Q-7)', async () => {
    await make('<p>Hello, all of you.</p>');
    const before = nodePerformance.eventLoopUtilization();
    const ended: string[] = [];
    const slow = Array.from({ length: 12 }, async () => {
      const { ok } = await make(SLOW, 'slow');
      ended.push('slow');
      return ok;
    });
    const { ok } = await make('<p>Hello, all of you.</p>', 'other');
    ended.push('other');
    expect(ok).toBe(true);
    // At most what was being made already, on however many processors.
    expect(ended.length).toBeLessThanOrEqual(5);
    expect(new Set(await Promise.all(slow))).toEqual(new Set([true]));
    // This process only waited.
    expect(nodePerformance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  }, 120_000);

  it('a text message is held to the budget of a mail, and what comes next is made', async () => {
    const body = `{% assign a = "x" %}${'{% assign a = a | append: a %}'.repeat(20)}{% for i in (1..9000) %}{% assign b = a | upcase | split: "" %}{% endfor %}`;
    const text = { language: 'en', filled: 'APART', text: body } as const;
    const reader = { fields: {}, organisation: '', account: '', wayOut: null };
    const filled = runApart('fillSms', { text, values: reader, addsWayOut: true }, 'nordlys');
    await expect(filled).rejects.toThrow(/makes texts that are too long/);
    expect((await make('<p>Hello, all of you.</p>')).ok).toBe(true);
  });
});

describe('a released text is filled as its release proved (F1, H-16)', () => {
  const readyOf = (kept: CompiledMailContent): ReadyCampaign => new ReadyCampaign(kept, 'nordlys');
  const filled = async (body: string) => {
    const made = await make(body);
    if (!made.ok) throw new Error(made.problems[0]!.message);
    return keepCompiled(made.campaign);
  };

  it.each([
    ['IN_PLACE', `<p>Hello {{ contact.a | default: "you" }}</p>${way}`],
    ['IN_PLACE', `{% if contact.a %}<p>Hello</p>{% endif %}${way}`],
    ['APART', `{% for x in (1..3) %}<p>{{ x }}</p>{% endfor %}${way}`],
    ['APART', `{% assign x = contact.a | default: "you" %}<p>{{ x }}</p>${way}`],
    ['APART', `<p>{{ contact.a | default: "you" | strip_html }}</p>${way}`],
    ['JUDGED', `<p class="{{ contact.a | default: 'x' }}">Hello</p>${way}`],
    ['JUDGED', `{% if contact.a %}<b>{% endif %}Hello{% if contact.a %}</b>{% endif %}${way}`],
  ])('%s: %s', async (way_, body) => {
    const kept = await filled(body);
    expect(kept.variants.find(({ language }) => language === 'en')?.filled).toBe(way_);
    const mail = await readyOf(kept).fillFor({ ...values, fields: { a: 'Åsa' } });
    expect(mail.html).toContain(values.unsubscribeUrl);
  });

  it('a value of one reader that hides the way out keeps that one mail back', async () => {
    const kept = await filled(
      `<style>.gone-for-you {display:none}</style><div class="{{ contact.a | default: 'x' }}">${way}</div><p>Hello</p>`,
    ).catch((error: Error) => error.message);
    if (typeof kept === 'string') return expect(kept).toMatch(/way out/);
    const ready = readyOf({
      ...kept,
      variants: kept.variants.map((text) => ({
        ...text,
        // As if it had been released before its look was judged.
        html: text.html.replace(/<div class="adieu-line[\s\S]*?<\/div>/, ''),
        filled: 'JUDGED' as const,
      })),
    });
    await expect(
      Promise.resolve(ready.fillFor({ ...values, fields: { a: 'gone-for-you' } })),
    ).rejects.toThrow(/hidden/);
  });

  it('nothing goes out without its link, whatever was proved', async () => {
    const kept = await filled(`<p>Hello</p>${way}`);
    const bare = kept.variants.map((text) => ({ ...text, html: '<p>Hello</p>' }));
    const ready = readyOf({ ...kept, variants: bare });
    expect(() => ready.fillFor(values)).toThrow('the way out is missing');
  });
});
