import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './folders.mjs';
import { listFiles } from './list-files.mjs';
import { proveRules } from './rulebook.mjs';
import { verdict } from './verdict.mjs';

const RULES = join('docs', 'rules.md');
const CITING = ['*.ts', '*.tsx', '*.mjs', '*.sql', '*.md'];
/** Written by a program, or the rulebook itself and its own test. */
const LEFT_OUT = /\/generated\/|\/schema\.sql$|^docs\/rules\.md$|\/rulebook\.test\.mjs$/;

/** Fails on a code that no rule has, and where the rulebook does not name the tests as they are. */
export async function checkRules() {
  const { before, text, unknown } = await readRules();
  const old = `${RULES} does not name the tests as they are. Write it anew: npm run rules`;
  return verdict([...unknown, ...(text === before ? [] : [old])]);
}

/** `npm run rules`: writes the tests that name each rule below it. Gives the exit code. */
export async function rules() {
  const { text, unknown } = await readRules();
  await writeFile(join(ROOT, RULES), text);
  process.stdout.write(`${[`${RULES} is written.`, ...unknown].join('\n')}\n`);
  return unknown.length === 0 ? 0 : 1;
}

async function readRules() {
  const files = await listFiles(CITING, LEFT_OUT);
  const read = async (file) => [file, await readFile(join(ROOT, file), 'utf8').catch(() => '')];
  const before = await readFile(join(ROOT, RULES), 'utf8');
  return { before, ...proveRules(before, await Promise.all(files.map(read))) };
}
