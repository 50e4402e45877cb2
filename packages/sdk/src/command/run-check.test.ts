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
  const check = () => Promise.resolve({ maySend, findings, sms: null });
  await runCheck({ definition: { name: 'Spring' }, check } as unknown as Campaign, {});
  expect(said.mock.lastCall![0]).toContain(`(${counted})`);
});

it('of an SMS it says what the texts come to, in each language and in all (A2)', async () => {
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const one = { encoding: 'GSM-7', characters: 90, parts: 1, forcedBy: null, replacement: null };
  const two = { ...one, encoding: 'UCS-2', parts: 2, forcedBy: 'ž', replacement: 'Ahoj Zaneto' };
  const languages = [
    { language: 'cs', recipients: 8, parts: 9, median: one, longest: two },
    { language: 'en', recipients: 0, parts: 0, median: null, longest: null },
  ];
  const sms = { recipients: 8, parts: 9, isSample: false, languages };
  const check = () => Promise.resolve({ maySend: true, findings: [], sms });
  await runCheck({ definition: { name: 'Spring' }, check } as unknown as Campaign, {});
  expect(said).toEqual([
    'cs      9 parts for 8 readers: half have 1 part or fewer, the longest 2 parts, 90 characters in UCS-2 because of ž \nIn GSM-7 it would be: Ahoj Zaneto',
    'en      0 parts for 0 readers',
    'sms     9 parts for 8 readers in all',
    'Spring: may be sent (0 errors, 0 warnings)',
  ]);
});
