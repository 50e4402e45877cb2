import { TENANT_ROLE } from '../tenant.ts';
import type { Run } from './apply-definitions.ts';
import { COUNTED } from './grant-to-engine.ts';
import { OUTSIDE_TENANTS } from './outside-tenants.ts';

/** The role of organisations is not there and cannot be made, or row-level security would not hold it. */
export class TenantRoleUnfit extends Error {
  override name = 'TenantRoleUnfit';
}

interface Facts {
  readonly exists: boolean;
  readonly mayMake: boolean;
}

/**
 * Sees that there is a role for organisations and that `processes`, the role that the processes connect as, may act as it.
 * Makes it where it may. Before the policies, which name it.
 */
export async function ensureTenantRole(run: Run, processes: string | null): Promise<void> {
  const [{ exists, mayMake }] = (await run<Facts>(
    `SELECT to_regrole('${TENANT_ROLE}') IS NOT NULL AS exists, rolsuper OR rolcreaterole AS "mayMake"
     FROM pg_roles WHERE rolname = current_user`,
  )) as [Facts];
  if (!exists && !mayMake) throw new TenantRoleUnfit(missing(processes));
  // Roles are of the whole server: another database of it may make the same one just now.
  if (!exists)
    await run(
      `DO $do$ BEGIN CREATE ROLE ${TENANT_ROLE} NOLOGIN;
       EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $do$`,
    );
  const [role] = await run<{ unbound: boolean; reached: boolean; mayGrant: boolean; name: string }>(
    `SELECT t.rolsuper OR t.rolbypassrls OR pg_has_role(t.oid, current_user, 'USAGE') AS unbound,
       pg_has_role(p.oid, t.oid, 'SET') AS reached, quote_ident(p.rolname) AS name,
       pg_has_role(current_user, t.oid, 'MEMBER WITH ADMIN OPTION') AS "mayGrant"
     FROM pg_roles t JOIN pg_roles p ON p.rolname = coalesce(?::text, current_user)
     WHERE t.rolname = '${TENANT_ROLE}'`,
    [processes],
  );
  if (role === undefined) return;
  if (role.unbound)
    throw new TenantRoleUnfit(
      `the role ${TENANT_ROLE} owns the tables, is a superuser or has BYPASSRLS, so that nothing holds it to an organisation`,
    );
  if (role.reached) return;
  if (!role.mayGrant) throw new TenantRoleUnfit(missing(processes));
  await run(`GRANT ${TENANT_ROLE} TO ${role.name} WITH INHERIT FALSE, SET TRUE`);
}

function missing(processes: string | null): string {
  const who = processes ?? 'the role of DATABASE_URL';
  return (
    `the role ${TENANT_ROLE}, as which rows of one organisation are read and written, is not there, or ${who} may not act as it. ` +
    `As a superuser: CREATE ROLE ${TENANT_ROLE} NOLOGIN; GRANT ${TENANT_ROLE} TO ${processes ?? '<that role>'} WITH INHERIT FALSE`
  );
}

/** What organisations may do with each table: all that its policies let through, and what `OUTSIDE_TENANTS` says. */
export async function grantToTenant(run: Run): Promise<void> {
  const relations = await run<{ name: string; kind: 'r' | 'v'; held: boolean }>(
    `SELECT c.relname AS name, c.relkind AS kind, EXISTS (
       SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND to_regrole('${TENANT_ROLE}')::oid = ANY (p.polroles)) AS held
     FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'v')`,
  );
  const [{ schema }] = (await run<{ schema: string }>(
    'SELECT quote_ident(current_schema()) AS schema',
  )) as [{ schema: string }];
  await run(`GRANT USAGE ON SCHEMA ${schema} TO ${TENANT_ROLE}`);
  await run(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${TENANT_ROLE}`);
  await run(`REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${TENANT_ROLE}`);
  const views = relations.filter(({ kind }) => kind === 'v').map(({ name }) => name);
  const held = relations.filter((each) => each.held).map(({ name }) => name);
  await run(`GRANT SELECT ON ${views.join(', ')} TO ${TENANT_ROLE}`);
  await run(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${held.join(', ')} TO ${TENANT_ROLE}`);
  await run(`GRANT MAINTAIN ON ${COUNTED} TO ${TENANT_ROLE}`);
  for (const [table, { may }] of Object.entries(OUTSIDE_TENANTS))
    if (may !== undefined) await run(`GRANT ${may} ON ${table} TO ${TENANT_ROLE}`);
}
