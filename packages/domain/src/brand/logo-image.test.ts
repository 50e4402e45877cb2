import { describe, expect, it } from 'vitest';
import { LOGO_SIDES, MOST_LOGO_BYTES, readLogo } from './logo-image.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (char) => char.charCodeAt(0)) : [...part],
    ),
  );
const be32 = (n: number): number[] => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];
const le24 = (n: number): number[] => [n & 255, (n >> 8) & 255, n >> 16];
const chunk = (kind: string, data: readonly number[] = []): Uint8Array =>
  bytes(be32(data.length), kind, data, [0, 0, 0, 0]);

const png = (width: number, height: number, ...more: Uint8Array[]): Uint8Array =>
  bytes(
    [0x89],
    'PNG\r\n\u001A\n',
    [...chunk('IHDR', [...be32(width), ...be32(height), 8, 6, 0, 0, 0])],
    ...more.map((each) => [...each]),
    [...chunk('IDAT', [1, 2, 3])],
    [...chunk('IEND')],
  );
const jpeg = (width: number, height: number, frame = 0xc0): Uint8Array =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF',
    [0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, frame, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 34, 0],
  );
const webp = (kind: string, data: readonly number[]): Uint8Array =>
  bytes(
    'RIFF',
    [0, 0, 0, 0],
    'WEBP',
    kind,
    [0, 0, 0, 0],
    data,
    Array.from({ length: 16 }, () => 0),
  );
const extended = (width: number, height: number, flags = 0): Uint8Array =>
  webp('VP8X', [flags, 0, 0, 0, ...le24(width - 1), ...le24(height - 1)]);
const lossy = webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 200, 0, 60, 0]);
const lossless = webp('VP8L', [0x2f, 199, 0xc0 | 0, 14, 0]);

describe('a logo', () => {
  it.each([
    ['PNG', png(200, 60), 'image/png', 200, 60],
    ['JPEG', jpeg(200, 60), 'image/jpeg', 200, 60],
    ['progressive JPEG', jpeg(300, 100, 0xc2), 'image/jpeg', 300, 100],
    ['lossy WebP', lossy, 'image/webp', 200, 60],
    ['lossless WebP', lossless, 'image/webp', 200, 60],
    ['extended WebP', extended(512, 256), 'image/webp', 512, 256],
  ])('may be a %s', (_what, content, mediaType, width, height) => {
    expect(readLogo(content)).toEqual({ mediaType, width, height });
  });

  it.each([
    ['nothing', bytes(), 'empty'],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknown-type'],
    ['GIF', bytes('GIF89a', [10, 0, 10, 0]), 'unknown-type'],
    [
      'a page behind the first bytes of a PNG',
      bytes([0x89], 'PNG\r\n\u001A\n<script>'),
      'unknown-type',
    ],
    ['a PNG that is cut', png(200, 60).subarray(0, 45), 'unknown-type'],
    ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xd9]), 'unknown-type'],
    ['a WebP of an unknown kind', webp('VP9 ', [0, 0, 0, 0]), 'unknown-type'],
    ['a PNG that moves', png(200, 60, chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0])), 'animated'],
    ['a WebP that moves', extended(200, 60, 2), 'animated'],
    [
      'too many bytes',
      png(
        200,
        60,
        chunk(
          'tEXt',
          Array.from({ length: MOST_LOGO_BYTES }, () => 65),
        ),
      ),
      'too-large',
    ],
    ['a tracking pixel', png(1, 1), 'size-out-of-range'],
    ['a bomb', png(60_000, 60_000), 'size-out-of-range'],
    ['a strip', png(1000, 20), 'size-out-of-range'],
    ['a pillar', png(20, 60), 'size-out-of-range'],
    ['one pixel too many', png(LOGO_SIDES.most + 1, 600), 'size-out-of-range'],
  ])('is refused: %s', (_what, content, refused) => {
    expect(readLogo(content)).toEqual({ refused });
  });
});
