import { expect, it } from 'vitest';
import { leaksIn, secretsIn } from './leaks.ts';

const TOKEN = 'AQECAZ-0'.repeat(8);
const MAIL = `Hello Anna <anna.berg@example.test>, https://localhost:4000/u/${TOKEN}
 or https://localhost:4000/review/${TOKEN.toLowerCase()} or leave+${TOKEN.slice(8)}@leave.example.test; key adieu_admin_${TOKEN}`;

it('of a mail every token, key and address is a secret', () => {
  expect(Object.fromEntries(secretsIn(MAIL))).toEqual({
    'anna.berg@example.test': 'an address',
    [TOKEN]: 'a token',
    [TOKEN.toLowerCase()]: 'a token',
    [TOKEN.slice(8)]: 'a token',
    [`adieu_admin_${TOKEN}`]: 'a key',
  });
});

it.each([
  [`api               | fetching from remote server source=/u/${TOKEN}`, 'a token'],
  ['worker            | not sent to=Anna.Berg@EXAMPLE.test', 'an address'],
  [`api               | asked authorization="Bearer adieu_admin_${TOKEN}"`, 'a key'],
])('%s is found, and not repeated (O-13)', (line, kind) => {
  const leaks = leaksIn(`adieu | ready\n${line}\n`, secretsIn(MAIL));
  expect(leaks.some((leak) => leak.startsWith(`${kind} in: `))).toBe(true);
  expect(leaks.join()).not.toMatch(new RegExp(`${TOKEN}|anna.berg@`, 'i'));
});

it('the table for whoever started it may show a key, and a longer address is another', () => {
  const output = `  Admin key  adieu_admin_${TOKEN}\napi               | from=hanna.berg@example.test\n`;
  expect(leaksIn(output, secretsIn('hanna.berg@example.test'))).toHaveLength(1);
  expect(leaksIn(output, secretsIn(MAIL))).toEqual([]);
});
