/** Resolves when this process is asked to end: by a signal, or because whoever started it is gone. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(name, () => resolve());
  });
}
