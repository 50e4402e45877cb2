import { expect, it } from 'vitest';
import { flatten } from './flatten.ts';

it('a record within names that have no end, or that nothing can keep, is none', () => {
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`a${i}`, 'x']));
  expect(flatten({ email: 'a@x.test', ['k'.repeat(50_000)]: many })).toBeNull();
  expect(flatten({ 'na\0me': 'x' })).toBeNull();
  expect(flatten({ 'na\ud800me': 'x' })).toBeNull();
  expect(flatten({ address: { email: 'a@x.test' } })).toEqual(
    new Map([['address.email', 'a@x.test']]),
  );
});
