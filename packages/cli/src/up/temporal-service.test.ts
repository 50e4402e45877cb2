import { expect, it } from 'vitest';
import { isOfNoUse } from './temporal-service.ts';

it.each([
  ['time=x level=INFO msg="started"', true],
  ['time=x level=ERROR msg="Failed to poll" error="context canceled"', true],
  [
    '{"level":"error","msg":"unable to call","error":"rpc error: code = Canceled desc = context canceled"}',
    true,
  ],
  ['time=x level=ERROR msg="disk is full"', false],
  ['Error: address already in use', false],
])('of Temporal’s lines %s is hidden: %s', (line, hidden) => {
  expect(isOfNoUse(line)).toBe(hidden);
});
