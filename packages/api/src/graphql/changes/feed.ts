import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Change,
  changesAfter,
  changesFromNow,
  type ChangesPosition,
  type Database,
} from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { Logger } from 'pino';
import { standingOf } from '../../http/callers-in-force.ts';
import { RecentChanges } from './recent-changes.ts';
import { keyEnded, reconnect } from './stream-errors.ts';

/** How often the ledger is looked at while somebody follows it, in milliseconds. */
const LOOK_EVERY_MS = 500;
/** Events read at once. */
const PAGE = 1_000;

interface Follower {
  readonly viewer: Viewer;
  hasNews: boolean;
  ended: Error | null;
  wake: () => void;
}

/**
 * The changes of the ledger as they become visible, for any number of followers by one query each half second. A follower
 * pulls: whoever is slow holds a position, not a queue. Nothing is lost or told twice, because each reads on from their own
 * position, in an order in which nothing can appear before what was read (docs/decisions/016).
 */
export class ChangesFeed {
  readonly #db: Database;
  readonly #clock: () => Date;
  readonly #log: Logger;
  readonly #followers = new Set<Follower>();
  #recent: RecentChanges | null = null;
  #isRunning = false;
  #isClosed = false;

  constructor(db: Database, clock: () => Date, log: Logger) {
    this.#db = db;
    this.#clock = clock;
    this.#log = log;
  }

  /** How many streams a caller holds. */
  countOf(viewerId: string): number {
    return [...this.#followers].filter(({ viewer }) => viewer.id === viewerId).length;
  }

  /**
   * What happens to the requests of the viewer's organisation, or (`accounts`) of these accounts of it, after a position.
   * Throws what its client must be told.
   */
  async *follow(
    viewer: Viewer,
    accounts: readonly string[] | null,
    after: ChangesPosition | null,
    gone: AbortSignal,
  ): AsyncGenerator<Change, void> {
    if (this.#isClosed) throw reconnect();
    const follower: Follower = { viewer, hasNews: true, ended: null, wake: () => {} };
    const wake = (): void => follower.wake();
    gone.addEventListener('abort', wake);
    this.#followers.add(follower);
    try {
      let position = after ?? (await this.#read(() => changesFromNow(this.#db.sql)));
      void this.#run();
      while (!gone.aborted) {
        if (follower.ended !== null) throw follower.ended;
        // Before the reading: what comes while we read wakes us again.
        follower.hasNews = false;
        const page = await this.#after(position);
        for (const change of page) {
          position = change;
          const { organisationId, accountId, requestId } = change;
          const isTheirs =
            organisationId === viewer.organisationId &&
            (accounts === null || (accountId !== null && accounts.includes(accountId)));
          if (isTheirs && requestId) yield change;
          if (gone.aborted || follower.ended !== null) break;
        }
        if (page.length < PAGE) await untilWoken(follower, gone);
      }
    } finally {
      gone.removeEventListener('abort', wake);
      this.#followers.delete(follower);
    }
  }

  /** Ends every stream: its client connects again, to whoever serves then. */
  close(): void {
    this.#isClosed = true;
    this.#endAll(reconnect());
  }

  /** One loop, for as long as there are followers. */
  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#followers.size > 0) {
      try {
        await this.#readOn();
        await this.#endCallers();
      } catch (error) {
        this.#log.error({ err: error }, 'changes can not be read');
        this.#endAll(reconnect());
      }
      await sleep(LOOK_EVERY_MS, undefined, { ref: false });
    }
    this.#recent = null;
    this.#isRunning = false;
  }

  async #readOn(): Promise<void> {
    if (this.#recent === null) {
      this.#recent = new RecentChanges(await changesFromNow(this.#db.sql));
      // What became visible before this is in nobody's memory: each reads it for themselves.
      for (const follower of this.#followers) tell(follower);
    }
    let page: Change[];
    do {
      page = await changesAfter(this.#db.sql, this.#recent.last, PAGE);
      this.#recent.add(page);
      const touched = new Set(page.map(({ organisationId }) => organisationId));
      for (const follower of this.#followers)
        if (touched.has(follower.viewer.organisationId)) tell(follower);
    } while (page.length === PAGE);
  }

  async #endCallers(): Promise<void> {
    // Whoever comes while we ask is not among those that we asked of.
    const followers = [...this.#followers];
    const viewers = followers.map(({ viewer }) => viewer);
    const standing = await standingOf(this.#db, viewers, this.#clock());
    for (const follower of followers) {
      const now = standing(follower.viewer);
      if (now === 'ended') end(follower, keyEnded());
      // What a stream shows was settled by the roles that it began with.
      else if (now === 'changed') end(follower, reconnect());
    }
  }

  #endAll(error: Error): void {
    for (const follower of this.#followers) end(follower, error);
  }

  async #after(position: ChangesPosition): Promise<readonly Change[]> {
    return (
      this.#recent?.after(position, PAGE) ??
      this.#read(() => changesAfter(this.#db.sql, position, PAGE))
    );
  }

  async #read<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.#log.error({ err: error }, 'changes can not be read');
      throw reconnect();
    }
  }
}

function tell(follower: Follower): void {
  follower.hasNews = true;
  follower.wake();
}

function end(follower: Follower, error: Error): void {
  follower.ended ??= error;
  follower.wake();
}

async function untilWoken(follower: Follower, gone: AbortSignal): Promise<void> {
  if (follower.hasNews || follower.ended !== null || gone.aborted) return;
  await new Promise<void>((resolve) => {
    follower.wake = resolve;
  });
}
