import type { Printer } from './log/printer.ts';

/** Ctrl-C in a terminal reaches npm, its shell and us, and each passes it on: what comes within this time is one wish. */
const SAME_WISH_MS = 1_500;

/** Becomes aborted when somebody asks to stop; a later second wish calls `atOnce`. */
export function onStopRequest(printer: Printer, atOnce: () => void): AbortSignal {
  const stop = new AbortController();
  let askedAt = 0;
  const ask = (why: string): void => {
    if (!stop.signal.aborted) {
      askedAt = Date.now();
      printer.say(`stopping everything (${why}); once more to stop at once`);
      stop.abort();
    } else if (Date.now() - askedAt > SAME_WISH_MS) {
      atOnce();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => ask(signal));
  // npm start holds the other end: if that is killed, nobody is left who could stop us.
  process.once('disconnect', () => ask('npm start is gone'));
  return stop.signal;
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
