import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Sink {
  readonly url: string;
  readonly pid: number;
  /** How many mails it has taken. */
  count(): Promise<number>;
  /** After how many of them it broke off without an answer. */
  dropped(): Promise<number>;
  /** How many each address got. */
  received(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

/** What the process of the sink is asked, and what it answers. Several may ask at once: `id` tells the answers apart. */
export interface SinkQuestion {
  readonly id: number;
  readonly about: 'count' | 'received';
}
export interface SinkAnswer {
  readonly id: number;
  readonly count: number;
  readonly dropped: number;
  readonly received: readonly (readonly [string, number])[];
}

/** Starts the counting mail server; it breaks off after one mail in `dropsOneIn`, 0 = none. */
export async function startSink(dropsOneIn = 0): Promise<Sink> {
  const child = fork(join(import.meta.dirname, 'sink-process.js'), [String(dropsOneIn)]);
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  const asked = new Map<number, (answer: SinkAnswer) => void>();
  let last = 0;
  child.on('message', (answer: SinkAnswer) => {
    asked.get(answer.id)?.(answer);
    asked.delete(answer.id);
  });
  const ask = (about: SinkQuestion['about']): Promise<SinkAnswer> =>
    new Promise((resolve) => {
      last += 1;
      asked.set(last, resolve);
      child.send({ id: last, about } satisfies SinkQuestion);
    });
  return {
    url,
    pid: child.pid!,
    count: async () => (await ask('count')).count,
    dropped: async () => (await ask('count')).dropped,
    received: async () => new Map((await ask('received')).received),
    async stop() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
