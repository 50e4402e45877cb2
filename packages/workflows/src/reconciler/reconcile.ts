import { type Database, postAgain } from '@adieu/db';
import type { Client } from '@temporalio/client';
import { expectedWorkflows, type Pages } from './expected.ts';
import { findMissing, type Runs } from './find-missing.ts';
import { countRunning, isRunning } from './running.ts';

export interface Mended {
  readonly requests: number;
  readonly doubleOptIns: number;
  readonly dataLinks: number;
  readonly campaigns: number;
  readonly decisions: number;
}

export interface Reconciliation {
  readonly db: Database;
  readonly client: Client;
  readonly now: Date;
}

/**
 * Compares the record with Temporal: every request that is not settled must have a workflow that runs, every double opt-in
 * that nobody confirmed, every link to somebody's data, every campaign that is being sent and every decision that is overdue too. What has none
 * gets its outbox message again. So losing Temporal's data loses no wait, and the deadline is the row's own. Gives how
 * many were mended. `onProgress` is called again and again meanwhile.
 */
export async function reconcile(
  { db, client, now }: Reconciliation,
  onProgress: () => void = () => {},
): Promise<Mended> {
  const reporting = async <Of>(answer: Promise<Of>): Promise<Of> => {
    const given = await answer;
    onProgress();
    return given;
  };
  const runs: Runs = {
    count: (workflowIds) => reporting(countRunning(client, workflowIds)),
    has: (workflowId) => reporting(isRunning(client, workflowId)),
  };
  const mend = async (pages: Pages): Promise<number> => {
    let mended = 0;
    for await (const missing of findMissing(pages, runs)) {
      if (missing.length > 0)
        mended += await postAgain(
          db.sql,
          missing.map(({ message }) => message),
        );
      onProgress();
    }
    return mended;
  };
  const expected = expectedWorkflows(db.sql, now);
  return {
    requests: await mend(expected.requests()),
    doubleOptIns: await mend(expected.doubleOptIns()),
    dataLinks: await mend(expected.dataLinks()),
    campaigns: await mend(expected.campaigns()),
    decisions: await mend(expected.decisions()),
  };
}
