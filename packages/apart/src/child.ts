import { type ChildProcess, fork } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import type { Budget } from './budget.ts';
import { type Answer, faultOf, type More, type Task } from './jobs.ts';
import type { ChildMessage, ChildSettings } from './messages.ts';

/** As built, or as source: Node strips its types. */
const isSource = import.meta.url.endsWith('.ts');
const CHILD = new URL(`./child-process${isSource ? '.ts' : '.js'}`, import.meta.url);

/** Tells whoever listens what each job took, by Node's diagnostics channels. */
const JOBS = channel('adieu.apart');
export interface JobDone {
  /** Of the processor; 0 where that is not known, as the job was ended. */
  readonly cpuMs: number;
}

/** A part of what a job gives, and what may be said to it. */
export interface Part {
  readonly part: unknown;
  more(): void;
  /** Nobody wants the others. */
  stop(): void;
}

interface Owner {
  /** It ends where it has had nothing to do for so long. */
  readonly idleMs: number;
  onReady(): void;
  onEnd(why: Answer, hadStarted: boolean): void;
}

/** A process in which jobs are done, from the side of who started it. It keeps that one alive only while it works. */
export class Child {
  state: 'starting' | 'idle' | 'busy' | 'ended' = 'starting';
  readonly #process: ChildProcess;
  readonly #wallMs: number;
  readonly #owner: Owner;
  #idle: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;
  #settle: (answer: Answer) => void = () => {};
  #onPart: (part: Part) => void = () => {};

  constructor(jobs: URL, { cpuMs, wallMs, heapMb }: Budget, owner: Owner) {
    this.#wallMs = wallMs;
    this.#owner = owner;
    const settings: ChildSettings = { jobs: jobs.href, cpuMs, heapMb };
    const child = fork(CHILD, [JSON.stringify(settings)], {
      // Nothing of ours is told to who works on what strangers wrote.
      env: {},
      execArgv: [`--max-old-space-size=${heapMb}`, ...(isSource ? ['--conditions=source'] : [])],
      serialization: 'advanced',
      // What V8 says as it runs out of memory is told as an outcome.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#process = child;
    child.unref();
    child.on('message', (message: ChildMessage) => this.#hear(message));
    child.on('error', (error) => this.end(faultOf(error)));
    child.on('exit', (code, signal) => this.end(whyEnded(code, signal)));
  }

  /** One at a time. */
  do(task: Task, onPart: (part: Part) => void): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.state = 'busy';
    clearTimeout(this.#idle);
    this.#process.channel?.ref();
    this.#onPart = onPart;
    this.#settle = (answer) => {
      clearTimeout(this.#timer);
      this.#process.channel?.unref();
      resolve(answer);
    };
    this.#send(task);
    return promise;
  }

  #send(task: Task | More): void {
    this.#timer = setTimeout(() => this.end({ refused: 'too-long' }), this.#wallMs);
    try {
      this.#process.send(task, (error) => error && this.end(faultOf(error)));
    } catch (error) {
      // What can not be sent was never given to it.
      this.#answer(faultOf(error));
    }
  }

  /** Takes it down. What it works on is answered so. */
  end(why: Answer): void {
    if (this.state === 'ended') return;
    const hadStarted = this.state !== 'starting';
    this.state = 'ended';
    clearTimeout(this.#idle);
    this.#process.kill('SIGKILL');
    this.#owner.onEnd(why, hadStarted);
    this.#settle(why);
  }

  #hear(message: ChildMessage): void {
    if ('ready' in message) {
      this.#process.channel?.unref();
      this.#rest();
      this.#owner.onReady();
      return;
    }
    if ('part' in message) {
      // Who takes it may take their time.
      clearTimeout(this.#timer);
      this.#onPart({
        part: message.part,
        more: () => this.#send({ more: true }),
        stop: () => this.end({ refused: 'too-long' }),
      });
      return;
    }
    JOBS.publish({ cpuMs: message.cpuMs } satisfies JobDone);
    if (message.last) this.end(message.answer);
    else this.#answer(message.answer);
  }

  #answer(answer: Answer): void {
    if (this.state !== 'busy') return;
    this.#rest();
    this.#settle(answer);
  }

  #rest(): void {
    this.state = 'idle';
    this.#idle = setTimeout(() => this.end({ refused: 'too-long' }), this.#owner.idleMs).unref();
  }
}

/** V8 ends a process that has no more memory by a signal, and so does the kernel. */
function whyEnded(code: number | null, signal: string | null): Answer {
  if (signal !== null || code === 134) return { refused: 'too-large' };
  return faultOf(new Error(`the process of a job ended with code ${code}`));
}
