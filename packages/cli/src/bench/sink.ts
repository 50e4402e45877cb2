import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Sink {
  readonly url: string;
  readonly pid: number;
  /** How many mails it has taken. */
  count(): Promise<number>;
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
  readonly received: readonly (readonly [string, number])[];
}

/** Starts the counting mail server. */
export async function startSink(): Promise<Sink> {
  const child = fork(join(import.meta.dirname, 'sink-process.js'));
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
    received: async () => new Map((await ask('received')).received),
    async stop() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
