import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import type { Printer } from '../src/up/log/printer.ts';
import { isAlive } from '../src/up/process-identity.ts';
import type { Service } from '../src/up/service.ts';
import { createSupervisor, type Supervisor } from '../src/up/supervisor.ts';

const CHILD = new URL('fixtures/child.mjs', import.meta.url).pathname;
const child = (name: string, ...more: string[]): Service => ({
  name,
  command: process.execPath,
  args: [CHILD, name, ...more],
});

/** A printer whose lines can be waited for. */
function listen(): {
  printer: Printer;
  lines: string[];
  line: (match: RegExp) => Promise<RegExpExecArray>;
} {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const add = (text: string): void => {
    lines.push(text);
    for (const look of waiting) look();
  };
  const line = (match: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve) => {
      const look = (): void => {
        const index = lines.findIndex((text) => match.test(text));
        if (index < 0) return;
        waiting.delete(look);
        resolve(match.exec(lines.splice(index, 1)[0]!)!);
      };
      waiting.add(look);
      look();
    });
  return { lines, line, printer: { line: (_name, text) => add(text), say: add, plain: add } };
}

let supervisor: Supervisor | undefined;
afterEach(() => supervisor?.stop());

describe('the supervisor', () => {
  it('starts a child that was killed again, and says so (W-8)', async () => {
    const { printer, line } = listen();
    supervisor = createSupervisor(printer);
    await supervisor.start(child('worker'));
    const first = Number((await line(/worker is (\d+)/))[1]);
    process.kill(first, 'SIGKILL');
    await line(/worker was ended by SIGKILL; starting it again in 0\.2 s/);
    const second = Number((await line(/worker is (\d+)/))[1]);
    await line(/worker is ready again/);
    expect(second).not.toBe(first);
  });

  it('stops in reverse order, and leaves nobody behind', async () => {
    const { printer, lines } = listen();
    supervisor = createSupervisor(printer);
    for (const name of ['postgres', 'api', 'pages']) await supervisor.start(child(name));
    const pids = lines.map((text) => Number(/ is (\d+)$/.exec(text)?.[1] ?? 0)).filter(Boolean);
    expect(pids).toHaveLength(3);
    await supervisor.stop();
    expect(lines.filter((text) => text.endsWith('ends'))).toEqual([
      'pages ends',
      'api ends',
      'postgres ends',
    ]);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('fails where a child ends before it was ready', async () => {
    supervisor = createSupervisor(listen().printer);
    await expect(supervisor.start(child('api', 'broken'))).rejects.toThrow(
      'api ended with code 1 before it was ready',
    );
    await expect(supervisor.start({ ...child('x'), command: '/no/such/program' })).rejects.toThrow(
      /x did not start .*ENOENT/,
    );
  });

  it('killed itself, it leaves no child behind, and no folder that was its alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'adieu-supervised-'));
    writeFileSync(join(folder, 'file'), '');
    const parent = spawn(
      process.execPath,
      [new URL('fixtures/supervise.ts', import.meta.url).pathname, folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const { line, printer } = listen();
    createInterface({ input: parent.stdout }).on('line', (text) => printer.plain(text));
    const pid = Number((await line(/child is (\d+)/))[1]);
    await line(/child is ready/);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid)).toBe(false);
    await expect.poll(() => existsSync(folder)).toBe(false);
  });
});
