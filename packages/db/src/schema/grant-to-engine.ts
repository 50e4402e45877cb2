import { ENGINE_POLICY } from '../tenant.ts';
import type { Run } from './apply-definitions.ts';

/** What an import has PostgreSQL count anew (`analyzeContacts`), which is a right apart from reading and writing. */
export const COUNTED = 'recipient, contact, contact_address, suppression';
/** Which version the tables are of: written by migrations alone. */
const OF_MIGRATIONS = 'migration, sql_definition';

/** The role that the processes connect as, quoted. Throws where there is none, or where it may undo what it is for. */
export async function engineName(run: Run, role: string): Promise<string> {
  const [found] = await run<{ name: string; owns: boolean }>(
    `SELECT quote_ident(rolname) AS name, pg_has_role(rolname, current_user, 'MEMBER') AS owns
     FROM pg_roles WHERE rolname = ?`,
    [role],
  );
  if (found === undefined) {
    throw new EngineRoleUnfit(`there is no role ${role} in the database`);
  }
  if (found.owns) {
    throw new EngineRoleUnfit(
      `the role ${role} may do all that the owner of the tables may, also switch off what they refuse`,
    );
  }
  return found.name;
}

/**
 * Lets the role that the processes connect as read and write rows, and nothing else: it owns no table, so it cannot switch
 * off what tables refuse. Tables that a later migration makes are granted as they are made.
 */
export async function grantToEngine(run: Run, role: string): Promise<void> {
  const name = await engineName(run, role);
  const [{ schema }] = (await run<{ schema: string }>(
    'SELECT quote_ident(current_schema()) AS schema',
  )) as [{ schema: string }];
  await run(`GRANT USAGE ON SCHEMA ${schema} TO ${name}`);
  for (const [what, rights] of [
    ['TABLES', 'SELECT, INSERT, UPDATE, DELETE'],
    ['SEQUENCES', 'USAGE'],
    ['FUNCTIONS', 'EXECUTE'],
  ]) {
    await run(`GRANT ${rights} ON ALL ${what} IN SCHEMA ${schema} TO ${name}`);
    await run(`ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ${rights} ON ${what} TO ${name}`);
  }
  await run(`GRANT MAINTAIN ON ${COUNTED} TO ${name}`);
  await run(`REVOKE INSERT, UPDATE, DELETE ON ${OF_MIGRATIONS} FROM ${name}`);
  await openRowsTo(run, role, name);
}

/** Where a table has policies, a role that owns nothing sees no row without one of its own. */
async function openRowsTo(run: Run, role: string, name: string): Promise<void> {
  const closed = await run<{ table: string }>(
    `SELECT c.oid::regclass::text AS "table" FROM pg_class c
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity AND NOT EXISTS (
       SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = '${ENGINE_POLICY}'
         AND p.polroles = ARRAY(SELECT r.oid FROM pg_roles r WHERE r.rolname = ?))`,
    [role],
  );
  for (const { table } of closed) {
    await run(`DROP POLICY IF EXISTS ${ENGINE_POLICY} ON ${table}`);
    await run(`CREATE POLICY ${ENGINE_POLICY} ON ${table} TO ${name} USING (true)`);
  }
}

/** The processes' role is not there, or could undo what it is for. */
export class EngineRoleUnfit extends Error {
  override name = 'EngineRoleUnfit';
}
