import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { packageFile, sqlFilesBelow } from './package-file.ts';

/** What a file in packages/db/sql defines: the view or function of its name, or what the table of its name has. */
export interface Definition {
  readonly kind: 'VIEW' | 'FUNCTION' | 'TRIGGERS' | 'POLICIES';
  readonly name: string;
  readonly text: string;
  readonly hash: Buffer;
  /** What can only be changed by making it anew: a function's name, arguments and result; a view, whole. */
  readonly head: string;
}

const FOLDERS = {
  VIEW: 'sql/views',
  FUNCTION: 'sql/functions',
  TRIGGERS: 'sql/triggers',
  POLICIES: 'sql/policies',
} as const;

/** Every definition, in the order in which they may refer to each other. */
export function definitions(): Definition[] {
  return (['VIEW', 'FUNCTION', 'TRIGGERS', 'POLICIES'] as const).flatMap((kind) =>
    sqlFilesBelow(FOLDERS[kind]).map((path) => definition(kind, path)),
  );
}

function definition(kind: Definition['kind'], path: string): Definition {
  const text = packageFile(path);
  const name = basename(path, '.sql');
  const code = text.replaceAll(/^--.*\n/gm, '');
  if (kind === 'FUNCTION' && !code.startsWith(`CREATE OR REPLACE FUNCTION ${name}(`)) {
    throw new Error(`${path} must define the function ${name}, and begin with it`);
  }
  const head = {
    VIEW: code,
    FUNCTION: code.split(/\bAS \$|\bRETURN\b/)[0]!,
    TRIGGERS: '',
    POLICIES: '',
  }[kind];
  return { kind, name, text, hash: sha256(text), head: head.replaceAll(/\s+/g, ' ').trim() };
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
