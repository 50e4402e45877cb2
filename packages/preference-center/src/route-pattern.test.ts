import { describe, expect, it } from 'vitest';
import { routePattern } from './route-pattern.ts';

describe('what the log keeps of a path (O-13)', () => {
  it.each([
    ['/u/AQECaaaa?done=left', '/u/:token'],
    ['/p/AQECaaaa/', '/p/:token'],
    ['/o/AQECaaaa.data', '/o/:token'],
    ['/d/AQECaaaa/data.json', '/d/:token'],
    ['/s/AQECaaaa', '/s/:token'],
    ['/i/AQECaaaa', '/i/:token'],
    ['/members', '/members'],
    ['/sign-in?done=asked', '/sign-in'],
    ['/review', '/review'],
    ['/review?done=asked', '/review'],
    ['/review/AQECaaaa?plan=plan_1', '/review/:token'],
    ['/review/AQECaaaa/figures', '/review/:token'],
    ['/f/form_abc?lang=sv', '/f/:id'],
    ['/healthz', '/healthz'],
    ['/AQECaaaa', '*'],
    ['', '*'],
  ])('%s is logged as %s', (path, pattern) => {
    expect(routePattern(path)).toBe(pattern);
  });
});
