import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hasMembers } from './contained.mjs';

let temporary;
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'adieu-contained-'));
});
afterEach(() => rm(temporary, { recursive: true, force: true }));

/** Starts somebody who stays, leaves a folder, says who leads the group, and then does what it is told. */
const command = (then, stays = '') => `
  import { spawn } from 'node:child_process';
  import { mkdtempSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  mkdtempSync(tmpdir() + '/left-');
  const stays = "${stays}; console.log('stays'); setInterval(() => {}, 1_000)";
  const child = spawn(process.execPath, ['--eval', stays], { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.once('data', () => {
    console.log('group ' + process.pid);
    ${then};
  });`;
const DEAF = "process.on('SIGINT', () => {})";

async function contain(script, graceMs = 20_000) {
  const contained = new URL('contained.mjs', import.meta.url).href;
  const given = JSON.stringify(['--input-type=module', '--eval', script]);
  const run = `
    import { becomeContained } from ${JSON.stringify(contained)};
    process.exitCode = await becomeContained(process.execPath, ${given}, { graceMs: ${graceMs} });`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', run], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(parent, 'close');
  const [line] = await once(createInterface({ input: parent.stdout }), 'line');
  return { parent, group: Number(line.split(' ')[1]), ended };
}

it.each([
  ['ends with a code', 'process.exit(3)', [3, null]],
  ['is killed', "process.kill(process.pid, 'SIGKILL')", [null, 'SIGKILL']],
  ['fails', "throw new Error('on purpose')", [1, null]],
])('whoever a command started and whatever it left goes when it %s', async (_, then, how) => {
  const quiet = `console.error = () => {}; process.on('uncaughtException', () => process.exit(1)); ${then}`;
  const { group, ended } = await contain(command(quiet));
  expect(await ended).toEqual(how);
  expect(hasMembers(group)).toBe(false);
  expect(await readdir(temporary)).toEqual([]);
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('and when it is ended by %s', async (signal) => {
  const { parent, group, ended } = await contain(command(''));
  parent.kill(signal);
  expect(await ended).toEqual([null, signal]);
  expect(hasMembers(group)).toBe(false);
  expect(await readdir(temporary)).toEqual([]);
});

it('whoever does not listen is killed after a grace', async () => {
  const { parent, group, ended } = await contain(command('', DEAF), 200);
  parent.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(hasMembers(group)).toBe(false);
});
