import type { Seed, TestDatabase } from '@adieu/testkit';
import { carryOutDeletions, deleteTenant } from '../src/index.ts';

/** What tests ask of the deletion of an account, or of a whole organisation (null). */
export function deletionsOf(test: TestDatabase, org: Seed, now: Date) {
  return {
    asks: (accountId: string | null, name: string, organisationId = org.organisationId) =>
      test.db.transaction((tx) =>
        deleteTenant(tx, {
          organisationId,
          accountId,
          name,
          by: { kind: 'KEY', name: 'Eva' },
          now,
        }),
      ),
    /** All of it, in batches; gives how many there were. */
    async carriesOut(limit = 2): Promise<number> {
      let batches = 0;
      while ((await carryOutDeletions(test.db, now, limit)) > 0) batches += 1;
      return batches;
    },
  };
}
