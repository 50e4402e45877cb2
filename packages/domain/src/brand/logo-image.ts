export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** Bytes: it must not weigh on a page that somebody opens on the way. */
export const MOST_LOGO_BYTES = 50_000;
/** Pixels of its longer and of its shorter side. */
export const LOGO_SIDES = { least: 16, most: 1200 } as const;
/** How many times wider than high, and higher than wide: a strip or a pillar would not be a sign but a layout. */
export const LOGO_SHAPE = { widest: 10, highest: 2 } as const;

export type LogoRefusal = 'empty' | 'too-large' | 'unknown-type' | 'animated' | 'size-out-of-range';

export interface LogoImage {
  readonly mediaType: LogoType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a picture says of itself in its first bytes; nothing is believed about it but that. A moving one draws the eye away, so it is refused. */
export function readLogo(content: Uint8Array): LogoImage | { readonly refused: LogoRefusal } {
  if (content.length === 0) return { refused: 'empty' };
  if (content.length > MOST_LOGO_BYTES) return { refused: 'too-large' };
  const found = readPng(content) ?? readJpeg(content) ?? readWebp(content);
  if (found === null) return { refused: 'unknown-type' };
  const { animated, ...image } = found;
  if (animated) return { refused: 'animated' };
  return isGoodSize(image) ? image : { refused: 'size-out-of-range' };
}

function isGoodSize({ width, height }: LogoImage): boolean {
  const sides = [width, height];
  return (
    sides.every((side) => side >= LOGO_SIDES.least && side <= LOGO_SIDES.most) &&
    width <= height * LOGO_SHAPE.widest &&
    height <= width * LOGO_SHAPE.highest
  );
}

type Found = LogoImage & { readonly animated: boolean };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** PNG: IHDR comes first; acTL, somewhere before the picture, makes it move (PNG, third edition, 11.2.1 and 11.3.6.1). */
function readPng(bytes: Uint8Array): Found | null {
  if (!PNG.every((byte, i) => bytes[i] === byte) || word(bytes, 12) !== 'IHDR') return null;
  const view = viewOf(bytes);
  let animated = false;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const kind = word(bytes, at + 4);
    if (kind === 'acTL') animated = true;
    if (kind === 'IEND')
      return {
        mediaType: 'image/png',
        width: view.getUint32(16),
        height: view.getUint32(20),
        animated,
      };
  }
  return null;
}

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** JPEG: the frame header (SOF) says how large it is (ITU T.81, B.2.2). */
function readJpeg(bytes: Uint8Array): Found | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (isFrameHeader(bytes[at + 1]!))
      return {
        mediaType: 'image/jpeg',
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        animated: false,
      };
  }
  return null;
}

/** WebP in its three kinds (RFC 9649, 2.5 to 2.7). */
function readWebp(bytes: Uint8Array): Found | null {
  if (word(bytes, 0) !== 'RIFF' || word(bytes, 8) !== 'WEBP' || bytes.length < 30) return null;
  const view = viewOf(bytes);
  const still = { mediaType: 'image/webp', animated: false } as const;
  const kind = word(bytes, 12);
  if (kind === 'VP8 ')
    return {
      ...still,
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { ...still, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return null;
  const side = (at: number): number => (view.getUint32(at, true) & 0xffffff) + 1;
  return {
    mediaType: 'image/webp',
    width: side(24),
    height: 1 + bytes[27]! + (bytes[28]! << 8) + (bytes[29]! << 16),
    animated: (bytes[20]! & 0b10) !== 0,
  };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
