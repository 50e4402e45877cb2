import type { Run } from './apply-definitions.ts';

/** What an import has PostgreSQL count anew (`analyzeContacts`), which is a right apart from reading and writing. */
const COUNTED = 'recipient, contact, contact_address, suppression';
/** Which version the tables are of: written by migrations alone. */
const OF_MIGRATIONS = 'migration, sql_definition';

/**
 * Lets the role that the processes connect as read and write rows, and nothing else: it owns no table, so it cannot switch
 * off what tables refuse. Tables that a later migration makes are granted as they are made. Throws where there is no such role.
 */
export async function grantToEngine(run: Run, role: string): Promise<void> {
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
  const { name } = found;
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
}

/** The processes' role is not there, or could undo what it is for. */
export class EngineRoleUnfit extends Error {
  override name = 'EngineRoleUnfit';
}
