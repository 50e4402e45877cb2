import { join } from 'node:path';
import type { ComposeService } from './compose-file.ts';
import type { Places } from './places.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * A program that stands for `docker`: `compose exec [-T] [-e NAME[=VALUE]] … SERVICE COMMAND …` runs the command where the
 * service's process runs, in its environment; the addresses of the containers become those of this machine.
 */
export function dockerShim(services: ReadonlyMap<string, ComposeService>, places: Places): string {
  const environments = Object.fromEntries(
    [...services].map(([name, { environment }]) => [name, environment]),
  );
  return `#!${process.execPath}
const { spawnSync } = require('node:child_process');
const environments = ${JSON.stringify(environments)};
const here = (text) => ${JSON.stringify(places)}.reduce((moving, [from, to]) => moving.replaceAll(from, to), text);
const [compose, exec, ...args] = process.argv.slice(2);
if (compose !== 'compose' || exec !== 'exec') throw new Error('only docker compose exec is there');
const given = {};
for (let word = args[0]; word.startsWith('-'); word = args[0]) {
  args.shift();
  if (word !== '-e') continue;
  const [name, ...value] = args.shift().split('=');
  given[name] = value.length === 0 ? process.env[name] : here(value.join('='));
}
const [service, program, ...rest] = args;
const env = { PATH: process.env.PATH, ...environments[service], ...given };
const ran = spawnSync(program, rest, { cwd: ${JSON.stringify(ROOT)}, env, stdio: 'inherit' });
process.exit(ran.status ?? 1);
`;
}
