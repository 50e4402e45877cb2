import type { Command } from 'commander';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { createProgram } from '../src/program.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/*.md'];
/** Of what is asked for and may not be there yet. */
const NOT_OURS = ['rules.md'];
const CALL = /(?:npm run adieu -- |`adieu )([a-z][\w-]*(?: [^`\n]*)?)/g;
/** Where a page made a function of it. */
const IN_SHELL = /^adieu ([a-z][\w-]*(?: .*)?)/gm;
/** Of a checkout alone: a program of its own. */
const SIMULATE = 'simulate';

const calls = globSync(PAGES, { cwd: ROOT })
  .filter((page) => !NOT_OURS.includes(basename(page)))
  .flatMap((page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const found = [CALL, ...(text.includes('adieu() {') ? [IN_SHELL] : [])];
    return found.flatMap((how) => [...text.matchAll(how)].map(([, call]) => ({ page, call })));
  })
  .filter(({ call }) => !call!.startsWith(SIMULATE));

it('every command that the documentation names is one, with its options', () => {
  expect(calls.length).toBeGreaterThan(20);
  const wrong = calls.filter(({ call }) => !isOne(createProgram(), call!.split(/\s+/)));
  expect(wrong).toEqual([]);
});

function isOne(command: Command, words: readonly string[]): boolean {
  const [first, ...rest] = words;
  const next = command.commands.find((each) => each.name() === first);
  if (next !== undefined) return isOne(next, rest);
  const isGroup = command.commands.length > 0 && command.registeredArguments.length === 0;
  if (isGroup && /^[a-z]/.test(first ?? '')) return false;
  const options = new Set(['--help', ...command.options.map(({ long }) => long)]);
  return words.flatMap((word) => /^--[a-z-]+/.exec(word) ?? []).every((flag) => options.has(flag));
}
