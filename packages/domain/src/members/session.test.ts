import { expect, it } from 'vitest';
import { sessionCookie, sessionOfCookies } from './session.ts';

const SECRET = 'a'.repeat(43);

it('a session is given in a cookie that no script reads, no other host sets and no foreign form sends (P6)', () => {
  expect(sessionCookie(SECRET)).toBe(
    `__Host-adieu=${SECRET}; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax`,
  );
  expect(sessionCookie(null)).toMatch(/^__Host-adieu=; Path=\/; Max-Age=0; Secure/);
});

it.each([
  [null, null],
  ['', null],
  [`__Host-adieu=${SECRET}`, SECRET],
  [`a=b; __Host-adieu=${SECRET}; c=d`, SECRET],
  [`adieu=${SECRET}`, null],
  ['__Host-adieu=', null],
  ['__Host-adieu=short', null],
  [`__Host-adieu=${SECRET}\r\nx`, null],
])('a session in the header %j', (header, secret) => {
  expect(sessionOfCookies(header)).toBe(secret);
});
