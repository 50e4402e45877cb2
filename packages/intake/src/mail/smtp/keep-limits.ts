import { type Database, noteLimitMet } from '@adieu/db';
import type { MailLimit } from '@adieu/domain';
import type { Logger } from 'pino';

const EVERY_MS = 10_000;

export interface LimitCounts {
  /** One was met. */
  readonly meets: (limit: MailLimit) => void;
  /** Ends when all is in the record. */
  stop(): Promise<void>;
}

/**
 * Notes in the record how often clients meet a limit, every few seconds: who is turned away does not make a statement of the database
 * each time.
 */
export function keepLimitCounts(
  { db, log }: { readonly db: Database; readonly log: Logger },
  everyMs = EVERY_MS,
): LimitCounts {
  const counts = new Map<MailLimit, number>();
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    for (const [limit, times] of counts) {
      counts.delete(limit);
      try {
        await noteLimitMet(db.sql, limit, times);
      } catch (error) {
        counts.set(limit, (counts.get(limit) ?? 0) + times);
        log.debug({ err: error }, 'limits that were met could not be noted');
        return;
      }
    }
  };
  const later = (): void => {
    writing = writing.then(write);
  };
  const timer = setInterval(later, everyMs);
  timer.unref();
  return {
    meets: (limit) => void counts.set(limit, (counts.get(limit) ?? 0) + 1),
    async stop() {
      clearInterval(timer);
      later();
      await writing;
    },
  };
}
