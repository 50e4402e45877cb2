import { describe, expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { networkOfOrigin, originKey } from './origin-key.ts';

const ring = createKeyRing();

describe('the key of an origin (D-8)', () => {
  it.each([
    ['192.0.2.1', ' 192.0.2.1 ', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', true],
    ['2001:db8:0:0::1', '2001:0db8::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::1', '::2', true],
    ['unknown', 'unknown', true],
    ['unknown', 'other', false],
  ])('%s and %s', (one, other, same) => {
    expect(originKey(ring, one).equals(originKey(ring, other))).toBe(same);
  });

  it('is another with another secret', () => {
    expect(originKey(ring, '192.0.2.1')).not.toEqual(originKey(createKeyRing(), '192.0.2.1'));
  });
});

it.each([
  ['192.0.2.1', '192.0.2.0/24'],
  ['::ffff:192.0.2.9', '192.0.2.0/24'],
  ['2001:db8:1:2::1', '2001:db8:1::/48'],
  ['2001:DB8:1:ffff::1', '2001:db8:1::/48'],
  ['::1', '0:0:0::/48'],
  ['unknown', 'unknown'],
])('%s is of the network %s', (origin, network) => {
  expect(networkOfOrigin(origin)).toBe(network);
});
