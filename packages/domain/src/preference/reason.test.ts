import { expect, it } from 'vitest';
import { PURPOSES } from '../enums/channels.ts';
import { LEAVE_REASONS, REASONS_OF } from './reason.ts';

it('staff or member information is not left as a customer or for another address', () => {
  expect(REASONS_OF.SERVICE).toEqual(['TOO_MANY', 'NOT_RELEVANT', 'NEVER_ASKED']);
});

it.each(PURPOSES)('the reasons of %s are among those that are taken', (purpose) => {
  for (const reason of REASONS_OF[purpose]) expect(LEAVE_REASONS).toContain(reason);
});
