import { describe, expect, it } from 'vitest';
import { isMask, maskAddress, maskApart } from './mask.ts';

describe('a masked address (C4, P-4)', () => {
  it.each([
    ['anna.svensson@example.test', 'an•••@ex•••.test'],
    ['jo@x.se', 'j•••@x•••.se'],
    ['žluťoučký@kůň.cz', 'žl•••@k•••.cz'],
    ['👩‍💻dev@localhost', '👩‍💻d•••@lo•••'],
    ['+46701234567', '+46 70 ••• •• 67'],
    ['+12025550123', '+1 20 ••• •• 23'],
    ['+420601234567', '+420 60 ••• •• 67'],
    ['+2901234', '+290 ••• •• 34'],
    ['72080', '••• •• 80'],
  ])('%s shows as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});

describe('masks of a list (C4, P-4)', () => {
  it.each([
    [
      ['anna@example.test', 'bo@example.test'],
      ['an•••@ex•••.test', 'b•••@ex•••.test'],
    ],
    [
      ['anders@example.test', 'annika@example.test', 'bo@example.test'],
      ['and•••@ex•••.test', 'ann•••@ex•••.test', 'b•••@ex•••.test'],
    ],
    [
      ['annika@example.test', 'anneli@example.test'],
      ['an•••a@ex•••.test', 'an•••i@ex•••.test'],
    ],
    [
      ['annika@express.test', 'annika@example.test'],
      ['an•••@exp•••.test', 'an•••@exa•••.test'],
    ],
    [
      ['+46701234567', '+46709999167'],
      ['+46 70 ••• •• 567', '+46 70 ••• •• 167'],
    ],
    // The same person twice is one, and of short names no more is shown.
    [
      ['annika@example.test', 'annika@example.test'],
      ['an•••@ex•••.test', 'an•••@ex•••.test'],
    ],
    [
      ['anna@a.test', 'anja@a.test'],
      ['an•••@a•••.test', 'an•••@a•••.test'],
    ],
    [[], []],
  ])('of %j show %j', (addresses, masks) => {
    expect(maskApart(addresses)).toEqual(masks);
  });

  it('never show a whole address, and one letter more at most', () => {
    const many = Array.from({ length: 500 }, (_, i) => `person${i}@example.test`);
    for (const [i, mask] of maskApart(many).entries()) {
      expect(many).not.toContain(mask);
      expect(mask.length).toBeLessThanOrEqual(maskAddress(many[i]!).length + 1);
    }
  });
});

describe('what may be looked for by who sees masks alone (C4, P-4)', () => {
  const ADDRESSES = [
    'anna.svensson@example.test',
    'annika@example.test',
    'jo@x.se',
    'žluťoučký@kůň.cz',
    'dev@localhost',
    '+46701234567',
    '+46709999167',
    '+12025550123',
  ];
  it.each([...ADDRESSES.map(maskAddress), ...maskApart(ADDRESSES), 'an*@ex*.test', 'an*', '+46*'])(
    'is a mask: %s',
    (mask) => {
      expect(isMask(mask)).toBe(true);
    },
  );

  it.each([
    'anna*@ex*.test',
    'ann•••n@ex•••.test',
    'an*on@ex*.test',
    'an*svensson@*',
    'an*v*@ex*.test',
    'an*@exam*.test',
    'an*@*le.test',
    'an*@example.test',
    'anna.svensson@ex*.test',
    'anna*',
    '+46701*',
    '+46 70 1•• •• 67',
    '+4670*4567',
    '+46*1*67',
  ])('is none, and would find the rest letter by letter: %s', (pattern) => {
    expect(isMask(pattern)).toBe(false);
  });
});
