import { expect, it } from 'vitest';
import { fuzz } from '../src/fuzz.ts';
import { documents } from '../src/documents/documents.ts';
import { tokens } from '../src/tokens/tokens.ts';
import { testGround } from './test-ground.ts';

it.each([
  ['tokens', tokens],
  ['documents', documents],
] as const)(
  'hostile %s open nothing, change nothing and are answered within a second (Q-7, O-9)',
  async (_, target) => {
    const { cases, fault } = await fuzz(target, { seed: 47, seconds: 8, ground: testGround });
    expect(fault).toBeNull();
    expect(cases).toBeGreaterThan(100);
  },
  120_000,
);
