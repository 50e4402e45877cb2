import type { Dice } from '../dice.ts';

/** One change of a text; places are parts of its length, so that it can be told before the text is known. */
export type Change = readonly [how: keyof typeof CHANGES, at: number, what: string];

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'.split('');
const STRANGE = [
  '\0',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '=',
  '==',
  '+',
  '/',
  '%',
  '%00',
  '%2f',
  '..%2f',
  '/../',
  '?',
  '#',
  '&',
  ';',
  '\\',
  '"',
  "'",
  '`',
  '<',
  '{{',
  '${',
  'Å',
  '\u0301',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  'ａ',
  '💥',
  '.',
  ':',
  ',',
  '*',
  '_',
  '-',
];
/** Each byte of a token says something: version, key, purpose, id, proof. */
const VERSIONS = ['\x00', '\x01', '\x02', '\x03', '\x04', '\x7f', '\xff'];

const at = (text: string, where: number): number => Math.floor(where * text.length);
const put = (text: string, from: number, to: number, piece: string): string =>
  text.slice(0, from) + piece + text.slice(to);
const inBytes = (text: string, edit: (bytes: Buffer) => void): string => {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length > 0) edit(bytes);
  return bytes.toString('base64url');
};

const CHANGES = {
  letter: (text: string, where: number, what: string) =>
    put(text, at(text, where), at(text, where) + 1, what),
  insert: (text: string, where: number, what: string) =>
    put(text, at(text, where), at(text, where), what),
  cut: (text: string, where: number) => text.slice(0, at(text, where)),
  behead: (text: string, where: number) => text.slice(at(text, where)),
  drop: (text: string, where: number) => put(text, at(text, where), at(text, where) + 1, ''),
  double: (text: string) => text + text,
  append: (text: string, _: number, what: string) => text + what,
  prepend: (text: string, _: number, what: string) => what + text,
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  reverse: (text: string) => text.split('').toReversed().join(''),
  otherAlphabet: (text: string) => text.replaceAll('-', '+').replaceAll('_', '/'),
  padded: (text: string) => text.padEnd(Math.ceil(text.length / 4) * 4, '='),
  escaped: (text: string) => encodeURIComponent(text.toWellFormed()),
  spelled: (text: string) =>
    text.replaceAll(/[a-zA-Z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  twice: (text: string) => Buffer.from(text).toString('base64url'),
  hex: (text: string) => Buffer.from(text, 'base64url').toString('hex'),
  bit: (text: string, where: number) =>
    inBytes(text, (bytes) => {
      const bit = Math.floor(where * bytes.length * 8);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
    }),
  head: (text: string, where: number, what: string) =>
    inBytes(text, (bytes) => {
      bytes[Math.floor(where * Math.min(3, bytes.length))] = what.charCodeAt(0);
    }),
  zeros: (text: string) => inBytes(text, (bytes) => bytes.fill(0)),
  nothing: () => '',
  instead: (_: string, __: number, what: string) => what,
};
const NAMES = Object.keys(CHANGES) as (keyof typeof CHANGES)[];
const INSTEAD = [
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  'true',
  '0',
  '-1',
  '1e999',
  '[]',
  '{}',
  "' OR 1=1 --",
  '../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
];
const LONG = 8_000;

/** How a real text is to be changed: mostly once, now and then in more ways. */
export function drawChanges(dice: Dice): Change[] {
  return Array.from({ length: dice.few(5) }, (): Change => {
    const how = dice.one(NAMES);
    return [how, dice.fraction(), drawPiece(dice, how)];
  });
}

function drawPiece(dice: Dice, how: keyof typeof CHANGES): string {
  if (how === 'head') return dice.one(VERSIONS);
  if (how === 'instead') return dice.chance(0.2) ? 'x'.repeat(dice.few(LONG)) : dice.one(INSTEAD);
  if (how === 'letter') return dice.one(dice.chance(0.8) ? LETTERS : STRANGE);
  return dice.one(STRANGE).repeat(dice.chance(0.05) ? dice.few(LONG) : 1);
}

export function change(text: string, changes: readonly Change[]): string {
  return changes.reduce((changed, [how, where, what]) => CHANGES[how](changed, where, what), text);
}
