import { startSmtpSink } from '@adieu/testkit/smtp-sink';
import type { SinkAnswer, SinkQuestion } from './sink.ts';

/** A mail server in a process of its own, so that its work does not slow its client: takes every mail and counts it. */
const received = new Map<string, number>();
const sink = await startSmtpSink({
  countOnly: true,
  reply: (to) => {
    received.set(to, (received.get(to) ?? 0) + 1);
    return undefined;
  },
});
process.on('message', ({ id, about }: SinkQuestion) =>
  process.send?.({
    id,
    count: sink.count,
    received: about === 'received' ? [...received] : [],
  } satisfies SinkAnswer),
);
process.on('disconnect', () => process.exit());
process.send?.({ url: sink.url });
