import { expect, it } from 'vitest';
import { readFields } from './fields.ts';

it('a field that stands there a hundred thousand times is one that stands there twice (SM-20)', () => {
  const fields = readFields({
    method: 'POST',
    publicUrl: 'https://adieu.example.test/sms/gate',
    headers: {},
    remoteAddress: '192.0.2.7',
    rawBody: Buffer.from(`from=%2B46701740605&text=STOPP${'&a'.repeat(100_000)}`),
  });
  expect(fields.text('text')).toBe('STOPP');
  expect(() => fields.text('a')).toThrow('a stands there twice');
});
