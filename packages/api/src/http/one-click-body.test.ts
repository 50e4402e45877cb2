import { describe, expect, it } from 'vitest';
import { isOneClick } from './one-click-body.ts';

/** RFC 8058 8.3 as printed: the delimiter lines lack the leading `--` of RFC 2046. */
const PART = 'Content-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n';
const AS_PRINTED = `---FormBoundaryjWmhtjORrn\r\n${PART}---FormBoundaryjWmhtjORrn--\r\n`;

describe('the body of a one-click wish (O-1, O-2)', () => {
  it.each([
    ['as a form', 'List-Unsubscribe=One-Click'],
    ['with a line end behind it', 'List-Unsubscribe=One-Click\r\n'],
    ['with spaces around it', ' List-Unsubscribe = One-Click '],
    ['with its dashes encoded', 'List%2DUnsubscribe=One%2DClick'],
    ['in small letters', 'list-unsubscribe=one-click'],
    ['beside other fields', 'a=b&List-Unsubscribe=One-Click'],
    ['as printed in RFC 8058 8.3', AS_PRINTED],
    ['as multipart with correct delimiters', `--x\r\n${PART}--x--\r\n`],
    [
      'as multipart with a content type in the part',
      '--x\r\nContent-Disposition: form-data; name=List-Unsubscribe\r\nContent-Type: text/plain\r\n\r\nOne-Click\r\n--x--',
    ],
    ['as multipart with bare line feeds', AS_PRINTED.replaceAll('\r', '')],
  ])('is one %s', (_name, body) => {
    expect(isOneClick(body)).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['of another field', 'Unsubscribe=One-Click'],
    ['of another value', 'List-Unsubscribe=Two-Clicks'],
    ['JSON', '{"List-Unsubscribe":"One-Click"}'],
    ['words that speak of it', 'The header says List-Unsubscribe=One-Click.'],
    [
      'multipart whose value comes in another part',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nno\r\n--x\r\nContent-Disposition: form-data; name="b"\r\n\r\nOne-Click\r\n--x--',
    ],
  ])('is none where it is %s (O-6)', (_name, body) => {
    expect(isOneClick(body)).toBe(false);
  });
});
