import { describe, expect, it } from 'vitest';
import { DOUBLE_OPT_IN, RETURN_LINK } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

describe('the double opt-in page', () => {
  it('shows the declaration, its scope, the masked address, and what to do if it was not you', async () => {
    const { html, status } = await open(`/o/${RETURN_LINK}`);
    expect(status).toBe(200);
    expect(html).toContain(`<blockquote>${DOUBLE_OPT_IN.declaration}</blockquote>`);
    expect(html).toContain('“Newsletter”, from Fjordkraft');
    expect(html).toContain('an•••@ex•••.test');
    expect(html).toContain('the link ends on 1 December 2026 at 11:32 CET');
    expect(buttons(html)).toEqual(['Yes, I agree']);
  });

  it.each([
    [
      {
        __typename: 'DoubleOptInConfirmed',
        scope: { kind: 'BOOK', id: 'book_1', name: 'Newsletter' },
        confirmedAt: '2026-11-24T10:40:00Z',
      },
      'Confirmed',
      '24 November 2026 at 11:40 CET',
    ],
    [{ __typename: 'Expired' }, 'This link has ended', 'Nothing was changed'],
    [{ __typename: 'Superseded' }, 'A later choice counts', 'nothing was changed'],
  ])('confirms on POST alone, and tells the result: %o', async (result, heading, text) => {
    site.api.answers['ConfirmDoubleOptIn'] = { confirmDoubleOptIn: result };
    const { html, status } = await post(`/o/${RETURN_LINK}`, [['intent', 'confirm']]);
    expect(status).toBe(200);
    expect(html).toMatch(new RegExp(`<h1[^>]*>${heading}</h1>`));
    expect(html).toContain(text);
    expect(site.api.mutations().map(({ variables }) => variables.input)).toEqual([
      { token: RETURN_LINK, origin: '203.0.113.9', userAgent: 'Lynx' },
    ]);
  });
});
