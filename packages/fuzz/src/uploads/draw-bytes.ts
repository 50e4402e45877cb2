import { deflateSync } from 'node:zlib';
import type { Dice } from '../dice.ts';

const ENCODINGS = ['utf8', 'utf16le', 'latin1'] as const;
const MARKS = ['', '', '', '\xef\xbb\xbf', '\xff\xfe', '\xfe\xff'];

/** A text in bytes of some encoding, whatever mark stands before it. One letter stands for a byte (latin1). */
export function encode(dice: Dice, text: string): string {
  let bytes = Buffer.from(text, dice.one(ENCODINGS));
  if (dice.chance(0.1) && bytes.length % 2 === 0) bytes = bytes.swap16();
  const whole = dice.one(MARKS) + bytes.toString('latin1');
  if (dice.chance(0.8) || whole === '') return whole;
  const at = dice.below(whole.length);
  const piece = dice.one(['\xff', '\xc0\x80', '\xed\xa0\x80', '\0', '\x1a', '\x81']);
  return whole.slice(0, at) + piece + whole.slice(at + dice.below(2));
}

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};

function png(width: number, height: number, data: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = 6;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SIZES = [0, 1, 64, 512, 4_096, 65_535, 2 ** 31 - 1, 2 ** 32 - 1];
const SVGS = [
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg>&b;</svg>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
  `<svg>${'<g>'.repeat(2_000)}`,
  '<svg width="1e9" height="1e9"/>',
];
/** How other kinds of files begin: zip, gzip, PDF, JPEG, GIF, WebP, ELF. */
const BEGINNINGS = [
  'PK\x03\x04',
  '\x1f\x8b\x08',
  '%PDF-1.7\n',
  '\xff\xd8\xff\xe0\0\x10JFIF',
  'GIF89a\xff\xff\xff\xff',
  'RIFF\xff\xff\xff\xffWEBP',
  '\x7fELF',
];

/** A file that says of itself that it is something, and need not be. One letter stands for a byte (latin1). */
export function drawFile(dice: Dice): string {
  const bomb = (): Buffer => deflateSync(Buffer.alloc(dice.few(5_000_000)));
  const size = (): number => dice.one(SIZES);
  const whole = dice
    .one<() => Buffer>([
      () => png(size(), size(), bomb()),
      () => png(dice.few(512), dice.few(512), bomb()),
      () => Buffer.from(dice.one(SVGS).repeat(dice.few(50))),
      () => Buffer.from(dice.one(BEGINNINGS) + '\0'.repeat(dice.few(100_000)), 'latin1'),
      () => Buffer.from('x'.repeat(dice.few(300_000))),
      () => Buffer.alloc(0),
    ])()
    .toString('latin1');
  if (dice.chance(0.6) || whole === '') return whole;
  const at = dice.below(whole.length);
  return dice.chance(0.5) ? whole.slice(0, at) : `${whole.slice(0, at)}\xff${whole.slice(at + 1)}`;
}
