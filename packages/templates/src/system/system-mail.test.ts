import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { consentDeclaration } from './declaration.ts';
import { renderSystemMail } from './render-system-mail.tsx';

const url = `https://leave.example.test/o/${'A-_9'.repeat(10)}abc`;
const facts = { organisation: 'Nordlys <b>&', account: 'Shop', scope: 'Events "x" <i>' };

describe.each(LANGUAGES)('our own mails in %s', (language) => {
  it('ask for the second step with the link unchanged, once, and nothing to buy (D-4)', async () => {
    const mail = await renderSystemMail({
      template: 'double-opt-in',
      language,
      ...facts,
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
      organisation: facts.organisation,
      dataUrl: url,
      expiresAt: new Date('2026-05-04T08:00:00Z'),
    });
    expect(mail.html.split(`href="${url}"`)).toHaveLength(2);
    expect(mail.text).toContain(url);
    expect(mail.html).not.toMatch(/<img|<b>&/);
  });

  it('carry the way in to the review, once and unchanged', async () => {
    const mail = await renderSystemMail({
      template: 'sign-in',
      language,
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
      ...facts,
      receivedAt: new Date('2026-05-04T08:00:00Z'),
      reason: null,
      pageUrl: url,
    });
    expect(mail.text).toContain(url);
    expect(mail.subject).not.toBe('');
  });

  it('name sender, scope and the way to withdraw in the declaration (G-6)', () => {
    const text = consentDeclaration(language, 'Nordlys', 'Events');
    expect(text).toContain('Nordlys');
    expect(text).toContain('Events');
    expect(text.length).toBeGreaterThan(80);
  });
});
