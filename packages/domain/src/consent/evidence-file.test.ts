import { describe, expect, it } from 'vitest';
import { MOST_EVIDENCE_BYTES, refuseEvidence } from './evidence-file.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('a file that speaks for a consent (E4)', () => {
  it.each([
    ['application/pdf', bytes('%PDF-1.7 …'), null],
    ['image/png', bytes('\u0089PNG\r\n\u001A\n…'), null],
    ['image/jpeg', bytes('\u00FF\u00D8\u00FF…'), null],
    ['text/plain', bytes('They said yes.'), null],
    ['message/rfc822', bytes('From: a@example.test\r\n\r\nYes'), null],
    ['text/plain', bytes(''), 'empty'],
    ['text/plain', new Uint8Array(MOST_EVIDENCE_BYTES + 1).fill(65), 'too-large'],
    ['text/html', bytes('<p>'), 'unknown-type'],
    ['image/svg+xml', bytes('<svg>'), 'unknown-type'],
    ['application/pdf', bytes('<html>'), 'not-of-its-type'],
    ['image/png', bytes('%PDF-'), 'not-of-its-type'],
    ['text/plain', bytes('MZ\0\0'), 'not-of-its-type'],
  ])('%s', (mediaType, content, refusal) => {
    expect(refuseEvidence(mediaType, content)).toBe(refusal);
  });
});
