import { describe, expect, it } from 'vitest';
import { readAuthservIds } from './authserv-ids.ts';
import { readMailDomain } from './mail-domain.ts';
import { readPublicUrl } from './public-url.ts';

describe('PUBLIC_URL', () => {
  it.each([
    ['https://leave.example.com', 'https://leave.example.com'],
    ['https://leave.example.com/', 'https://leave.example.com'],
    [' HTTPS://Leave.Example.COM ', 'https://leave.example.com'],
    ['https://leave.example.com:443', 'https://leave.example.com'],
    ['https://leave.example.com:8443/', 'https://leave.example.com:8443'],
    ['https://localhost:4000', 'https://localhost:4000'],
    ['https://127.0.0.1:4000', 'https://127.0.0.1:4000'],
    ['https://[::1]:4000', 'https://[::1]:4000'],
    ['https://xn--lmna-5qa.example.com', 'https://xn--lmna-5qa.example.com'],
  ])('%j is %j', (text, origin) => {
    expect(readPublicUrl(text)).toEqual({ value: origin });
    expect(new URL(origin).origin).toBe(origin);
  });

  it.each([
    'https://www.example.com/adieu',
    'https://www.example.com/adieu/',
    'https://www.example.com//',
    'https://www.example.com/?x=1',
    'https://www.example.com?x=1',
    'https://www.example.com/#top',
  ])('%s is refused, and what to do is said: nothing behind the host', (text) => {
    expect(readPublicUrl(text)).toEqual({
      problem: expect.stringMatching(/origin alone.*host of their own/),
    });
  });

  it.each([
    'http://leave.example.com',
    'leave.example.com',
    'https://',
    'https://me:secret@leave.example.com',
    'https://leave.example.com:0',
    'https://leave.example.com:70000',
    'https://leave_.example.com',
    'https://lämna.example.com',
    'ftp://leave.example.com',
    '',
  ])('%j is refused, and quoted by nobody', (text) => {
    expect(readPublicUrl(text)).toEqual({ problem: expect.stringContaining('https:// origin') });
  });
});

describe('MAIL_DOMAIN', () => {
  it.each([
    ['leave.example.com', 'leave.example.com'],
    [' Leave.Example.COM ', 'leave.example.com'],
    ['xn--lmna-5qa.example.com', 'xn--lmna-5qa.example.com'],
  ])('%j is %j', (text, domain) => {
    expect(readMailDomain(text)).toEqual({ value: domain });
  });

  it.each([
    'https://leave.example.com',
    'leave.example.com/adieu',
    'leave@example.com',
    'leave.example.com:25',
    'leave.example.com.',
    'lämna.example.com',
    'localhost',
    '127.0.0.1',
    `${'a.'.repeat(100)}com`,
    '',
  ])('%j is refused, and what it must be is said', (text) => {
    expect(readMailDomain(text)).toEqual({ problem: expect.stringContaining('a domain alone') });
  });
});

it.each([
  ['', { value: [] }],
  [' MX.example.com, relay_1 ,', { value: ['mx.example.com', 'relay_1'] }],
  ['mx.example.com 192.0.2.1', { problem: expect.stringContaining('with commas') }],
  ['<mx>', { problem: expect.stringContaining('with commas') }],
])('the names of mail servers %j are %j', (text, read) => {
  expect(readAuthservIds(text)).toEqual(read);
});
