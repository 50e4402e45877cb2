import { Context } from '@temporalio/activity';
import { createDrain, type Drained } from '../webhooks/drain.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Delivers to one endpoint what it has not been told yet, as far as it goes now. */
export function createDrainWebhooks(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'outbound' | 'clock' | 'log'>,
): (endpointId: string) => Promise<Drained> {
  return createDrain(deps, () => {
    const context = Context.current();
    context.heartbeat();
    return !context.cancellationSignal.aborted;
  });
}
