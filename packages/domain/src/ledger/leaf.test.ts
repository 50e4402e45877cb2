import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { compareLeaves } from './compare-leaves.ts';
import { type Leaf, leafText } from './leaf.ts';
import { FIRST_PREVIOUS_HASH, type Seal, sealText } from './seal.ts';

const leaf: Leaf = {
  v: 1,
  id: '7',
  tx: '901',
  organisationId: '01900000-0000-7000-8000-000000000001',
  at: '2026-05-04T08:00:00.000000Z',
  type: 'REQUESTED',
  requestId: '01900000-0000-7000-8000-000000000002',
  recipientId: null,
  addressKey: 'ab'.repeat(32),
  channel: 'EMAIL',
  scopeKind: 'BOOK',
  scopeId: '01900000-0000-7000-8000-000000000003',
  signal: 'CLEAR',
  method: 'ONE_CLICK',
  policyVersion: 1,
  oldState: null,
  newState: 'CONFIRMED',
  actorKind: 'RECIPIENT',
  actor: null,
  reasonHash: null,
  detail: null,
};

describe('canonical JSON (RFC 8785)', () => {
  it.each([
    [{ b: 1, a: 'x' }, '{"a":"x","b":1}'],
    [{ a: null, b: undefined, c: false }, '{"c":false}'],
    [{ '€': 1, '\r': 2, 1: 3 }, String.raw`{"\r":2,"1":3,"€":1}`],
    [['z', { y: [], x: {} }], '["z",{"x":{},"y":[]}]'],
    ['å "\u0007/', String.raw`"å \"\u0007/"`],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe('a leaf (W-12)', () => {
  it('is these bytes, for ever: earlier seals depend on them', () => {
    expect(leafText(leaf)).toBe(
      `{"actorKind":"RECIPIENT","addressKey":"${'ab'.repeat(32)}","at":"2026-05-04T08:00:00.000000Z","channel":"EMAIL",` +
        '"id":"7","method":"ONE_CLICK","newState":"CONFIRMED","organisationId":"01900000-0000-7000-8000-000000000001",' +
        '"policyVersion":1,"requestId":"01900000-0000-7000-8000-000000000002",' +
        '"scopeId":"01900000-0000-7000-8000-000000000003","scopeKind":"BOOK","signal":"CLEAR","tx":"901",' +
        '"type":"REQUESTED","v":1}',
    );
  });

  it('differs with every field', () => {
    const bytes = (of: Leaf): string => leafText(of);
    for (const field of Object.keys(leaf)) {
      expect(bytes({ ...leaf, [field]: 'other' }), field).not.toBe(bytes(leaf));
    }
  });
});

describe('a seal', () => {
  const seal: Seal = {
    sequence: 1,
    floor: '0',
    from: { tx: '901', id: '7' },
    to: { tx: '902', id: '6' },
    count: 2,
    merkleRoot: 'cd'.repeat(32),
    previousHash: FIRST_PREVIOUS_HASH,
    sealedAt: '2026-05-04T08:01:00.000Z',
  };

  it('is another text when any of its fields changes', () => {
    const of = (changed: Partial<Seal>): string => sealText({ ...seal, ...changed });
    const others = [
      of({ sequence: 2 }),
      of({ floor: '1' }),
      of({ from: { tx: '901', id: '8' } }),
      of({ to: { tx: '903', id: '6' } }),
      of({ count: 3 }),
      of({ merkleRoot: 'ce'.repeat(32) }),
      of({ previousHash: 'cd'.repeat(32) }),
      of({ sealedAt: '2026-05-04T08:01:00.001Z' }),
    ];
    expect(new Set([of({}), ...others]).size).toBe(others.length + 1);
  });
});

describe('events beside what was sealed of them', () => {
  it.each([
    ['the same', ['a', 'b', 'c'], ['a', 'b', 'c'], null],
    ['one changed', ['a', 'b', 'c'], ['a', 'x', 'c'], { break: 'EVENT_CHANGED', at: 1 }],
    ['the first missing', ['a', 'b', 'c'], ['b', 'c'], { break: 'EVENT_MISSING', at: 0 }],
    ['the last missing', ['a', 'b', 'c'], ['a', 'b'], { break: 'EVENT_MISSING', at: 2 }],
    ['one added', ['a', 'b', 'c'], ['a', 'x', 'b', 'c'], { break: 'EVENT_ADDED', at: 1 }],
    ['one added at the end', ['a', 'b'], ['a', 'b', 'x'], { break: 'EVENT_ADDED', at: 2 }],
    ['two exchanged', ['a', 'b'], ['b', 'a'], { break: 'EVENT_MISSING', at: 0 }],
  ])('%s', (_name, sealed, found, expected) => {
    expect(compareLeaves(sealed, found)).toEqual(expected);
  });
});
