import { startSmtpSink } from '@adieu/testkit/smtp-sink';

/** A mail server in a process of its own, so that its work does not slow its client: takes every mail and counts it. */
const sink = await startSmtpSink({ countOnly: true });
process.on('message', () => process.send?.({ count: sink.count }));
process.on('disconnect', () => process.exit());
process.send?.({ url: sink.url });
