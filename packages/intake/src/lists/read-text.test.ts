import { describe, expect, it } from 'vitest';
import { decodeText, findEncoding } from './read-text.ts';

const TEXT = 'email,name\njosé@example.test,José Ångström Řehoř €\n';
const utf16 = Buffer.from(TEXT, 'utf16le');

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, given: string | null, size = 1_000): Promise<string> {
  const found = await findEncoding(inPieces(bytes, size), given);
  if ('refused' in found) return found.refused;
  let text = '';
  for await (const piece of decodeText(inPieces(bytes, size), found.encoding)) text += piece;
  return text;
}

describe('the bytes of a list', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 without', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('of %s are decoded, in pieces of any size', async (_what, bytes) => {
    expect(await read(bytes, null)).toBe(TEXT);
    expect(await read(bytes, null, 101)).toBe(TEXT);
  });

  const western = Buffer.from('email,name\njose@example.test,Jos\u00e9\n', 'latin1');
  it('of Windows are decoded where somebody says so, and refused where nobody does', async () => {
    expect(await read(western, 'windows-1252')).toContain('José');
    expect(await read(Buffer.from([0xe8, 0xf8]), 'windows-1250')).toBe('čř');
    expect(await read(western, null)).toBe('not-utf-8');
    expect(await read(western, 'no-such')).toBe('unknown-encoding');
    expect(await read(utf16.subarray(0, -1), 'utf-16le')).toBe('not-in-this-encoding');
  });
});
