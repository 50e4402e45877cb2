import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { LINK, newsletter, optOut, staffInformation } from '../samples.ts';
import { buttons, open, site } from '../site.ts';

const SMS = { maskedAddress: '+46 70 ••• •• 12', channels: ['SMS'] as ['SMS'] };
const BOOK = { kind: 'BOOK', id: 'book_1', name: 'Newsletter' } as const;

/** The page’s words, without its head and the links of its sender. */
const words = (html: string): string =>
  /<main[^]*<\/main>/.exec(html)![0].replaceAll(/<[^>]*>/g, ' ');

describe('the page of an SMS’s link', () => {
  it('speaks of the number and the message, and of no e-mail', async () => {
    site.api.answers['Preferences'] = newsletter(SMS);
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('Number <bdi>+46 70 ••• •• 12</bdi>');
    expect(html).toContain('Then this message was forwarded to you');
    expect(buttons(html)).toEqual([
      'Stop all marketing from Fjordkraft',
      'Unsubscribe only from “Newsletter”',
      'Save settings',
    ]);
  });

  it.each(LANGUAGES)('promises no mail in any state, for none would come: %s', async (language) => {
    const bySms = (changes: Parameters<typeof optOut>[0] = {}) =>
      optOut({ method: 'SMS_LINK', channels: ['SMS'], subject: null, ...changes });
    const pending = bySms({
      state: 'PENDING',
      deadline: '2026-12-01T10:32:00Z',
      onTimeout: 'REVERT',
    });
    const left = bySms();
    const states = [
      newsletter({ ...SMS, language }),
      newsletter({ ...SMS, language, allMarketing: left, startTo: '+46701740600' }),
      newsletter({
        ...SMS,
        language,
        inFlight: [{ subject: null, until: '2026-11-24T10:33:00Z' }],
      }),
      staffInformation({ ...SMS, language }),
      staffInformation({ ...SMS, language, optOut: pending }),
      staffInformation({ ...SMS, language, optOut: bySms({ state: 'DECLINED' }) }),
      staffInformation({ ...SMS, language, optOut: bySms({ state: 'REVERTED' }) }),
    ];
    for (const state of states)
      for (const done of ['', '?done=left']) {
        site.api.answers['Preferences'] = state;
        const { html } = await open(`/u/${LINK}${done}`);
        expect(words(html)).not.toMatch(/e-?mail|e-post|mejl|\bmails?\b/i);
        expect(html).not.toContain('name="intent" value="data"');
      }
  });

  it('tells where to send START to come back, where it is read, and nothing where it is not (A6)', async () => {
    const left = { ...SMS, optOut: optOut({ scope: BOOK, channels: ['SMS'] }) };
    site.api.answers['Preferences'] = newsletter({ ...left, startTo: '+46701740600' });
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('Was that a mistake?');
    expect(html).toContain('send START to +46701740600 from your phone');
    site.api.answers['Preferences'] = newsletter(left);
    expect((await open(`/u/${LINK}`)).html).not.toContain('Was that a mistake?');
  });

  it('says whom to ask for one’s data, as no link to them can be mailed', async () => {
    site.api.answers['Preferences'] = newsletter(SMS);
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('contact Fjordkraft Kooperativ');
    expect(buttons(html)).not.toContain('Send me that link');
  });
});
