import { closeAtDeadline, type RequestState, type TimeoutOutcome } from '@adieu/domain';
import type { Database } from '../database.ts';
import { closeRequests } from './close-requests.ts';

/**
 * What the timer's end does: closes a request that nobody decided, by the outcome it was opened with. Racing a
 * decision or a stronger signal is safe: the first to lock the row wins, the others find it closed. A deadline that
 * was moved is not jumped: `waitUntil` says when to come back. Repeating changes nothing.
 */
export async function endReview(
  db: Database,
  requestId: string,
  now: Date,
): Promise<{ state: RequestState } | { waitUntil: Date } | { refused: 'not-found' }> {
  return db.transaction(async (sql) => {
    const [request] = await sql.rows<{
      state: RequestState;
      deadline: Date;
      onTimeout: TimeoutOutcome;
    }>(
      'SELECT state, deadline, on_timeout AS "onTimeout" FROM opt_out_request WHERE id = $1 FOR UPDATE',
      [requestId],
    );
    if (request === undefined) return { refused: 'not-found' };
    if (request.state !== 'PENDING') return { state: request.state };
    if (request.deadline > now) return { waitUntil: request.deadline };
    const closing = closeAtDeadline(request.onTimeout);
    const event = closing.state === 'REVERTED' ? 'REVERTED' : 'TIMED_OUT_OPTED_OUT';
    await closeRequests(
      sql,
      [{ ...closing, requestId, event, reason: null }],
      { kind: 'TIMER', name: null },
      now,
    );
    return { state: closing.state };
  });
}
