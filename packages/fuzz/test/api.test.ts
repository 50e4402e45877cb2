import { expect, it } from 'vitest';
import { fuzz } from '../src/fuzz.ts';
import { events } from '../src/events/events.ts';
import { documents } from '../src/documents/documents.ts';
import { headers } from '../src/headers/headers.ts';
import { ids } from '../src/ids/ids.ts';
import { sms } from '../src/sms/sms.ts';
import type { Target } from '../src/target.ts';
import { tokens } from '../src/tokens/tokens.ts';
import { uploads } from '../src/uploads/uploads.ts';
import { testGround } from './test-ground.ts';

const TARGETS: Readonly<Record<string, Target>> = {
  tokens,
  documents,
  ids,
  uploads,
  headers,
  sms,
  events,
};

it.each(Object.entries(TARGETS))(
  'hostile %s open nothing, change nothing and are answered within a second (Q-7, O-9)',
  async (_, target) => {
    const { fault } = await fuzz(target, { seed: 47, seconds: 2, atLeast: 20, ground: testGround });
    expect(fault).toBeNull();
  },
  120_000,
);
