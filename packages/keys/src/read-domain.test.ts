import { describe, expect, it } from 'vitest';
import { readDomain } from './read-domain.ts';

describe('a domain to send from (Q-8)', () => {
  it.each([
    ['Nordlys.se', 'nordlys.se'],
    [' news.nordlys.co.uk. ', 'news.nordlys.co.uk'],
    ['bücher.de', 'xn--bcher-kva.de'],
    ['nordlys.example.test', 'nordlys.example.test'],
    ['shop.github.io', 'shop.github.io'],
  ])('%j is %s', (text, domain) => {
    expect(readDomain(text)).toEqual({ domain });
  });

  it.each([
    ['se', 'not-a-domain'],
    ['news@nordlys.se', 'not-a-domain'],
    ['nordlys.se/x', 'not-a-domain'],
    ['nord lys.se', 'not-a-domain'],
    ['*.nordlys.se', 'not-a-domain'],
    ['192.0.2.1', 'not-a-domain'],
    [`${'a.'.repeat(120)}se`, 'not-a-domain'],
    ['', 'not-a-domain'],
    ['co.uk', 'public-suffix'],
    ['github.io', 'public-suffix'],
  ])('%j is refused: %s', (text, refused) => {
    expect(readDomain(text)).toEqual({ refused });
  });
});
