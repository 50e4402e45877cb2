import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { Apart } from '../src/apart.ts';
import type { TestJobs } from './jobs.ts';

const BUDGET = { cpuMs: 500, wallMs: 30_000, heapMb: 64 };
const JOBS = new URL('jobs.ts', import.meta.url);
const apart = new Apart<TestJobs>(JOBS, BUDGET);

function startParent(how: string) {
  const file = new URL('parent.ts', import.meta.url).pathname;
  return spawn(process.execPath, ['--conditions=source', file, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function placeOf(which = apart) {
  const outcome = await which.run('environment', null, 'a');
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.done;
}
const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};
const whenGone = (pid: number) => expect.poll(() => isGone(pid)).toBe(true);

describe('a job that is done apart', () => {
  it('gives what it gave, of whatever plain data there is', async () => {
    const input = { map: new Map([['å', { at: new Date(0), missing: undefined }]]), none: null };
    expect(await apart.run('echo', input, 'a')).toEqual({ done: input });
  });

  it('runs in another process, which is told nothing of ours', async () => {
    const { pid, env, args } = await placeOf();
    expect(pid).not.toBe(process.pid);
    expect(env).toEqual({});
    expect(args).not.toContain('postgres');
  });

  it('throws here what it throws there', async () => {
    const thrown = apart.run('throws', 'no way out', 'a');
    await expect(thrown).rejects.toMatchObject({ name: 'TypeError', message: 'no way out' });
  });

  it('whose input can not be sent is a fault, and the next is done', async () => {
    await expect(apart.run('echo', () => {}, 'a')).rejects.toThrow(/could not be cloned/);
    expect(await apart.run('echo', 1, 'a')).toEqual({ done: 1 });
  });
});

describe('a job that gives its result in parts', () => {
  it('gives them in their order, each when it is asked for', async () => {
    const parts = [];
    for await (const part of apart.runInParts('count', 1_000, 'a')) parts.push(part);
    expect(parts).toEqual(Array.from({ length: 1_000 }, (_, i) => ({ done: i })));
    expect(await apart.run('echo', 1, 'a')).toEqual({ done: 1 });
  });

  it('is ended where nobody wants the others, and the next is done', async () => {
    const one = new Apart<TestJobs>(JOBS, BUDGET, { most: 1 });
    const { pid } = await placeOf(one);
    for await (const part of one.runInParts('count', 1_000, 'a'))
      if ('done' in part && part.done === 3) break;
    await whenGone(pid);
    expect(await one.run('echo', 1, 'a')).toEqual({ done: 1 });
  });

  it('has an end to its time, which is told after what it gave; it does not run while a part is worked on', async () => {
    const short = new Apart<TestJobs>(JOBS, { ...BUDGET, wallMs: 1_000 });
    const parts = [];
    for await (const part of short.runInParts('countForEver', null, 'a')) {
      parts.push(part);
      if (parts.length === 1) await new Promise((resolve) => setTimeout(resolve, 1_200));
    }
    expect(parts).toEqual([{ done: 0 }, { done: 1 }, { done: 2 }, { refused: 'too-long' }]);
  });
});

describe('whatever an input does, its process alone ends, and the author is told why (O-10)', () => {
  it.each([
    ['takes the processor for ever', 'spin', 'too-long'],
    ['fills the memory bit by bit', 'growSlowly', 'too-large'],
    ['fills it in one step, by which V8 ends the whole process', 'growAtOnce', 'too-large'],
    ['calls itself for ever', 'recurse', 'too-large'],
  ] as const)('one that %s', async (_, job, refused) => {
    const before = performance.eventLoopUtilization();
    const [outcome, beside] = await Promise.all([
      apart.run(job, null, 'a'),
      apart.run('echo', 'beside', 'b'),
    ]);
    expect([outcome, beside]).toEqual([{ refused }, { done: 'beside' }]);
    expect(await apart.run('echo', 'after', 'a')).toEqual({ done: 'after' });
    // This process only waited.
    expect(performance.eventLoopUtilization(before).active).toBeLessThan(500);
  });

  it('one that waits for ever without the processor ends by the clock', async () => {
    const short = new Apart<TestJobs>(JOBS, { ...BUDGET, wallMs: 3_000 });
    expect(await short.run('wait', 60_000, 'a')).toEqual({ refused: 'too-long' });
  });

  it('one that ends its process in another way is a fault', async () => {
    await expect(apart.run('exit', 3, 'a')).rejects.toThrow('ended with code 3');
  });

  it('processor time is counted for each job, not for its process', async () => {
    const one = new Apart<TestJobs>(JOBS, { ...BUDGET, cpuMs: 10_000 });
    const { pid } = await placeOf(one);
    for (let i = 0; i < 5; i++) expect(await one.run('echo', i, 'a')).toEqual({ done: i });
    expect((await placeOf(one)).pid).toBe(pid);
  });
});

describe('a process that can not start', () => {
  it('is a fault for each that waited for it, and nobody waits for ever', async () => {
    const none = new Apart<TestJobs>(new URL('no-such-jobs.ts', import.meta.url), BUDGET);
    const outcomes = await Promise.allSettled([1, 2, 3].map((i) => none.run('echo', i, 'a')));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(String((outcomes[0] as PromiseRejectedResult).reason)).toContain('no-such-jobs');
  });
});

describe('parties are served in turn', () => {
  it('twenty slow jobs of one do not keep another’s from being the next', async () => {
    const ended: string[] = [];
    await Promise.all(Array.from({ length: 4 }, () => apart.run('wait', 300, 'warm')));
    const slow = Array.from({ length: 20 }, async () => {
      await apart.run('wait', 150, 'slow');
      ended.push('slow');
    });
    await apart.run('echo', 1, 'other').then(() => ended.push('other'));
    // At most what ran already, on however many processors.
    expect(ended.indexOf('other')).toBeLessThanOrEqual(4);
    await Promise.all(slow);
  });

  it('who has two hundred waiting is told so, and others are not', async () => {
    const many = Array.from({ length: 210 }, () => apart.run('echo', 1, 'many'));
    expect(await apart.run('echo', 2, 'other')).toEqual({ done: 2 });
    const outcomes = await Promise.all(many);
    expect(outcomes.filter((outcome) => 'refused' in outcome)).not.toEqual([]);
    expect(outcomes.filter((outcome) => 'done' in outcome).length).toBeGreaterThanOrEqual(200);
  });
});

describe('its processes', () => {
  it('end when there was nothing to do for a while', async () => {
    const brief = new Apart<TestJobs>(JOBS, BUDGET, { idleMs: 50 });
    await whenGone((await placeOf(brief)).pid);
    expect(await brief.run('echo', 'again', 'a')).toEqual({ done: 'again' });
  });

  it('are not ended by a Ctrl-C that whoever started them still has to answer', async () => {
    const { pid } = await placeOf();
    const waits = apart.run('wait', 300, 'a');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(pid, signal);
    expect(await waits).toEqual({ done: null });
  });

  it.each(['idle', 'spin'])('end with a process that is killed: %s', async (how) => {
    const parent = startParent(how);
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    expect(isGone(pid)).toBe(false);
    parent.kill('SIGKILL');
    await whenGone(pid);
  });

  it('keep no process alive that has nothing to do', async () => {
    const parent = startParent('done');
    const said = text(parent.stdout);
    const [code] = (await once(parent, 'exit')) as [number];
    expect(code).toBe(0);
    await whenGone(Number(await said));
  });
});
