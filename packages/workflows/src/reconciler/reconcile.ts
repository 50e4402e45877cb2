import { countSleeping, type Database, postAgain } from '@adieu/db';
import { WORKFLOWS } from '@adieu/domain';
import type { Client } from '@temporalio/client';
import { expectedWorkflows, graceBefore, type Pages } from './expected.ts';
import { findMissing } from './find-missing.ts';
import { countRunning, isRunning, listRunning } from './running.ts';

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
  /** The list of requests is read only where fewer run than wait: it costs the server, and it is the same each minute. */
  readonly byCount?: boolean;
}

/** There are few of them: no list is read, each is asked about. */
const NOT_LISTED: Listed = { has: () => false };
/** As many run as should: none is asked about before its time comes. */
const ALL_LISTED: Listed = { has: () => true };

type Listed = Pick<ReadonlySet<string>, 'has'>;

/**
 * Compares the record with Temporal: every request that is not settled must have a workflow that runs, every double opt-in
 * that nobody confirmed, every link to somebody's data, every campaign that is being sent and every decision that is overdue too. What has none
 * gets its outbox message again. So losing Temporal's data loses no wait, and the deadline is the row's own. Gives how
 * many were mended. `onProgress` is called again and again meanwhile.
 */
export async function reconcile(
  { db, client, now, byCount = false }: Reconciliation,
  onProgress: () => void = () => {},
): Promise<Mended> {
  const expected = expectedWorkflows(db.sql, now);
  const mend = async (pages: Pages, listed: Listed): Promise<number> => {
    let mended = 0;
    const runs = async (workflowId: string): Promise<boolean> => {
      const answer = await isRunning(client, workflowId);
      onProgress();
      return answer;
    };
    for await (const missing of findMissing(pages, listed, runs)) {
      if (missing.length > 0)
        mended += await postAgain(
          db.sql,
          missing.map(({ message }) => message),
        );
      onProgress();
    }
    return mended;
  };
  // The list before the record: what ends between the two is no longer expected, and what begins is younger than the grace.
  const listed = (type: (typeof WORKFLOWS)['optOutRequest' | 'doubleOptIn' | 'dataLink']) =>
    listRunning(client, type, onProgress);
  const listedRequests = async (): Promise<Listed> => {
    if (!byCount) return listed(WORKFLOWS.optOutRequest);
    const running = await countRunning(client, WORKFLOWS.optOutRequest);
    const sleeping = await countSleeping(db.sql, { receivedBefore: graceBefore(now), now });
    return running < sleeping ? listed(WORKFLOWS.optOutRequest) : ALL_LISTED;
  };
  return {
    requests: await mend(expected.requests(), await listedRequests()),
    doubleOptIns: await mend(expected.doubleOptIns(), await listed(WORKFLOWS.doubleOptIn)),
    dataLinks: await mend(expected.dataLinks(), await listed(WORKFLOWS.dataLink)),
    campaigns: await mend(expected.campaigns(), NOT_LISTED),
    decisions: await mend(expected.decisions(), NOT_LISTED),
  };
}
