import { describe, expect, it } from 'vitest';
import { plural } from './plural.ts';

describe('a plural', () => {
  it('takes the form of fractions where a language has one', () => {
    const forms = { one: '# a', few: '# b', many: '# c', other: '# d' };
    expect(plural('cs', 1.5, forms)).toBe('1,5 c');
    expect(plural('en', 1.5, forms)).toBe('1.5 d');
  });
});
