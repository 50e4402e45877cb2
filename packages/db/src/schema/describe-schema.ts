import type { Sql } from '../sql.ts';
import { ENGINE_POLICY } from '../tenant.ts';

const IN_SCHEMA = `current_schema()::regnamespace`;
/** What belongs to an extension is not ours to describe. */
const OWN = (catalog: string, id: string) =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${id} AND e.deptype = 'e')`;

const COLUMNS = `
  SELECT c.relname AS "table", string_agg('  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attstorage <> y.typstorage THEN ' STORAGE ' || CASE a.attstorage WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE a.attstorage::text END ELSE '' END
      || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
      || CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY' WHEN a.attgenerated = 's'
           THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
           ELSE coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') END, E',\\n' ORDER BY a.attnum) AS columns,
    array_to_string(c.reloptions, ', ') AS options
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type y ON y.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = ${IN_SCHEMA} AND c.relkind = 'r' GROUP BY c.oid, c.relname, c.reloptions`;

const CONSTRAINTS = `
  SELECT c.relname AS "table", k.conname || ' ' || pg_get_constraintdef(k.oid) AS line
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  WHERE c.relnamespace = ${IN_SCHEMA} AND k.contype <> 'n'
  ORDER BY array_position('{p,u,f,c}'::"char"[], k.contype), k.conname`;

const INDEXES = `
  SELECT c.relname AS "table", pg_get_indexdef(x.indexrelid) || ';' AS line FROM pg_index x
  JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
  WHERE c.relnamespace = ${IN_SCHEMA} AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid)
  ORDER BY i.relname`;

const COMMENTS = `
  SELECT c.relname AS "table", 'COMMENT ON ' || coalesce('COLUMN ' || c.relname || '.' || quote_ident(a.attname), 'TABLE ' || c.relname)
    || ' IS ' || quote_literal(d.description) || ';' AS line
  FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = nullif(d.objsubid, 0)
  WHERE c.relnamespace = ${IN_SCHEMA} AND c.relkind = 'r' ORDER BY a.attname NULLS FIRST`;

const TRIGGERS = `
  SELECT c.relname AS "table", pg_get_triggerdef(g.oid) || ';' AS line FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
  WHERE c.relnamespace = ${IN_SCHEMA} AND NOT g.tgisinternal ORDER BY g.tgname`;

const POLICIES = `
  SELECT c.relname AS "table", 'CREATE POLICY ' || p.polname || ' ON ' || c.relname
    || CASE p.polcmd WHEN '*' THEN '' WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE' ELSE ' FOR DELETE' END
    || ' TO ' || array_to_string(ARRAY(SELECT rolname FROM pg_roles WHERE oid = ANY (p.polroles) ORDER BY 1), ', ')
    || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
    || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';' AS line
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
  WHERE c.relnamespace = ${IN_SCHEMA} AND p.polname <> '${ENGINE_POLICY}' ORDER BY p.polname`;

/** Arguments, result and settings; the bodies stand in packages/db/sql/functions, and only there. */
const FUNCTIONS = `
  SELECT '-- FUNCTION ' || p.proname || '(' || pg_get_function_arguments(p.oid) || ') RETURNS ' || pg_get_function_result(p.oid)
    || ' LANGUAGE ' || l.lanname || CASE p.provolatile WHEN 'i' THEN ' IMMUTABLE' WHEN 's' THEN ' STABLE' ELSE '' END
    || CASE WHEN p.proisstrict THEN ' STRICT' ELSE '' END || CASE p.proparallel WHEN 's' THEN ' PARALLEL SAFE' ELSE '' END
    || CASE WHEN p.prosecdef THEN ' SECURITY DEFINER' ELSE '' END
    || coalesce(' SET ' || array_to_string(p.proconfig, ', '), '') || ';' AS line
  FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace = ${IN_SCHEMA} AND ${OWN('pg_proc', 'p.oid')} ORDER BY p.proname, p.oid::regprocedure::text`;

const VIEWS = `
  SELECT 'CREATE VIEW ' || c.relname || coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '') || E' AS\\n' || pg_get_viewdef(c.oid) AS line
  FROM pg_class c WHERE c.relnamespace = ${IN_SCHEMA} AND c.relkind = 'v' ORDER BY c.relname`;

const HEADER = `-- The schema as a database that is up to date tells it; npm run check compares, and says how to write it anew.
-- It is made by migrations/ and sql/. Of functions their heads stand here; the bodies: sql/functions.`;

interface Line {
  readonly table: string;
  readonly line: string;
}

/** The whole schema as text, always in the same order. */
export async function describeSchema(sql: Sql): Promise<string> {
  const tables = await sql.rows<{ table: string; columns: string; options: string | null }>(
    COLUMNS,
  );
  const [constraints, indexes, comments, triggers, policies] = [
    await linesOf(sql, CONSTRAINTS),
    await linesOf(sql, INDEXES),
    await linesOf(sql, COMMENTS),
    await linesOf(sql, TRIGGERS),
    await linesOf(sql, POLICIES),
  ];
  const parts = tables
    .toSorted((a, b) => (a.table < b.table ? -1 : 1))
    .map(({ table, columns, options }) => {
      const inside = [columns, ...constraints(table).map((line) => `  CONSTRAINT ${line}`)];
      const create = `CREATE TABLE ${table} (\n${inside.join(',\n')}\n)${options === null ? '' : ` WITH (${options})`};`;
      const others = [comments, indexes, triggers, policies].flatMap((lines) => lines(table));
      return [create, ...others].join('\n');
    });
  for (const text of [VIEWS, FUNCTIONS]) {
    parts.push((await sql.rows<Line>(text)).map(({ line }) => line).join('\n'));
  }
  return `${HEADER}\n\n${parts.join('\n\n')}\n`;
}

async function linesOf(sql: Sql, text: string): Promise<(table: string) => string[]> {
  const rows = await sql.rows<Line>(text);
  return (table) => rows.filter((row) => row.table === table).map(({ line }) => line);
}
