import { describe, expect, it } from 'vitest';
import { routePattern } from './route-pattern.ts';

describe('what the log keeps of a path (O-13)', () => {
  it.each([
    ['/u/AQECaaaa?done=left', '/u/:token'],
    ['/p/AQECaaaa/', '/p/:token'],
    ['/o/AQECaaaa.data', '/o/:token'],
    ['/d/AQECaaaa/data.json', '/d/:token'],
    ['/healthz', '/healthz'],
    ['/AQECaaaa', '*'],
    ['', '*'],
  ])('%s is logged as %s', (path, pattern) => {
    expect(routePattern(path)).toBe(pattern);
  });
});
