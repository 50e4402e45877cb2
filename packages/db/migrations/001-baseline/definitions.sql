-- Which text the baseline and each file in packages/db/sql had when it was applied here.

CREATE TABLE sql_definition (
  kind text NOT NULL CHECK (kind IN ('BASELINE', 'VIEW', 'FUNCTION', 'TRIGGERS', 'POLICIES')),
  name text NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  head text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, name)
);
COMMENT ON COLUMN sql_definition.head IS 'What can not be replaced in place: a function''s arguments and result, a view whole';
