import { startSmsSink } from '@adieu/testkit/sms-sink';

/**
 * A gateway in a process of its own, so that its work does not slow its client: takes every SMS and counts it, as many at once as the
 * first argument says, and answers after the milliseconds of the second.
 */
const [atOnce, afterMs] = process.argv.slice(2).map(Number);
const sink = await startSmsSink({ countOnly: true, atOnce: atOnce!, afterMs: afterMs! });
process.on('message', () => process.send?.({ count: sink.count }));
process.on('disconnect', () => process.exit());
process.send?.({ gateway: sink.gateway });
