import { failListImport, type ListImport, listImportToAdvance } from '@adieu/db';
import { NoList } from '@adieu/intake';
import { Context } from '@temporalio/activity';
import { countList } from '../list-import/count-list.ts';
import { lookAtFile } from '../list-import/look-at-file.ts';
import { clearList, runList } from '../list-import/run-list.ts';
import { stageList } from '../list-import/stage-list.ts';
import type { ActivityDeps } from './activity-deps.ts';

const HEARTBEAT_MS = 3_000;
/** Long enough to be worth a task, short enough that a new worker is soon heard of. */
const RUN_MS = 60_000;

/** Takes an import on as far as it goes without a member. Gives whether there is more to do at once. */
export function createAdvanceListImport(deps: ActivityDeps) {
  const advance = async (list: ListImport, mayGoOn: () => boolean): Promise<boolean> => {
    switch (list.state) {
      case 'UPLOADED':
        await lookAtFile(deps, list);
        return false;
      case 'MAPPED':
        if ((await stageList(deps, list)) === 'staged') await countList(deps, list);
        return false;
      case 'RUNNING':
        return runList(deps, list, mayGoOn);
      default:
        return false;
    }
  };

  return async (importId: string): Promise<{ goesOn: boolean }> => {
    const list = await listImportToAdvance(deps.db.sql, importId);
    if (list === null) return { goesOn: false };
    const context = Context.current();
    const heart = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
    const until = deps.clock().getTime() + RUN_MS;
    try {
      const goesOn = await advance(
        list,
        () => !context.cancellationSignal.aborted && deps.clock().getTime() < until,
      ).catch(async (error: unknown) => {
        // A file that turns out to be no list while it is read: trying again would find the same.
        if (!(error instanceof NoList)) throw error;
        await failListImport(deps.db.sql, importId, error.code, deps.clock());
        return false;
      });
      if (goesOn) return { goesOn };
      const now = await listImportToAdvance(deps.db.sql, importId);
      if (now !== null && now.endedAt !== null) await clearList(deps, now);
      deps.log.info({ importId, state: now?.state }, 'import taken on');
      return { goesOn: false };
    } finally {
      clearInterval(heart);
    }
  };
}
