import { timingSafeEqual } from 'node:crypto';
import type { KeyRing, LinkKey } from './key-ring.ts';
import { mac } from './mac.ts';

const VERSION = 1;
const KINDS = ['KEY', 'SESSION'] as const;
const ID_BYTES = 16;
const SECONDS_BYTES = 6;
const MAC_BYTES = 16;
/** Version, key, kind, id, end and MAC: 41 bytes in base64url. */
const TOKEN = /^[\w-]{55}$/;
const NO_KEY: LinkKey = { id: -1, secret: Buffer.alloc(32) };

/** By what somebody asked for a link: the key or the session, whose rights count when it is followed. */
export interface LinkMaker {
  readonly kind: (typeof KINDS)[number];
  /** A UUID. */
  readonly id: string;
}

/** Opens one path, with its query, for a while, as whoever asked for it. */
export function signListLink(ring: KeyRing, maker: LinkMaker, path: string, until: Date): string {
  const key = ring.links.at(-1)!;
  const id = Buffer.from(maker.id.replaceAll('-', ''), 'hex');
  const seconds = Buffer.alloc(SECONDS_BYTES);
  seconds.writeUIntBE(Math.floor(until.getTime() / 1_000), 0, SECONDS_BYTES);
  const head = Buffer.concat([
    Buffer.from([VERSION, key.id, KINDS.indexOf(maker.kind)]),
    id,
    seconds,
  ]);
  return Buffer.concat([head, macOf(key, head, path)]).toString('base64url');
}

/** Who asked for a link; null for one that was made for another path, has come to its end, or is none of ours. */
export function readListLink(
  ring: KeyRing,
  token: string,
  path: string,
  now: Date,
): LinkMaker | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const head = bytes.subarray(0, -MAC_BYTES);
  const key = ring.links.find((link) => link.id === head[1]) ?? NO_KEY;
  const genuine = timingSafeEqual(bytes.subarray(-MAC_BYTES), macOf(key, head, path));
  const kind = KINDS[head[2]!];
  if (!genuine || key === NO_KEY || head[0] !== VERSION || kind === undefined) return null;
  if (head.readUIntBE(3 + ID_BYTES, SECONDS_BYTES) * 1_000 <= now.getTime()) return null;
  const hex = head.subarray(3, 3 + ID_BYTES).toString('hex');
  return { kind, id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') };
}

function macOf(key: LinkKey, head: Buffer, path: string): Buffer {
  return mac(key.secret, 'list', head, path).subarray(0, MAC_BYTES);
}
