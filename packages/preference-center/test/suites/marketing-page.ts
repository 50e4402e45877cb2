import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LINK, newsletter, optOut, staffInformation } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

describe('the page of a marketing link', () => {
  it('offers first to leave all marketing, then the settings (C3, P-2)', async () => {
    const { html, status } = await open(`/u/${LINK}`);
    expect(status).toBe(200);
    expect(buttons(html)).toEqual([
      'Stop all marketing from Fjordkraft',
      'Unsubscribe only from “Newsletter”',
      'Save settings',
      'Get “Surveys” again',
    ]);
  });

  it('does not say that topics are received where the lists that bring them are left', async () => {
    expect((await open(`/u/${LINK}`)).html).toContain('You get messages about these topics');
    site.api.answers['Preferences'] = newsletter({ topicsCome: false });
    const { html } = await open(`/u/${LINK}`);
    expect(html).not.toContain('You get messages about these topics');
    expect(html).toContain('You don’t get messages about these topics now');
  });

  it('asks for nothing to be typed, and needs no login (P-1)', async () => {
    const { html } = await open(`/u/${LINK}`);
    const kinds = [...html.matchAll(/<input[^>]*type="(\w+)"/g)].map(([, type]) => type);
    expect(new Set(kinds)).toEqual(new Set(['hidden', 'checkbox', 'radio', 'date']));
    // The way out stands in a form of its own: what may be set below is no step of it.
    expect(buttons(/<form[^>]*>(.*?)<\/form>/.exec(html)![1]!)).toEqual([
      'Stop all marketing from Fjordkraft',
    ]);
    expect(/<form[^>]*>(.*?)<\/form>/.exec(html)![1]).not.toMatch(/<(input|select)/);
    expect(html).not.toMatch(/<textarea|type="(text|email)"|required/);
  });

  it('shows the address masked, and no whole address anywhere (C4, P-4)', async () => {
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('an•••@ex•••.test');
    expect(html).not.toMatch(/[\w.]+@[\w.]+/);
  });

  it('ships no script and asks nobody else for anything (P-3, P-8)', async () => {
    const { html } = await open(`/u/${LINK}`);
    expect(html).not.toMatch(/<script|\son\w+=|https?:|src=|@import|url\(/);
  });

  it('weighs no more than 10 kB compressed', async () => {
    const { html } = await open(`/u/${LINK}`);
    expect(gzipSync(html).byteLength).toBeLessThan(10_000);
  });

  it('escapes what accounts and topics are called', async () => {
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('Events &amp; &lt;courses&gt;');
  });

  it('leaves the list of a topic’s mail too: what has no topic goes on when every box is unticked', async () => {
    const scope = { kind: 'TOPIC', id: 'topic_1', name: 'Product news' } as const;
    site.api.answers['Preferences'] = newsletter({ scope });
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('Messages from “Newsletter” that don’t belong to a topic keep coming.');
    expect(buttons(html)).toContain('Unsubscribe only from “Newsletter”');
    const book = { kind: 'BOOK', id: 'book_1', name: 'Newsletter' } as const;
    site.api.answers['Preferences'] = newsletter({ scope: book });
    expect((await open(`/u/${LINK}`)).html).toContain('that don’t belong to a topic keep coming');
    site.api.answers['Preferences'] = newsletter({ scope: book, topics: [] });
    expect((await open(`/u/${LINK}`)).html).not.toContain('belong to a topic');
    site.api.answers['Preferences'] = newsletter({ scope, optOut: optOut({ scope: book }) });
    expect((await open(`/u/${LINK}`)).html).not.toContain('belong to a topic');
    site.api.answers['Leave'] = { leave: { __typename: 'Left' } };
    await post(`/p/${LINK}`, [['choice', 'THIS_BOOK']]);
    expect(site.api.mutations().at(-1)!.variables.input).toMatchObject({ choice: 'THIS_BOOK' });
  });

  it('says that its first button objects to marketing where it does, and only there (GDPR Art. 21)', async () => {
    const objects = async (view: object): Promise<readonly boolean[]> => {
      site.api.answers['Preferences'] = view;
      const { html } = await open(`/u/${LINK}`);
      return [html.includes('right to object'), html.includes('The first button on this page')];
    };
    expect(await objects(newsletter())).toEqual([true, true]);
    expect(await objects(newsletter({ purpose: 'TRANSACTIONAL' }))).toEqual([true, true]);
    expect(await objects(newsletter({ allMarketing: optOut(), mayReturn: true }))).toEqual([
      true,
      false,
    ]);
    expect(await objects(staffInformation())).toEqual([false, false]);
    expect(await objects(staffInformation({ exempt: true }))).toEqual([true, true]);
    expect(await objects(staffInformation({ optOut: optOut(), mayReturn: true }))).toEqual([
      false,
      false,
    ]);
  });

  it('leaves a topic that has no box any more by a button of its own (P-13)', async () => {
    const scope = { kind: 'TOPIC', id: 'topic_9', name: 'Archived' } as const;
    site.api.answers['Preferences'] = newsletter({ scope });
    expect(buttons((await open(`/u/${LINK}`)).html)).toContain('Unsubscribe only from “Archived”');
  });

  it('leaves the account, and offers it once, where the list of the link is gone (P-13)', async () => {
    const scope = { kind: 'ACCOUNT', id: 'account_1', name: 'Fjordkraft' } as const;
    site.api.answers['Preferences'] = newsletter({ scope, topics: [] });
    expect(buttons((await open(`/u/${LINK}`)).html)).toEqual([
      'Stop all marketing from Fjordkraft',
      'Save settings',
    ]);
  });

  it('leaves the account where the message went through no book (B6)', async () => {
    const scope = { kind: 'ACCOUNT', id: 'account_1', name: 'Fjordkraft' } as const;
    site.api.answers['Preferences'] = newsletter({ scope, addressBookName: null });
    expect(buttons((await open(`/u/${LINK}`)).html)).toEqual([
      'Stop all marketing from Fjordkraft',
      'Save settings',
      'Get “Surveys” again',
    ]);
  });

  it('says on the second visit what was left, since when, and by which way and from which mailing (C5, P-5)', async () => {
    site.api.answers['Preferences'] = newsletter({
      allMarketing: optOut({ method: 'ONE_CLICK' }),
      mayReturn: true,
    });
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('You’re already unsubscribed');
    expect(html).toContain('All marketing from Fjordkraft');
    expect(html).toContain(
      '<time dateTime="2026-11-24T10:32:00Z">24\u00a0November 2026 at\u00a011:32\u00a0CET</time>',
    );
    expect(html).toContain('with the unsubscribe button of an e-mail program');
    expect(html).toContain('<dt>Mailing</dt><dd>“Offers in November”</dd>');
    expect(buttons(html)).toEqual(['Send me the confirmation e-mail']);
  });

  it.each([
    [
      ['EMAIL', 'SMS'],
      ['EMAIL', 'SMS'],
      'All marketing from Fjordkraft, by e-mail and text message',
    ],
    [['EMAIL'], ['EMAIL', 'SMS'], 'All marketing from Fjordkraft, by e-mail'],
    [['EMAIL'], ['EMAIL'], 'All marketing from Fjordkraft, by e-mail'],
  ] as const)('names the channels that were left: %j of %j (P-5)', async (left, has, what) => {
    const allMarketing = optOut({ channels: [...left] });
    site.api.answers['Preferences'] = newsletter({ channels: [...has], allMarketing });
    expect((await open(`/u/${LINK}?done=left`)).html).toContain(`<dd>${what}</dd>`);
  });

  it('still offers to leave all marketing where only one list was left', async () => {
    const scope = { kind: 'BOOK', id: 'book_1', name: 'Newsletter' } as const;
    site.api.answers['Preferences'] = newsletter({ optOut: optOut({ scope }) });
    expect(buttons((await open(`/u/${LINK}`)).html)[0]).toBe('Stop all marketing from Fjordkraft');
  });

  it('says that messages one has caused oneself go on, and leaves marketing all the same', async () => {
    site.api.answers['Preferences'] = newsletter({ purpose: 'TRANSACTIONAL' });
    const { html } = await open(`/u/${LINK}`);
    expect(html).toContain('Such messages keep coming');
    expect(buttons(html)).toEqual(['Stop all marketing from Fjordkraft']);
  });
});
