import { readDueSms } from '@adieu/intake';
import { Context } from '@temporalio/activity';
import type { ActivityDeps } from './activity-deps.ts';

/** Less than the minute after which the schedule comes again. */
const RUN_MS = 50_000;

/** Reads what is stored and due, a hundred at a time, until nothing is: texts whose last part does not come, what failed before. */
export function createReadInbound(deps: Pick<ActivityDeps, 'db' | 'log' | 'clock'>) {
  return async (): Promise<number> => {
    const until = deps.clock().getTime() + RUN_MS;
    let total = 0;
    for (let read = 1; read > 0 && deps.clock().getTime() < until; total += read) {
      read = await readDueSms(deps);
      Context.current().heartbeat();
    }
    return total;
  };
}
