import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mac } from './mac.ts';

/** The same by Node's own HMAC. */
function expected(secret: Buffer, ...parts: readonly Buffer[]): Buffer {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    hmac.update(length).update(part);
  }
  return hmac.digest();
}

describe('the MAC of a token', () => {
  it('is HMAC-SHA256 over length and bytes of each part, for keys and parts of any length', () => {
    for (const keyLength of [1, 32, 64, 65, 200])
      for (const partLength of [0, 1, 16, 55, 56, 64, 1_000]) {
        const secret = randomBytes(keyLength);
        const parts = [Buffer.from('context'), randomBytes(partLength), randomBytes(partLength)];
        expect(mac(secret, ...parts)).toEqual(expected(secret, ...parts));
      }
  });

  it('of one key does not depend on those made before', () => {
    const secret = randomBytes(32);
    const first = mac(secret, 'link', 'a');
    mac(secret, 'link', 'b');
    expect(mac(secret, 'link', 'a')).toEqual(first);
    expect(mac(secret, 'lin', 'ka')).not.toEqual(first);
  });
});
