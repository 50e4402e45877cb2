import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Sink {
  readonly url: string;
  /** How many mails it has taken. */
  count(): Promise<number>;
  /** How many each address got. */
  received(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

/** Starts the counting mail server. */
export async function startSink(): Promise<Sink> {
  const child = fork(join(import.meta.dirname, 'sink-process.js'));
  const { url } = await answerOf<{ url: string }>(child);
  return {
    url,
    async count() {
      child.send('count');
      return (await answerOf<{ count: number }>(child)).count;
    },
    async received() {
      child.send('received');
      return new Map((await answerOf<{ received: [string, number][] }>(child)).received);
    },
    async stop() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const [answer] = (await once(child, 'message')) as [Answer];
  return answer;
}
