import { expect, it } from 'vitest';
import { readableLine } from './format-line.ts';

it.each([
  [
    '{"level":30,"time":1,"pid":2,"hostname":"h","msg":"listening","port":4000}',
    'listening port=4000',
    'normal',
  ],
  [
    '{"level":40,"msg":"slow","queue":"opt outs","ids":["a"]}',
    'slow queue="opt outs" ids=["a"]',
    'warning',
  ],
  ['{"level":20,"msg":"asked","answer":null}', 'asked answer=null', 'quiet'],
  [
    '{"level":40,"msg":"no answer","err":{"type":"Error","message":"gone","stack":"s"}}',
    'no answer error="Error: gone"',
    'warning',
  ],
  [
    '{"level":50,"msg":"broken","err":{"message":"x","stack":"Error: x\\n  at y"}}',
    'broken error="Error: x" \nError: x\n  at y',
    'error',
  ],
  ['plain words', 'plain words', 'normal'],
  ['{"level":30,"msg":"cut', '{"level":30,"msg":"cut', 'normal'],
])('%s reads %j', (line, text, loudness) => {
  expect(readableLine(line)).toEqual({ text, loudness });
});
