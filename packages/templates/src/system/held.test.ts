import { LANGUAGES } from '@adieu/domain';
import { CAMPAIGN_MESSAGES } from '@adieu/messages';
import { describe, expect, it } from 'vitest';
import { WAY_OUT_URL } from '../campaign/outline.ts';
import { htmlLiquid, parseLiquid } from '../campaign/liquid.ts';
import { whyNoWayOut } from '../campaign/way-out.ts';
import { HeldEmail, type HeldProps } from './held.email.tsx';
import { renderSystemMail } from './render-system-mail.tsx';

const unsubscribeUrl = `https://leave.example.test/u/${'A-_9'.repeat(10)}`;
const held = (language: HeldProps['language'], more: Partial<HeldProps> = {}) =>
  renderSystemMail({
    template: 'held',
    ...HeldEmail.PreviewProps,
    unsubscribeUrl,
    language,
    ...more,
  });

describe.each(LANGUAGES)('what was held, in one mail, in %s (N12)', (language) => {
  it('tells of each message: its subject, its beginning, its link where there is one', async () => {
    const { subject, text, html } = await held(language);
    expect(subject).toMatch(/^Nordlys Shop: 2 /);
    for (const part of ['Spring is here', 'the first tulips', 'Open on Sunday', 'from ten to four'])
      expect(text).toContain(part);
    expect(text.indexOf('Spring is here')).toBeLessThan(text.indexOf('Open on Sunday'));
    expect(html.split('href="https://leave.example.test/m/a"')).toHaveLength(2);
    expect(html).not.toContain('/m/b');
    expect(html).not.toMatch(/undefined|\[object/);
  });

  it('has one way out for all, first in the page and in the text, where it is seen (F1, H-17)', async () => {
    const { text, html } = await held(language);
    expect(text.trimStart()).toMatch(
      new RegExp(`^${CAMPAIGN_MESSAGES[language].unsubscribe}\\s*[<\\[(]?${unsubscribeUrl}`),
    );
    expect(`${text}${html}`).not.toMatch(/\/u\/[ab]\b/);
    const judged = await held(language, { unsubscribeUrl: WAY_OUT_URL });
    const parsed = parseLiquid(htmlLiquid, judged.html);
    expect('template' in parsed && whyNoWayOut(parsed.template)).toBeNull();
  });
});

it('keeps markup and templates of what it tells of as the text that they are', async () => {
  const [message] = HeldEmail.PreviewProps.messages;
  const { html, text } = await held('en', {
    messages: [
      { ...message!, subject: '<b>Sale</b>', text: '<script>x</script> {{ contact.name }}' },
    ],
  });
  expect(html).not.toMatch(/<b>|<script/);
  expect(text).toContain('<script>x</script> {{ contact.name }}');
});
