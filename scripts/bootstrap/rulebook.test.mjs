import { describe, expect, it } from 'vitest';
import { proveRules } from './rulebook.mjs';

const BOOK = '# Rules\n\n- **B6** By hand.\n- **W-10** Joins.\n  Tests: `gone.test.ts`\n';

describe('the rulebook', () => {
  it('names below each rule the tests that cite it as they are now, and nothing else', () => {
    const citing = [
      ['a.test.ts', "it('joins (W-10)')"],
      ['b.test.ts', 'W-10, W-10'],
      ['code.ts', '// as B6 says'],
    ];
    expect(proveRules(BOOK, citing)).toEqual({
      text: '# Rules\n\n- **B6** By hand.\n- **W-10** Joins.\n  Tests: `a.test.ts`, `b.test.ts`\n',
      unknown: [],
    });
  });

  it('tells of each code that is cited and not in it, once for each file', () => {
    const { unknown } = proveRules(BOOK, [
      ['code.ts', '// B7 and B7, SM-3'],
      ['e2e/a.test.ts', '(W-99)'],
    ]);
    expect(unknown).toEqual([
      'code.ts cites B7, which is not in docs/rules.md.',
      'code.ts cites SM-3, which is not in docs/rules.md.',
      'e2e/a.test.ts cites W-99, which is not in docs/rules.md.',
    ]);
  });

  it.each(['%C3%A9', '#A1B2C3', 'SHA-256', 'UTF-8', 'B60x', 'x.B6', '/B7/', 'RFC-8058'])(
    'takes %s for no code',
    (text) => {
      expect(proveRules(BOOK, [['code.ts', text]]).unknown).toEqual([]);
    },
  );
});
