import { describe, expect, it } from 'vitest';
import { judgePost } from './judge-post.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

describe('a post of a sign-up form', () => {
  it.each([
    ['', null, 'person'],
    ['', before(2), 'person'],
    ['', before(86_400), 'person'],
    ['', before(86_401), 'stale'],
    ['', before(1.9), 'machine'],
    ['', before(-60), 'machine'],
    [' ', null, 'machine'],
    ['https://spam.test', before(60), 'machine'],
    ['https://spam.test', before(90_000), 'machine'],
  ] as const)('with the honeypot %j, shown %o, is of a %s', (honeypot, shownAt, judgement) => {
    expect(judgePost({ honeypot, shownAt }, now)).toBe(judgement);
  });
});
