import { describe as group, expect, it } from 'vitest';
import { AdieuError, CampaignRefused, describe, isAdieuError } from './errors.ts';

const FINDING = {
  level: 'ERROR',
  code: 'LINK_NOT_HTTPS',
  language: 'en',
  place: { part: 'mjml', line: 12 },
  message: 'the link goes to http',
  fix: 'Use https.',
  accepted: null,
} as const;

group('a finding', () => {
  it.each([
    [FINDING, 'error   en, mjml line 12: the link goes to http. Use https.'],
    [
      { ...FINDING, level: 'WARNING', language: null, place: { part: 'audience', line: null } },
      'warning audience: the link goes to http. Use https.',
    ],
    [
      {
        ...FINDING,
        level: 'WARNING',
        accepted: { by: 'Ada', reason: 'the partner has no https' },
      },
      'noted   en, mjml line 12: the link goes to http. Accepted by Ada: the partner has no https.',
    ],
    [{ ...FINDING, fix: '' }, 'error   en, mjml line 12: the link goes to http.'],
  ] as const)('is one line with its place and what to do', (finding, line) => {
    expect(describe(finding)).toBe(line);
  });
});

group('a refusal', () => {
  it('tells all findings, each on a line, and keeps them for programs', () => {
    const refused = new CampaignRefused('CHECK_FAILED', 'Spring: may not be sent', [FINDING]);
    expect(refused.message.split('\n')).toEqual(['Spring: may not be sent', describe(FINDING)]);
    expect(refused).toMatchObject({ name: 'CampaignRefused', code: 'CHECK_FAILED' });
    expect(refused.findings).toEqual([FINDING]);
  });

  it('is known as ours also where it comes from another copy of this package', () => {
    expect(isAdieuError(new AdieuError('NO_URL', 'Set ADIEU_URL.'))).toBe(true);
    const other = Object.assign(new Error('Set ADIEU_URL.'), {
      [Symbol.for('@adieu/sdk/error')]: true,
    });
    expect(isAdieuError(other)).toBe(true);
    expect(isAdieuError(new TypeError('x is not a function'))).toBe(false);
    expect(isAdieuError('NO_URL')).toBe(false);
  });
});
