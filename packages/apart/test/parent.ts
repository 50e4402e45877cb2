import { Apart } from '../src/apart.ts';
import type { TestJobs } from './jobs.ts';

/** A process that has a job done and says by which process; then it has nothing to do, stays, or waits for one without end. */
const budget = { cpuMs: 60_000, wallMs: 60_000, heapMb: 64 };
const apart = new Apart<TestJobs>(new URL('jobs.ts', import.meta.url), budget);
const outcome = await apart.run('environment', null, 'a');
const [how] = process.argv.slice(2);
if (how === 'idle') setInterval(() => {}, 60_000);
const spins = how === 'spin' ? apart.run('spin', null, 'a') : null;
console.log('done' in outcome ? outcome.done.pid : outcome.refused);
await spins;
