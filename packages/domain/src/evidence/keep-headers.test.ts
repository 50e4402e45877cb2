import { describe, expect, it } from 'vitest';
import { keepHeaders } from './keep-headers.ts';

const token = 'A'.repeat(48);

describe('headers kept as evidence (G-10)', () => {
  it.each([
    [{ 'user-agent': 'Mozilla/5.0', cookie: 'session=1' }, { 'user-agent': 'Mozilla/5.0' }],
    [
      { 'message-id': '<abc.1@mail.example.test>', date: 'Mon, 4 May 2026 08:00:00 +0000' },
      { 'message-id': '<abc.1@mail.example.test>', date: 'Mon, 4 May 2026 08:00:00 +0000' },
    ],
    [{ 'user-agent': 'me anna@example.test' }, { 'user-agent': 'me •••' }],
    [{ 'user-agent': `x ${token}` }, { 'user-agent': 'x •••' }],
    [{ 'message-id': `<${token}@example.test>` }, { 'message-id': '<•••@example.test>' }],
    [{ 'user-agent': 'a b '.repeat(200) }, { 'user-agent': 'a b '.repeat(75) }],
    [{ 'user-agent': 'a\0b\nc' }, { 'user-agent': 'a b c' }],
    [{ 'user-agent': `${'x '.repeat(149)}y😀` }, { 'user-agent': `${'x '.repeat(149)}y\uFFFD` }],
    [{ 'user-agent': '', date: null, from: 'anna@example.test' }, {}],
  ])('of %o are %o', (headers, kept) => {
    expect(keepHeaders(headers)).toEqual(kept);
  });
});
