import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromId, fromScopeId, toId, toScopeId } from './ids.ts';

describe('ids of the API', () => {
  it('tell their type and lead back to their row', () => {
    const uuid = randomUUID();
    expect(toId('optout', uuid)).toMatch(/^optout_[0-9a-z]{26}$/);
    expect(fromId('optout', toId('optout', uuid))).toBe(uuid);
    expect(fromScopeId('BOOK', toScopeId('BOOK', uuid))).toBe(uuid);
  });

  it('of another type, or none at all, lead nowhere', () => {
    const book = toId('book', randomUUID());
    for (const id of [book, '', 'optout', 'optout_', 'optout_zz', randomUUID(), "optout_'; --"])
      expect(fromId('optout', id)).toBeNull();
    expect(fromScopeId('TOPIC', book)).toBeNull();
  });
});
