import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');

/** A service of docker-compose.yml, filled in. */
export interface ComposeService {
  readonly image: string;
  readonly command: readonly string[];
  readonly entrypoint: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

interface Written {
  readonly image: string;
  readonly command?: string | readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly { readonly path: string }[];
}

/** The services as `docker compose` would run them with such a `.env`, in the order of the file. */
export function readCompose(dotenv: Readonly<Record<string, string>>): Map<string, ComposeService> {
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  const { services } = parse(text, { merge: true }) as { services: Record<string, Written> };
  const fill = (value: string): string => interpolate(value, dotenv);
  return new Map(
    Object.entries(services).map(([name, { image, command = [], entrypoint = [], ...more }]) => {
      const given = Object.entries(more.environment ?? {}).map(([key, value]) => [
        key,
        fill(value),
      ]);
      const environment = {
        ...(more.env_file !== undefined && dotenv),
        ...(Object.fromEntries(given) as Record<string, string>),
      };
      const words = typeof command === 'string' ? command.split(' ') : command;
      return [name, { image, entrypoint, command: words.map(fill), environment }];
    }),
  );
}

/** The variables that a user sets who copies `.env.example` and takes the `#` from these lines alone. */
export function readDotenv(set: Readonly<Record<string, string>>): Record<string, string> {
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
  const names = [...example.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name!);
  const unknown = Object.keys(set).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`.env.example has no ${unknown.join(', ')}`);
  return { ...set };
}

/** `${NAME}`, `${NAME:-default}` (which may hold others) and `${NAME:?words}`, the innermost first; `$$` is a dollar. */
function interpolate(value: string, dotenv: Readonly<Record<string, string>>): string {
  const inner = /\$\{(\w+)(?::([-?])([^${}]*))?\}/;
  let filled = value;
  for (let found = inner.exec(filled); found !== null; found = inner.exec(filled)) {
    const [whole, name, kind, more = ''] = found;
    const set = dotenv[name!] ?? '';
    if (set === '' && kind === '?') throw new Error(`${name} ${more}`);
    filled = filled.replace(whole, () => (set === '' && kind === '-' ? more : set));
  }
  return filled.replaceAll('$$', '$');
}
