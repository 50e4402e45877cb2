import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readEnvironment } from '../src/environment.ts';
import { inRepository } from '../src/repository.ts';
import { MAILBOX_ENTRY } from '../src/up/mailbox-service.ts';
import { ENTRIES } from '../src/up/processes.ts';
import { VARIABLES } from '../src/variables.ts';

interface Container {
  readonly image: string;
  readonly build?: string;
  readonly command?: string | string[];
  readonly environment?: Record<string, string>;
  readonly volumes?: readonly string[];
  readonly env_file?: readonly { readonly path: string; readonly required: boolean }[];
}

const text = readFileSync(inRepository('docker-compose.yml'), 'utf8');
const { services } = parse(text, { merge: true }) as { services: Record<string, Container> };
const ours = Object.entries(services).filter(([, { image }]) => image === 'adieu');

/** As compose fills it in where the passwords alone are set; defaults may hold others. */
function withDefault(value: string): string {
  const filled = value
    .replaceAll(/\$\{(\w+_PASSWORD)\}/g, 'a-password-of-$1')
    .replaceAll(/\$\{\w+:-([^${}]*)\}/g, '$1');
  return filled === value ? value : withDefault(filled);
}

/** Who is given a volume or folder, in the order of the file. */
function whoHas(source: string): Record<string, string> {
  return Object.fromEntries(
    ours.flatMap(([name, { volumes = [] }]) =>
      volumes
        .filter((each) => each.startsWith(`${source}:`))
        .map((each) => [name, each.endsWith(':ro') ? 'reads' : 'writes']),
    ),
  );
}

describe('docker-compose.yml', () => {
  it('runs the same processes as `npm start`, by the same files', () => {
    const commands = Object.fromEntries(ours.map(([name, { command }]) => [name, command]));
    for (const [name, entry] of Object.entries(ENTRIES))
      expect(commands[name]).toEqual(['node', entry]);
    expect(commands['mailbox']?.slice(0, 2)).toEqual(['node', MAILBOX_ENTRY]);
  });

  it.each(ours)('%s runs a file that is there, or that the build makes', (_name, { command }) => {
    const [program, file] = command as string[];
    expect(program).toBe('node');
    const source = file!.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
    expect(
      [file!, source].some((path) => existsSync(inRepository(path))),
      file,
    ).toBe(true);
  });

  it.each(ours)(
    '%s is given variables that exist, with values that are good',
    (_name, { environment = {} }) => {
      expect(Object.keys(VARIABLES)).toEqual(expect.arrayContaining(Object.keys(environment)));
      // Files are in volumes of the containers, not here.
      const values = Object.entries(environment).filter(([name]) => !name.endsWith('_FILE'));
      const withDefaults = values.map(([name, value]) => [name, withDefault(value)]);
      expect(() => readEnvironment(Object.fromEntries(withDefaults))).not.toThrow();
    },
  );

  it.each(ours)('%s is given every variable of .env', (_name, { env_file }) => {
    expect(env_file).toEqual([{ path: '.env', required: false }]);
  });

  it('hides none of them, but those by which its processes find each other', () => {
    const hidden = ours.flatMap(([, { environment = {} }]) =>
      Object.entries(environment)
        .filter(([name, value]) => value !== '' && !value.startsWith(`\${${name}:-`))
        .map(([name]) => name),
    );
    expect([...new Set(hidden)].toSorted()).toEqual([
      'API_HOST',
      'API_PORT',
      'API_URL',
      'KEYS_FILE',
      'MAIL_IN_HOST',
      'MAIL_IN_PORT',
      'PAGES_SECRET_FILE',
      'PREFERENCE_CENTER_HOST',
      'PREFERENCE_CENTER_PORT',
      'PREFERENCE_CENTER_URL',
      'RUN_BY',
    ]);
  });

  it('has no password of its own: where one is not set compose stops, and says which and what to do', () => {
    const passwords = [...text.matchAll(/^ +(?:\w+_)?(?:PASSWORD|PGPASSWORD|PWD): (.+)$/gm)].map(
      ([, value]) => value!,
    );
    const given = passwords.filter((value) => value !== "''");
    expect(given).toHaveLength(6);
    for (const value of given)
      expect(value).toMatch(
        /^'\$\{POSTGRES_(\w+_)?PASSWORD:\?is not set: make one, as \.env\.example says\}'$/,
      );
    expect(text).not.toMatch(/_PASSWORD:-/);
  });

  it('gives keys to those alone that read them, and the files to those that .env may name them to', () => {
    const reads = 'reads';
    expect(whoHas('keys')).toEqual({ keys: 'writes', api: reads, 'mail-in': reads, worker: reads });
    expect(whoHas('./files')).toEqual({ api: reads, 'mail-in': reads, worker: reads });
  });

  it('lets the migration alone own the tables, and the three processes that need it into the database', () => {
    const users = ours.map(([name, { environment = {} }]) => [
      name,
      ...['DATABASE_URL', 'DATABASE_OWNER_URL'].map((variable) =>
        withDefault(environment[variable]!).replace(/^\w+:\/\/(\w+):a-password.*$/, '$1'),
      ),
    ]);
    const [none, engine, owner] = ['', 'adieu_engine', 'adieu_owner'];
    expect(users.filter(([, ...roles]) => roles.some((role) => role !== none))).toEqual([
      ['migrate', engine, owner],
      ['api', engine, none],
      ['mail-in', engine, none],
      ['worker', engine, none],
    ]);
    for (const [, { environment = {} }] of ours)
      for (const [name, value] of Object.entries(environment))
        if (name.endsWith('PASSWORD')) expect(value).toBe('');
  });

  it('pins the Temporal server that tools/temporal builds', () => {
    const builds = /go\.temporal\.io\/server v(\S+)/.exec(
      readFileSync(inRepository('tools/temporal/go.mod'), 'utf8'),
    )?.[1];
    expect(services['temporal']?.image).toBe(`temporalio/server:${builds}`);
  });
});

it('the Dockerfile and the bootstrap take the same Node', () => {
  const image = /FROM node:([\d.]+)-/.exec(readFileSync(inRepository('Dockerfile'), 'utf8'))?.[1];
  const bootstrap = /NODE_VERSION = '([\d.]+)'/.exec(
    readFileSync(inRepository('scripts/bootstrap/toolchain.mjs'), 'utf8'),
  )?.[1];
  expect(image).toBe(bootstrap);
});
