import { describe, expect, it } from 'vitest';
import { LINK, RETURN_LINK } from '../samples.ts';
import { open, post } from '../site.ts';

describe('every answer', () => {
  it('forbids scripts, foreign requests, referrers, caches and cookies (P-4, P-8, O-4)', async () => {
    const paths = [`/u/${LINK}`, `/p/${LINK}`, `/o/${RETURN_LINK}`, '/u/nonsense', '/', '/healthz'];
    for (const path of paths) {
      const { headers } = (await open(path)).response;
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('is the same for unknown, malformed, cut and foreign links, and tells nothing (O-9)', async () => {
    const paths = [
      `/u/${'A'.repeat(48)}`,
      `/u/${LINK.slice(0, 20)}`,
      '/u/%00%ff',
      '/u/..%2F..%2Fetc',
      `/u/${'x'.repeat(4_000)}`,
      '/u/anna.svensson@example.test',
      '/u',
      '/nothing/here',
    ];
    const answers = await Promise.all(paths.map((path) => open(path)));
    const posted = await Promise.all(
      [`/p/${'A'.repeat(48)}`, '/p/short'].map((path) => post(path, [['choice', 'ALL_MARKETING']])),
    );
    const all = [...answers, ...posted];
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 404));
    expect(new Set(all.map(({ html }) => html)).size).toBe(1);
    expect(answers[0]!.html).toContain('This link doesn’t work');
  });
});
