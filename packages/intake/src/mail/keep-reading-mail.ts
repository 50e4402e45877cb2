import type { MailInDeps } from './mail-in-deps.ts';
import { readDueMail } from './read-due-mail.ts';

const PAUSE_MS = 2_000;

export interface MailReader {
  /** Something was stored that nobody reads while its sender waits. */
  soon(): void;
  /** Ends when what is being read is read. */
  stop(): Promise<void>;
}

/** Reads what is stored and due for as long as the process runs: soon after it is told, else every few seconds. */
export function keepReadingMail(deps: MailInDeps): MailReader {
  const stopped = new AbortController();
  let again = false;
  let wake = (): void => {};
  const pause = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, PAUSE_MS);
    wake = resolve;
    if (again || stopped.signal.aborted) resolve();
    await promise;
    clearTimeout(timer);
    again = false;
  };
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const read = await readDueMail(deps).catch((error: unknown) => {
        deps.log.error({ err: error }, 'mails that are due could not be read');
        return 0;
      });
      if (read === 0) await pause();
    }
  };
  const running = run();
  return {
    soon() {
      again = true;
      wake();
    },
    async stop() {
      stopped.abort();
      wake();
      await running;
    },
  };
}
