import libqp from 'libqp';
import { describe, expect, it } from 'vitest';
import { quotedPrintable } from './quoted-printable.ts';

const LINES = [
  '',
  'Hej Åsa, våren är här',
  'white space at the end \t ',
  '--a line that looks like a boundary',
  'a=b',
  '🌱'.repeat(60),
  'x'.repeat(5_000),
  '<p style="color:#111">Ahoj</p>',
];

describe('quoted-printable', () => {
  it('reads back as it was written, at the first time and at the next', () => {
    for (const text of [...LINES, LINES.join('\r\n'), `${LINES.join('\r\n')}\r\n`])
      for (let time = 0; time < 2; time++)
        expect(libqp.decode(quotedPrintable(text)).toString('utf8')).toBe(text);
  });

  it('is what libqp makes of the whole', () => {
    const text = LINES.join('\r\n');
    expect(quotedPrintable(text)).toBe(libqp.wrap(libqp.encode(text), 76));
  });

  it('has no line over 76 octets (RFC 2045 6.7), and line breaks of mail whatever it was given', () => {
    const encoded = quotedPrintable(LINES.join('\n'));
    expect(Math.max(...encoded.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(encoded.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('forgets: thousands of lines of which each is another leave it right', () => {
    for (let i = 0; i < 5_000; i++)
      expect(quotedPrintable(`Hej Åsa ${i}`)).toBe(`Hej =C3=85sa ${i}`);
  });
});
