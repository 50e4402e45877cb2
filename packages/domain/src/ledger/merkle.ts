/** SHA-256 in the product; an argument here, since domain imports nothing. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

const LEAF = 0x00;
const NODE = 0x01;

/** The hash of a leaf (RFC 6962 §2.1): prefixed, so that no node can pass for a leaf. */
export function leafHash(hash: Hash, leaf: Uint8Array): Uint8Array {
  return hash(join(Uint8Array.of(LEAF), leaf));
}

/** The root over hashes of leaves, in order (RFC 6962 §2.1); of none, the hash of nothing. */
export function merkleRoot(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash(new Uint8Array());
  if (leaves.length === 1) return leaves[0]!;
  const split = largestPowerBelow(leaves.length);
  return node(
    hash,
    merkleRoot(hash, leaves.slice(0, split)),
    merkleRoot(hash, leaves.slice(split)),
  );
}

/** The audit path of one leaf, from its sibling up (RFC 6962 §2.1.1). */
export function inclusionPath(
  hash: Hash,
  leaves: readonly Uint8Array[],
  index: number,
): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionPath(hash, left, index), merkleRoot(hash, right)]
    : [...inclusionPath(hash, right, index - split), merkleRoot(hash, left)];
}

/**
 * The root that a leaf's hash and its path lead to (RFC 9162 §2.1.3.2); null where the path has a wrong length. An oracle: only
 * tests call it, to hold the paths against it; verifiers bring code of their own.
 */
export function rootOfPath(
  hash: Hash,
  leaf: Uint8Array,
  place: { readonly index: number; readonly count: number },
  path: readonly Uint8Array[],
): Uint8Array | null {
  let [at, last] = [place.index, place.count - 1];
  if (at < 0 || at > last) return null;
  let root = leaf;
  for (const sibling of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = node(hash, sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    } else {
      root = node(hash, root, sibling);
    }
    [at, last] = [at >> 1, last >> 1];
  }
  return last === 0 ? root : null;
}

function node(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(join(Uint8Array.of(NODE), left, right));
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
