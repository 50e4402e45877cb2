import { describe, plainly } from '@adieu/sdk';
import spring from './campaigns/spring.tsx';

// What a release job does after its tests: look, send, and stay until it is out.
await plainly(async () => {
  const { maySend, findings } = await spring.check();
  for (const finding of findings) console.log(describe(finding));
  if (!maySend) process.exit(1);
  const { queued } = await spring.send();
  console.log(`${queued} messages are on their way`);
  for await (const { state, progress } of spring.watch())
    console.log(`${state}: ${progress.sent} sent, ${progress.stopped} stopped`);
});
