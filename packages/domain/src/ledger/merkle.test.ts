import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Hash, inclusionPath, leafHash, merkleRoot, rootOfPath } from './merkle.ts';

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array | null): string | null =>
  bytes && Buffer.from(bytes).toString('hex');
const leavesOf = (inputs: readonly string[]): Uint8Array[] =>
  inputs.map((input) => leafHash(sha256, Buffer.from(input, 'hex')));

/** The inputs and roots that the reference implementation of RFC 6962 is tested with. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree (RFC 6962)', () => {
  it.each(ROOTS.map((root, i) => [i + 1, root] as const))(
    'over the first %i known inputs has the known root',
    (count, root) => {
      expect(hex(merkleRoot(sha256, leavesOf(INPUTS.slice(0, count))))).toBe(root);
    },
  );

  it('over nothing is the hash of nothing', () => {
    expect(hex(merkleRoot(sha256, []))).toBe(hex(sha256(new Uint8Array())));
  });

  it('proves each leaf of each size, and no other leaf, place or path', () => {
    for (let count = 1; count <= 33; count += 1) {
      const leaves = leavesOf(Array.from({ length: count }, (_, i) => `aa${i + 10}`));
      const root = hex(merkleRoot(sha256, leaves));
      for (let index = 0; index < count; index += 1) {
        const path = inclusionPath(sha256, leaves, index);
        const place = { index, count };
        expect(hex(rootOfPath(sha256, leaves[index]!, place, path))).toBe(root);
        const other = leafHash(sha256, Buffer.from('other'));
        expect(hex(rootOfPath(sha256, other, place, path))).not.toBe(root);
        expect(hex(rootOfPath(sha256, leaves[index]!, { index: count, count }, path))).toBeNull();
        expect(hex(rootOfPath(sha256, leaves[index]!, place, [...path, other]))).not.toBe(root);
        if (path.length > 0)
          expect(hex(rootOfPath(sha256, leaves[index]!, place, path.slice(1)))).not.toBe(root);
      }
    }
  });
});
