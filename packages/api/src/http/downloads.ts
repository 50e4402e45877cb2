import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { standingOf } from './callers-in-force.ts';

/** How slow a reader may be, over the whole of what they read. */
export interface DownloadPace {
  /** For which they are waited for whatever they take. */
  readonly graceMs: number;
  /** That each second more is to be paid with. */
  readonly bytesPerSecond: number;
}

export const DOWNLOAD_PACE: DownloadPace = { graceMs: 60_000, bytesPerSecond: 16_000 };

/** How often downloads are looked at while there are some, as streams are. */
const LOOK_EVERY_MS = 500;

interface Download {
  readonly raw: FastifyReply['raw'];
  readonly viewer: Viewer;
  readonly before: number;
  waitedMs: number;
}

export interface DownloadsDeps {
  readonly db: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly downloadPace?: DownloadPace;
}

/**
 * Lists that are on their way out. One ends where the key or the session ends that asked for it, or gets other rights, and
 * where its reader is so slow that they hold a place, a connection and a snapshot for nothing: a byte now and then is no reading.
 */
export class Downloads {
  readonly #deps: DownloadsDeps;
  readonly #running = new Set<Download>();
  #isLooking = false;

  constructor(deps: DownloadsDeps) {
    this.#deps = deps;
  }

  /** From here on, until its connection closes. */
  watch({ raw }: FastifyReply, viewer: Viewer): void {
    const download = { raw, viewer, before: raw.socket?.bytesWritten ?? 0, waitedMs: 0 };
    this.#running.add(download);
    raw.once('close', () => this.#running.delete(download));
    void this.#look();
  }

  /** One loop, for as long as there are some. */
  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    while (this.#running.size > 0) {
      const began = performance.now();
      await sleep(LOOK_EVERY_MS, undefined, { ref: false });
      const waitedMs = performance.now() - began;
      for (const each of this.#running) if (this.#isTooSlow(each, waitedMs)) cut(each);
      await this.#endThoseOf();
    }
    this.#isLooking = false;
  }

  /** Only what waits for its reader counts: where we are slow ourselves, nothing does. */
  #isTooSlow(download: Download, waitedMs: number): boolean {
    const { raw, before } = download;
    if (raw.writableLength > 0) download.waitedMs += waitedMs;
    const { graceMs, bytesPerSecond } = this.#deps.downloadPace ?? DOWNLOAD_PACE;
    const taken = (raw.socket?.bytesWritten ?? before) - before - raw.writableLength;
    return download.waitedMs > graceMs + (taken / bytesPerSecond) * 1_000;
  }

  async #endThoseOf(): Promise<void> {
    const { db, clock, log } = this.#deps;
    // Whatever begins while we ask is not among those that we asked of.
    const running = [...this.#running];
    if (running.length === 0) return;
    try {
      const viewers = running.map(({ viewer }) => viewer);
      const standing = await standingOf(db, viewers, clock());
      for (const each of running) if (standing(each.viewer) !== 'in force') cut(each);
    } catch (error) {
      // Who may still read can not be asked, so nobody goes on.
      log.warn(
        { err: error },
        'lists that leave the house are cut: who reads them can not be looked up',
      );
      for (const each of running) cut(each);
    }
  }
}

function cut({ raw }: Download): void {
  raw.destroy();
}
