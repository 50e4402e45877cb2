import { readFileSync } from 'node:fs';
import { type KeyRing, parseKeyRing } from './key-ring.ts';

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What gives a process's settings, or says what is wrong with which variable. */
interface SettingsSchema<Settings> {
  safeParse(
    given: Readonly<Record<string, string | undefined>>,
  ):
    | { readonly success: true; readonly data: Settings }
    | { readonly success: false; readonly error: { readonly issues: readonly Problem[] } };
}

/** How the files are read that variables name; `file` is the path, for who looks at more than the text. */
type Readers<Files> = {
  readonly [Name in keyof Files]: (text: string, file: string) => Files[Name];
};

/**
 * A process's settings, the keys that KEYS_FILE holds, and what the other `files` hold; a file that no variable names is
 * undefined. A variable set to nothing counts as not set. Throws one error that names everything that is wrong, and no value.
 */
export function readSettings<Settings, Files extends object = object>(
  schema: SettingsSchema<Settings>,
  variables: Readonly<Record<string, string | undefined>>,
  files: Readers<Files> = {} as Readers<Files>,
): { readonly settings: Settings; readonly ring: KeyRing; readonly files: Partial<Files> } {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const read = <Keys>(
    name: string,
    parse: (text: string, file: string) => Keys,
  ): Keys | undefined => {
    const file = given[name];
    if (file === undefined) return undefined;
    try {
      return parse(readFileSync(file, 'utf8'), file);
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  const ring = read('KEYS_FILE', parseKeyRing);
  const others: Partial<Files> = {};
  for (const name of Object.keys(files) as (keyof Files & string)[])
    others[name] = read(name, files[name]);
  if (!parsed.success || ring === undefined || problems.length > 0) {
    const lines = problems.map((line) => `  ${line}`).join('\n');
    throw new Error(`The environment is not right:\n${lines}`);
  }
  return { settings: parsed.data, ring, files: others };
}
