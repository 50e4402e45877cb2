import { doJobs } from '../src/do-jobs.ts';

/** Inputs that do what an author's text must not, as jobs. */
export interface TestJobs {
  echo(input: unknown): unknown;
  environment(input: null): { readonly pid: number; readonly env: object; readonly args: string };
  count(to: number): AsyncIterable<number>;
  countForEver(input: null): AsyncIterable<number>;
  wait(ms: number): null;
  spin(input: null): never;
  throws(message: string): never;
  recurse(input: null): number;
  growSlowly(input: null): never;
  growAtOnce(input: null): number;
  exit(code: number): never;
}

doJobs<TestJobs>({
  echo: (input) => input,
  environment: () => ({
    pid: process.pid,
    env: { ...process.env },
    args: JSON.stringify(process.argv),
  }),
  async *count(to) {
    for (let i = 0; i < to; i++) yield i;
  },
  async *countForEver() {
    for (let i = 0; ; i++) {
      if (i === 3) for (;;);
      yield i;
    }
  },
  async wait(ms) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return null;
  },
  spin() {
    for (;;);
  },
  throws(message) {
    throw Object.assign(new TypeError(message), { unsendable: () => {} });
  },
  recurse: function recurse(): number {
    return 1 + recurse();
  },
  growSlowly() {
    const kept: string[][] = [];
    for (;;) kept.push('x'.repeat(100).split(''));
  },
  // One step that outgrows the heap: V8 ends the process, and not its thread.
  growAtOnce: () => 'x'.repeat(2 ** 28).split('').length,
  exit: (code) => process.exit(code),
});
