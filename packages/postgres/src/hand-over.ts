/** Gives the owner's role what lies in `public` and is the superuser's; what belongs to an extension stays. */
export const HAND_OVER = `DO $do$ DECLARE statement text; BEGIN
  FOR statement IN
    SELECT format('ALTER %s %s OWNER TO adieu_owner', each.kind, each.name) FROM (
      SELECT 'TABLE' AS kind, c.oid::regclass::text AS name, c.relowner AS owner, 'pg_class'::regclass AS class, c.oid
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
        -- A column's own sequence goes with its table, and refuses to go alone.
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
          AND c.relkind = 'S' AND d.deptype IN ('a', 'i'))
      UNION ALL
      SELECT 'ROUTINE', p.oid::regprocedure::text, p.proowner, 'pg_proc'::regclass, p.oid
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      UNION ALL
      SELECT CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.oid::regtype::text, t.typowner, 'pg_type'::regclass, t.oid
      FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('d', 'e')
    ) each
    WHERE each.owner = 'postgres'::regrole
      AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = each.class AND e.objid = each.oid AND e.deptype = 'e')
  LOOP
    EXECUTE statement;
  END LOOP;
END $do$`;
