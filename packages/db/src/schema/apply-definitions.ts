import { type Definition, definitions } from './definitions.ts';
import { ENGINE_POLICY } from '../tenant.ts';

/** Runs a statement in the transaction of the migrations. */
export type Run = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

interface Known {
  readonly kind: Definition['kind'];
  readonly name: string;
  readonly hash: string;
  readonly head: string;
}

/** They stand on a table and may call functions: they go first, and come last. */
const OF_TABLES: readonly Definition['kind'][] = ['TRIGGERS', 'POLICIES'];

/**
 * Makes views, functions, triggers and policies what the files in packages/db/sql say: what changed is made anew, what has no file
 * any more goes. Gives their names; nothing is touched where nothing changed.
 */
export async function applyDefinitions(run: Run, wanted = definitions()): Promise<string[]> {
  const known = await run<Known>(
    `SELECT kind, name, encode(hash, 'hex') AS hash, head FROM sql_definition WHERE kind <> 'BASELINE'`,
  );
  const before = new Map(known.map((each) => [keyOf(each), each]));
  const after = new Set(wanted.map(keyOf));
  const gone = known.filter((each) => !after.has(keyOf(each)));
  const isNew = (each: Definition) => before.get(keyOf(each))?.hash !== each.hash.toString('hex');
  const anotherHead = wanted.some(
    (each) => isNew(each) && needsDrop(each, before.get(keyOf(each))),
  );
  // A condition of a trigger may call a function that has to go: then all of them go first.
  const isOfTable = ({ kind }: Pick<Definition, 'kind'>): boolean => OF_TABLES.includes(kind);
  const changed = wanted.filter((each) => isNew(each) || (anotherHead && isOfTable(each)));
  if (gone.length === 0 && changed.length === 0) return [];

  // Functions may call each other, whichever comes first: their bodies are looked at when all are there.
  await run('SET LOCAL check_function_bodies = off');
  for (const each of [...gone, ...changed].filter(isOfTable)) await drop(run, each);
  for (const each of changed) {
    if (needsDrop(each, before.get(keyOf(each)))) await drop(run, each);
    await run(each.text);
    await run(
      `INSERT INTO sql_definition (kind, name, hash, head) VALUES (?, ?, decode(?, 'hex'), ?)
       ON CONFLICT (kind, name) DO UPDATE SET hash = excluded.hash, head = excluded.head, applied_at = now()`,
      [each.kind, each.name, each.hash.toString('hex'), each.head],
    );
  }
  for (const each of gone.filter((one) => !isOfTable(one))) await drop(run, each);
  for (const each of gone) {
    await run('DELETE FROM sql_definition WHERE kind = ? AND name = ?', [each.kind, each.name]);
  }
  await run('SET LOCAL check_function_bodies = on');
  await checkBodies(run);
  return [...changed, ...gone].map(({ name }) => name);
}

function keyOf({ kind, name }: Pick<Definition, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

/** PostgreSQL replaces a function only with one of the same arguments and result. */
function needsDrop(each: Definition, old: Known | undefined): boolean {
  return old !== undefined && !OF_TABLES.includes(each.kind) && old.head !== each.head;
}

async function drop(run: Run, { kind, name }: Pick<Definition, 'kind' | 'name'>): Promise<void> {
  if (kind === 'VIEW') await run(`DROP VIEW IF EXISTS ${name}`);
  else if (kind === 'FUNCTION') await run(`DROP FUNCTION IF EXISTS ${name}`);
  else if (kind === 'POLICIES') await dropPolicies(run, name);
  else {
    const triggers = await run<{ name: string }>(
      'SELECT tgname AS name FROM pg_trigger WHERE tgrelid = to_regclass(?) AND NOT tgisinternal',
      [name],
    );
    for (const trigger of triggers) await run(`DROP TRIGGER ${trigger.name} ON ${name}`);
  }
}

/** All but the engine's own, which stands on every table that has some. */
async function dropPolicies(run: Run, table: string): Promise<void> {
  const policies = await run<{ name: string }>(
    `SELECT polname AS name FROM pg_policy WHERE polrelid = to_regclass(?) AND polname <> '${ENGINE_POLICY}'`,
    [table],
  );
  for (const policy of policies) await run(`DROP POLICY ${policy.name} ON ${table}`);
  await run(`ALTER TABLE IF EXISTS ${table} DISABLE ROW LEVEL SECURITY`);
}

/** Fails where a function's body does not fit the tables, and names it. */
async function checkBodies(run: Run): Promise<void> {
  await run(`DO $do$ DECLARE f record; BEGIN
    FOR f IN SELECT p.oid, l.lanname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
      JOIN sql_definition d ON d.kind = 'FUNCTION' AND d.name = p.proname
      WHERE p.pronamespace = current_schema()::regnamespace
    LOOP
      IF f.lanname = 'sql' THEN PERFORM fmgr_sql_validator(f.oid); ELSE PERFORM plpgsql_validator(f.oid); END IF;
    END LOOP;
  END $do$`);
}
