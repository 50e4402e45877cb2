import { describe, expect, it } from 'vitest';
import { LINK, optOut, staffInformation } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

describe('the page of a service link', () => {
  it('leaves its list by one button, and says that messages are paused immediately', async () => {
    site.api.answers['Preferences'] = staffInformation();
    const { html } = await open(`/u/${LINK}`);
    expect(buttons(html)).toEqual(['Unsubscribe from “Staff information”']);
    expect(html).toContain('Messages are paused immediately');
  });

  it.each([
    ['REVERT', 'the pause ends, messages resume'],
    ['OPT_OUT', 'you’re unsubscribed for good'],
  ] as const)(
    'says who decides, until when, and what happens otherwise (%s)',
    async (onTimeout, text) => {
      site.api.answers['Preferences'] = staffInformation({
        optOut: optOut({ state: 'PENDING', deadline: '2026-12-01T10:32:00Z', onTimeout }),
      });
      const { html } = await open(`/u/${LINK}`);
      expect(html).toContain('Messages are paused');
      expect(html).toContain(
        'Fjordkraft Kooperativ has until 1\u00a0December 2026 at\u00a011:32\u00a0CET to decide',
      );
      expect(html).toContain(text);
      expect(buttons(html)).toEqual(['Send']);
    },
  );

  it('promises one thing for the deadline, also beside the way back', async () => {
    const pending = optOut({
      state: 'PENDING',
      deadline: '2026-12-01T10:32:00Z',
      onTimeout: 'REVERT',
    });
    site.api.answers['Preferences'] = staffInformation({ optOut: pending, mayReturn: true });
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('the pause ends');
    expect(html).toContain('messages come again without waiting for that decision');
    expect(html).not.toContain('and not before');
    site.api.answers['Preferences'] = staffInformation({ optOut: optOut(), mayReturn: true });
    expect((await open(`/u/${LINK}`)).html).toContain('and not before');
  });

  it('lets them add words for whoever decides, also later, as long as it is open', async () => {
    const pending = optOut({
      state: 'PENDING',
      deadline: '2026-12-01T10:32:00Z',
      onTimeout: 'REVERT',
    });
    site.api.answers['Preferences'] = staffInformation({ optOut: pending });
    site.api.answers['GiveReason'] = { giveReason: { __typename: 'ReasonGiven', kept: true } };
    for (const path of [`/u/${LINK}`, `/u/${LINK}?done=left`, `/u/${LINK}?done=reason`]) {
      const { html } = await open(path);
      expect(html).toContain('<h2>Would you like to add something?</h2>');
      expect(html).toContain('Whoever decides at Fjordkraft Kooperativ reads it.');
    }
    const { html } = await open(`/u/${LINK}`);
    const words = 'I moved to <b>Malmö</b>.';
    const { response } = await post(`/p/${LINK}`, [
      ['intent', 'reason'],
      ['words', words],
    ]);
    expect(html).toContain('name="words"');
    expect(response.headers.get('location')).toBe(`/u/${LINK}?done=reason`);
    expect(site.api.mutations()).toMatchObject([{ variables: { input: { text: words } } }]);
    expect(site.server.log()).not.toContain('Malmö');
    site.api.answers['Preferences'] = staffInformation({ optOut: optOut({ state: 'DECLINED' }) });
    expect((await open(`/u/${LINK}`)).html).not.toContain('name="words"');
  });

  it.each([
    ['DECLINED', 'declined your request of 24\u00a0November 2026'],
    ['REVERTED', 'Nobody decided on your request of 24\u00a0November 2026'],
  ] as const)(
    'says what became of an earlier wish (%s), and may be asked again',
    async (state, text) => {
      site.api.answers['Preferences'] = staffInformation({ optOut: optOut({ state }) });
      const { html } = await open(`/u/${LINK}`);
      expect(html).toContain(text);
      expect(buttons(html)).toEqual(['Unsubscribe from “Staff information”']);
    },
  );

  it('says plainly that an exempt list can not be left, and leaves all marketing (A1)', async () => {
    site.api.answers['Preferences'] = staffInformation({ exempt: true });
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('“Staff information” is information that Fjordkraft Kooperativ has to');
    expect(buttons(html)).toEqual(['Stop all marketing from Fjordkraft']);
  });

  it('tells those who left before the exemption that they stay out (A1)', async () => {
    const standing = optOut({ scope: { kind: 'BOOK', id: 'book_2', name: 'Staff information' } });
    site.api.answers['Preferences'] = staffInformation({ exempt: true, optOut: standing });
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('You’re already unsubscribed');
    expect(html).not.toContain('you can’t unsubscribe from it');
  });
});
