import { describe, expect, it } from 'vitest';
import { maskAddress } from './mask.ts';

describe('a masked address (C4, P-4)', () => {
  it.each([
    ['anna.svensson@example.test', 'an•••@ex•••.test'],
    ['jo@x.se', 'j•••@x•••.se'],
    ['žluťoučký@kůň.cz', 'žl•••@k•••.cz'],
    ['👩‍💻dev@localhost', '👩‍💻d•••@lo•••'],
    ['+46701234567', '+46•••67'],
  ])('%s shows as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});
