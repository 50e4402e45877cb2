import { describe, expect, it } from 'vitest';
import { complaintMeans } from './complaint-types.ts';

describe('a complaint (M-9)', () => {
  it.each([
    ['abuse', 'LEAVES'],
    ['Abuse ', 'LEAVES'],
    ['opt-out', 'LEAVES'],
    ['not-spam', 'NOTHING'],
    ['auth-failure', 'KEPT'],
    ['fraud', 'KEPT'],
    ['virus', 'KEPT'],
    ['x-of-somebody', 'KEPT'],
    ['', 'KEPT'],
    ['constructor', 'KEPT'],
  ])('of the type “%s” means %s', (type, meaning) => {
    expect(complaintMeans(type)).toBe(meaning);
  });
});
