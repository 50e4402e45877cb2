import { describe, expect, it } from 'vitest';
import { isOneClick } from './one-click-body.ts';

const FORM = 'application/x-www-form-urlencoded';

/** RFC 8058 8.3 as printed: the delimiter lines lack the leading `--` of RFC 2046. */
const PART = 'Content-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n';
const AS_PRINTED = `---FormBoundaryjWmhtjORrn\r\n${PART}---FormBoundaryjWmhtjORrn--\r\n`;

describe('the body of a one-click wish (O-1, O-2)', () => {
  it.each([
    ['as a form', FORM, 'List-Unsubscribe=One-Click'],
    ['with a character set', `${FORM}; charset=UTF-8`, 'List-Unsubscribe=One-Click'],
    ['with a line end behind it', FORM, 'List-Unsubscribe=One-Click\r\n'],
    ['beside other fields', FORM, 'a=b&List-Unsubscribe=One-Click'],
    [
      'as printed in RFC 8058 8.3',
      'multipart/form-data; boundary=---FormBoundaryjWmhtjORrn',
      AS_PRINTED,
    ],
    [
      'as multipart with correct delimiters',
      'multipart/form-data; boundary=x',
      `--x\r\n${PART}--x--\r\n`,
    ],
    [
      'as multipart with a content type in the part',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name=List-Unsubscribe\r\nContent-Type: text/plain\r\n\r\nOne-Click\r\n--x--',
    ],
    [
      'as multipart with bare line feeds',
      'multipart/form-data; boundary=x',
      AS_PRINTED.replaceAll('\r', ''),
    ],
  ])('is one %s', (_name, type, body) => {
    expect(isOneClick(type, body)).toBe(true);
  });

  it.each([
    ['empty', FORM, ''],
    ['of another field', FORM, 'Unsubscribe=One-Click'],
    ['of another value', FORM, 'List-Unsubscribe=Two-Clicks'],
    ['plain text', 'text/plain', 'List-Unsubscribe=One-Click'],
    ['JSON', 'application/json', '{"List-Unsubscribe":"One-Click"}'],
    [
      'multipart whose value comes in another part',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nno\r\n--x\r\nContent-Disposition: form-data; name="b"\r\n\r\nOne-Click\r\n--x--',
    ],
  ])('is none where it is %s (O-6)', (_name, type, body) => {
    expect(isOneClick(type, body)).toBe(false);
  });
});
