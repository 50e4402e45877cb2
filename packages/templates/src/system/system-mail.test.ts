import { LANGUAGES } from '@adieu/domain';
import { MAIL_MESSAGES } from '@adieu/messages';
import { describe, expect, it } from 'vitest';
import { renderSystemMail } from './render-system-mail.tsx';

const url = `https://leave.example.test/o/${'A-_9'.repeat(10)}abc`;
const facts = { organisation: 'Nordlys <b>&', account: 'Shop', scope: 'Events "x" <i>' };
const topic = (name: string) => ({ kind: 'TOPIC', name }) as const;

/** D-4: words that sell something have no place in a mail that asks for consent. */
const ADVERTISING =
  /offer|sale\b|discount|save \d|free\b|buy|shop now|deal|voucher|erbjud|rabatt|gratis|köp|spara|rea\b|tilbud|køb|spar |angebot|kostenlos|gutschein|kauf|slev|zdarma|nabídk|kup|akce|%|[€$£]|\bkr\b/i;

describe.each(LANGUAGES)('our own mails in %s', (language) => {
  it('ask for the second step with the link unchanged, once, and nothing to buy (D-4)', async () => {
    const mail = await renderSystemMail({
      template: 'double-opt-in',
      language,
      timeZone: 'UTC',
      ...facts,
      scope: topic(facts.scope),
      confirmUrl: url,
      expiresAt: new Date('2026-05-04T08:00:00Z'),
    });
    expect(mail.html.split(`href="${url}"`)).toHaveLength(2);
    expect(mail.text).toContain(url);
    expect(mail.html).toContain(`lang="${language}"`);
    expect(mail.html).not.toMatch(/<img|<i>|<b>&/);
    expect(mail.html.match(/https?:\/\//g)!.length).toBe(mail.html.includes('w3.org') ? 2 : 1);
    expect(mail.text).toMatch(/2026/);
    expect(mail.subject).toContain('Events');
  });

  it('carry the link to one’s own data, once and unchanged (P5)', async () => {
    const mail = await renderSystemMail({
      template: 'data-link',
      language,
      timeZone: 'UTC',
      organisation: facts.organisation,
      dataUrl: url,
      expiresAt: new Date('2026-05-04T08:00:00Z'),
    });
    expect(mail.html.split(`href="${url}"`)).toHaveLength(2);
    expect(mail.text).toContain(url);
    expect(mail.html).not.toMatch(/<img|<b>&/);
  });

  it('say below their signature who answers for them, as text and without another link', async () => {
    const imprint = ['Nordlys', 'Nordlys Norr', 'Storgata <1>', '+47 77 00 00 00'];
    const frame = { language, timeZone: 'UTC', organisation: 'Nordlys', imprint };
    const when = new Date('2026-05-04T08:00:00Z');
    const mails = [
      { template: 'data-link', dataUrl: url, expiresAt: when },
      {
        template: 'double-opt-in',
        account: 'Shop',
        scope: topic('X'),
        confirmUrl: url,
        expiresAt: when,
      },
      { template: 'decision', scope: 'X', receivedAt: when, reason: null, pageUrl: url },
    ] as const;
    for (const each of mails) {
      const mail = await renderSystemMail({ ...each, ...frame });
      expect(mail.text.trimEnd()).toMatch(
        /\nNordlys\nNordlys Norr\nStorgata <1>\n\+47 77 00 00 00$/,
      );
      expect(mail.html).toContain('Storgata &lt;1&gt;');
      expect(mail.html.match(/<a /g)).toHaveLength(1);
    }
  });

  it('ask with sender, what, link and what to do if it was not you, and nothing that sells (D-4)', async () => {
    const mail = await renderSystemMail({
      template: 'double-opt-in',
      language,
      timeZone: 'UTC',
      organisation: 'Nordlys',
      account: 'Nordlys',
      scope: topic('Events'),
      confirmUrl: url,
      expiresAt: new Date('2026-05-04T08:00:00Z'),
    });
    const words = MAIL_MESSAGES[language].doubleOptIn;
    for (const part of ['Nordlys', 'Events', words.otherwise, words.withdraw])
      expect(mail.text).toContain(part);
    expect(`${mail.subject}\n${mail.text.replaceAll(url, '')}`).not.toMatch(ADVERTISING);
    expect(mail.html.match(/<a /g)).toHaveLength(1);
    expect(mail.html).not.toMatch(/<img|background=|@import|<link/);
    expect(mail.text.length).toBeLessThan(1_500);
  });

  it('ask for a sender’s marketing without naming it twice', async () => {
    const { subject, text } = await renderSystemMail({
      template: 'double-opt-in',
      language,
      timeZone: 'UTC',
      organisation: 'Fjord',
      account: 'Nordlys',
      scope: { kind: 'ACCOUNT', name: 'Nordlys' },
      confirmUrl: url,
      expiresAt: new Date('2026-05-04T08:00:00Z'),
    });
    expect([subject.match(/Nordlys/g), text.match(/Nordlys/g)]).toEqual([['Nordlys'], ['Nordlys']]);
    expect(`${subject} ${text}`).not.toMatch(/[“”„»]/);
  });

  it('carry the way in to the review, once and unchanged', async () => {
    const mail = await renderSystemMail({
      template: 'sign-in',
      language,
      timeZone: 'UTC',
      organisation: facts.organisation,
      signInUrl: url,
      expiresAt: new Date('2026-05-04T08:00:00Z'),
    });
    expect(mail.html.split(`href="${url}"`)).toHaveLength(2);
    expect(mail.text).toContain(url);
    expect(mail.html).not.toMatch(/<img|<b>&/);
  });

  it('tell of a decline with its reason, escaped (B1)', async () => {
    const mail = await renderSystemMail({
      template: 'decision',
      language,
      timeZone: 'UTC',
      ...facts,
      receivedAt: new Date('2026-05-04T08:00:00Z'),
      reason: 'On call <script>alert(1)</script>\nuntil May',
      pageUrl: null,
    });
    expect(mail.html).not.toContain('<script>');
    expect(mail.text).toContain('On call <script>alert(1)</script>');
  });

  it('tell of a revert with the page where to ask again (W-7)', async () => {
    const mail = await renderSystemMail({
      template: 'decision',
      language,
      timeZone: 'UTC',
      ...facts,
      receivedAt: new Date('2026-05-04T08:00:00Z'),
      reason: null,
      pageUrl: url,
    });
    expect(mail.text).toContain(url);
    expect(mail.subject).not.toBe('');
  });
});
