import { spawn } from 'node:child_process';
import process from 'node:process';
import { Failure } from './failure.mjs';
import { ROOT } from './folders.mjs';
import { watchParents } from './orphan.mjs';

const KEPT_OUTPUT = 64 * 1024;
/** By which a terminal, or whoever watches over us, asks us to end. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command to its end and gives code and the last `kept` characters of its output; `timeout` (ms) ends one that
 * hangs; `hear` gets each piece of it. Never throws.
 */
export function capture(command, args, { kept = KEPT_OUTPUT, hear, ...options } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    const keep = (chunk) => {
      output = (output + chunk).slice(-kept);
      hear?.(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code, signal) => resolve({ code: code ?? 128, signal, output }));
  });
}

/** As `capture`, but a code other than 0 is a failure with the end of the output and a hint. */
export async function mustRun(command, args, { hint = '', ...options } = {}) {
  const { code, signal, output } = await capture(command, args, options);
  if (code === 0) return output;
  const end = output.trim().split('\n').slice(-25).join('\n');
  const how = signal ? `ended by ${signal}` : `exit code ${code}`;
  throw new Failure(
    `${[command, ...args].join(' ')} failed (${how}):\n${end}${hint && `\n\n${hint}`}`,
  );
}

/**
 * Hands the terminal over to a command and ends as it ends. With `tether`, the command has an IPC channel whose end
 * tells it that this process is gone. `detached` gives it a process group of its own; `afterwards` is called with the pid
 * when the command has ended, and awaited; `stop` ends it.
 */
export function become(
  command,
  args,
  { tether = false, env = process.env, detached = false, afterwards = async () => {}, stop } = {},
) {
  return new Promise((resolve, reject) => {
    const stdio = ['inherit', 'inherit', 'inherit', ...(tether ? ['ipc'] : [])];
    const child = spawn(command, args, { cwd: ROOT, env, stdio, detached });
    // The terminal's Ctrl-C reaches the child as well; a second SIGINT within a moment counts as the same there.
    const pass = (signal) => child.kill(signal);
    for (const name of SIGNALS) process.on(name, pass);
    stop?.addEventListener('abort', () => child.kill('SIGTERM'));
    const endWatch = watchParents(() => child.kill('SIGTERM'));
    child.once('error', (error) => {
      process.stderr.write(`adieu: ${command} did not start: ${error.message}\n`);
      resolve(127);
    });
    const end = async (code, signal) => {
      endWatch();
      await afterwards(child.pid);
      for (const name of SIGNALS) process.off(name, pass);
      // As late as that: whoever called us may have something of its own to end.
      if (signal) process.once('exit', () => process.kill(process.pid, signal));
      resolve(code ?? 128);
    };
    child.once('close', (code, signal) => void end(code, signal).catch(reject));
  });
}
