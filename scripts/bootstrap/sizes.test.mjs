import { describe, expect, it } from 'vitest';
import { judgeSizes } from './sizes.mjs';

describe('sizes of files', () => {
  it('may be 200 lines, and half of them 60', () => {
    expect(
      judgeSizes([
        ['a.ts', 200],
        ['b.ts', 60],
        ['c.ts', 10],
      ]),
    ).toEqual([]);
  });

  it('are told where one is longer, or half are', () => {
    expect(
      judgeSizes([
        ['a.ts', 201],
        ['b.ts', 61],
        ['c.ts', 61],
      ]),
    ).toEqual([
      'a.ts has 201 lines: cut it by what it is about (at most 200).',
      'Half of the files have more than 61 lines (at most 60).',
    ]);
  });
});
