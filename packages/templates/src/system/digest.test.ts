import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import type { DigestProps } from './digest.email.tsx';
import { renderSystemMail } from './render-system-mail.tsx';

const url = `https://leave.example.test/review/${'A-_9'.repeat(10)}`;
const lines: DigestProps['lines'] = [
  {
    name: 'Staff <b>&',
    onTimeout: 'REVERT',
    open: 4,
    fresh: 2,
    oldestDeadline: new Date('2026-05-04T08:00:00Z'),
  },
  {
    name: 'Newsletter',
    onTimeout: 'OPT_OUT',
    open: 1_200,
    fresh: 0,
    oldestDeadline: new Date('2026-05-05T08:00:00Z'),
  },
];
const digest = (language: DigestProps['language'], more: Partial<DigestProps> = {}) =>
  renderSystemMail({
    template: 'digest',
    language,
    timeZone: 'UTC',
    organisation: 'Nordlys <i>',
    lines,
    reviewUrl: null,
    membersUrl: 'https://leave.example.test/members',
    ...more,
  });

describe.each(LANGUAGES)('the digest in %s (N1, P3)', (language) => {
  it('counts what waits in each book, says when it ends and what then happens', async () => {
    const { subject, text, html } = await digest(language);
    expect(subject).toMatch(/^Nordlys <i>: 1.?204 /);
    expect(text).toMatch(/Staff <b>&: 4 [^,]+, 2 /);
    expect(text).toMatch(/Newsletter: 1.?200 [^,\n]+\n/);
    expect(text).toContain('2026');
    expect(
      text.split(/\n/).filter((line) => /^(First|Första|Første|Nächste|Nejbližší) /.test(line))
        .length,
    ).toBe(2);
    expect(html).not.toMatch(/<b>&|<i>|<img|<script/);
    expect(html).toContain(`lang="${language}"`);
    expect(html).not.toMatch(/undefined|\[object|#\s/);
  });

  it('shows the page where to decide unchanged and once, or names the GraphQL documents', async () => {
    const [here, byApi] = await Promise.all([
      digest(language, { reviewUrl: url }),
      digest(language),
    ]);
    expect(here.html.split(`href="${url}"`)).toHaveLength(2);
    expect(here.text).toContain(url);
    expect(here.text).not.toContain('docs/admin.md');
    expect(byApi.html).not.toContain('href=');
    expect(here.text).toContain('https://leave.example.test/members');
    expect(here.text).not.toMatch(/changeMember|GraphQL/);
    expect(byApi.text).toContain('docs/admin.md');
  });

  it('says so where nothing is new and only a deadline comes near', async () => {
    const some = await digest(language);
    const none = await digest(language, { lines: lines.map((line) => ({ ...line, fresh: 0 })) });
    expect(none.text).not.toContain(', 2 ');
    expect(none.text.length).not.toBe(some.text.length);
  });
});

describe('plurals', () => {
  it.each([
    ['cs', 1, '1 žádost o odhlášení čeká na rozhodnutí'],
    ['cs', 2, '2 žádosti o odhlášení čekají na rozhodnutí'],
    ['cs', 4, '4 žádosti o odhlášení čekají na rozhodnutí'],
    ['cs', 5, '5 žádostí o odhlášení čeká na rozhodnutí'],
    ['cs', 22, '22 žádostí o odhlášení čeká na rozhodnutí'],
    ['de', 1, '1 Abmeldung wartet auf eine Entscheidung'],
    ['de', 21, '21 Abmeldungen warten auf eine Entscheidung'],
    ['sv', 1, '1 avregistrering väntar på beslut'],
    ['da', 3, '3 afmeldinger venter på en afgørelse'],
    ['en', 1, '1 unsubscribe request is waiting for a decision'],
  ] as const)('in %s of %i', async (language, open, said) => {
    const { subject } = await digest(language, { lines: [{ ...lines[0]!, open, fresh: 1 }] });
    expect(subject).toBe(`Nordlys <i>: ${said}`);
  });
});
