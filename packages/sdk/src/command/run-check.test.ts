import { afterEach, expect, it, vi } from 'vitest';
import type { Campaign } from '../campaign/define-campaign.ts';
import { runCheck } from './run-check.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const finding = {
  language: 'en',
  place: { part: 'mjml', line: 1 },
  code: 'X',
  message: 'm',
  fix: '',
};
const accepted = { by: 'Ada', reason: 'so' };

it.each([
  [['ERROR'], '1 error, 0 warnings'],
  [['ERROR', 'ERROR', 'WARNING'], '2 errors, 1 warning'],
  [['WARNING', 'ACCEPTED'], '0 errors, 1 warning, 1 accepted'],
])('%j are counted as one says it: %s', async (levels, counted) => {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const findings = levels.map((level) => ({
    ...finding,
    level: level === 'ERROR' ? 'ERROR' : 'WARNING',
    accepted: level === 'ACCEPTED' ? accepted : null,
  }));
  const maySend = !levels.includes('ERROR');
  const check = () => Promise.resolve({ maySend, findings });
  await runCheck({ definition: { name: 'Spring' }, check } as unknown as Campaign, {});
  expect(said.mock.lastCall![0]).toContain(`(${counted})`);
});
