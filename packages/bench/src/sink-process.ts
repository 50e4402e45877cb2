import { startSmtpSink } from '@adieu/testkit/smtp-sink';
import type { SinkAnswer, SinkQuestion } from './sink.ts';

/**
 * A mail server in a process of its own, so that its work does not slow its client: takes every mail and counts it. After one
 * in so many (the first argument; 0 = none) it breaks off without an answer.
 */
const oneIn = Number(process.argv[2]);
const received = new Map<string, number>();
let taken = 0;
let dropped = 0;
const sink = await startSmtpSink({
  countOnly: true,
  reply: (to) => {
    received.set(to, (received.get(to) ?? 0) + 1);
    return undefined;
  },
  drops: () => {
    taken += 1;
    const isDropped = oneIn > 0 && taken % oneIn === 0;
    if (isDropped) dropped += 1;
    return isDropped;
  },
});
process.on('message', ({ id, about }: SinkQuestion) =>
  process.send?.({
    id,
    count: sink.count,
    dropped,
    received: about === 'received' ? [...received] : [],
  } satisfies SinkAnswer),
);
process.on('disconnect', () => process.exit());
process.send?.({ url: sink.url });
