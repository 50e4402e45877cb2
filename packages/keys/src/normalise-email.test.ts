import { describe, expect, it } from 'vitest';
import { normaliseEmail } from './normalise-email.ts';

describe('an e-mail address in its one form (I-5)', () => {
  it.each([
    ['  Anna.Svensson@Example.Test ', 'anna.svensson@example.test'],
    ['anna+news@example.test', 'anna+news@example.test'],
    ['info@Räksmörgås.se', 'info@xn--rksmrgs-5wao1o.se'],
    ['žluťoučký@example.test', 'žluťoučký@example.test'],
    ['z\u030Cofie@example.test', 'žofie@example.test'],
    ["o'neill@example.test", "o'neill@example.test"],
    ['no-at.example.test', null],
    ['@example.test', null],
    ['a@localhost', null],
    ['a b@example.test', null],
    ['a@exa mple.test', null],
    ['a..b@example.test', null],
    ['.a@example.test', null],
    ['"quoted"@example.test', null],
    ['a@b@example.test', null],
    ['a@example.test\r\nBcc: b@example.test', null],
    [`${'x'.repeat(65)}@example.test`, null],
    [`a@${'x'.repeat(250)}.test`, null],
    ['a@192.168.1.1', null],
    ['a@example.test/x', null],
    ['a@example.test?x', null],
    ['a@example.test#x', null],
    [String.raw`a@example.test\x`, null],
    ['a@exam\tple.test', null],
    ['a@example%2etest', null],
  ])('%j is %j', (text, normal) => {
    expect(normaliseEmail(text)).toBe(normal);
  });
});
