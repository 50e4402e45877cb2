import { Migration } from '@mikro-orm/migrations';

/**
 * Policies of accounts and organisations beside those of books, the house's own as rows too, so that a request can name
 * the owner and version it was judged by whoever's it was.
 */
export class Policies010 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE opt_out_policy DROP CONSTRAINT opt_out_policy_pkey;
      ALTER TABLE opt_out_policy
        ALTER COLUMN address_book_id DROP NOT NULL,
        ADD COLUMN account_id uuid REFERENCES account,
        ADD COLUMN organisation_id uuid REFERENCES organisation,
        ADD COLUMN purpose text CHECK (purpose IN ('MARKETING', 'SERVICE')),
        ADD COLUMN remind_before_seconds integer[] NOT NULL DEFAULT '{86400}',
        ADD COLUMN tell uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN reason text,
        ADD COLUMN reactivation text NOT NULL DEFAULT 'RECIPIENT' CHECK (reactivation IN ('RECIPIENT', 'CONTROLLER')),
        ADD CONSTRAINT one_owner CHECK (num_nonnulls(address_book_id, account_id, organisation_id) <= 1);
      UPDATE opt_out_policy o SET purpose = b.purpose,
        remind_before_seconds = CASE WHEN review_seconds > 86400 THEN ARRAY[86400] ELSE '{}' END
      FROM address_book b WHERE b.id = o.address_book_id;
      ALTER TABLE opt_out_policy
        ALTER COLUMN purpose SET NOT NULL,
        ADD COLUMN owner_kind text NOT NULL GENERATED ALWAYS AS (
          CASE WHEN address_book_id IS NOT NULL THEN 'BOOK' WHEN account_id IS NOT NULL THEN 'ACCOUNT'
            WHEN organisation_id IS NOT NULL THEN 'ORGANISATION' ELSE 'HOUSE' END) STORED,
        ADD COLUMN owner_id uuid NOT NULL GENERATED ALWAYS AS (
          coalesce(address_book_id, account_id, organisation_id, '00000000-0000-0000-0000-000000000000')) STORED,
        ADD COLUMN owner_rank smallint NOT NULL GENERATED ALWAYS AS (
          CASE WHEN address_book_id IS NOT NULL THEN 1 WHEN account_id IS NOT NULL THEN 2
            WHEN organisation_id IS NOT NULL THEN 3 ELSE 4 END) STORED,
        ADD PRIMARY KEY (owner_id, purpose, version),
        ADD CONSTRAINT marketing_never_reverts CHECK (NOT (purpose = 'MARKETING' AND on_timeout = 'REVERT')),
        ADD CONSTRAINT marketing_returns_by_recipient CHECK (NOT (purpose = 'MARKETING' AND reactivation = 'CONTROLLER'));
      COMMENT ON COLUMN opt_out_policy.owner_id IS 'Book, account, organisation, or the nil uuid for the house';
      COMMENT ON COLUMN opt_out_policy.owner_rank IS 'Of owners that have a policy, the lowest rank’s counts';
      COMMENT ON COLUMN opt_out_policy.reason IS 'Why it was set, in the words of whoever set it (W-5)';
      COMMENT ON COLUMN opt_out_policy.tell IS 'Admin persons; empty = everybody';

      -- The house's version 1 (domain: DEFAULT_POLICY). Another default is another version, by another migration.
      INSERT INTO opt_out_policy (purpose, version, mode, review_seconds, on_timeout, created_by)
      VALUES ('MARKETING', 1, 'AT_ONCE', 172800, 'OPT_OUT', 'house'), ('SERVICE', 1, 'AT_ONCE', 172800, 'OPT_OUT', 'house');

      CREATE TRIGGER opt_out_policy_append_only BEFORE UPDATE OR DELETE ON opt_out_policy
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER opt_out_policy_no_truncate BEFORE TRUNCATE ON opt_out_policy
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
    this.addSql(`
      ALTER TABLE opt_out_request
        ADD COLUMN policy_owner_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
      COMMENT ON COLUMN opt_out_request.policy_owner_id IS 'Whose policy it was judged by (opt_out_policy.owner_id), at policy_version';
      -- Version 0 was the house's before it stood in the table; its version 1 says the same.
      UPDATE opt_out_request SET policy_owner_id = address_book_id WHERE policy_version >= 1 AND address_book_id IS NOT NULL;
      UPDATE opt_out_request SET policy_version = 1 WHERE policy_version = 0;

      CREATE FUNCTION refuse_other_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a request keeps its purpose and the policy it was judged by' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER opt_out_request_judged_once BEFORE UPDATE OF purpose, policy_owner_id, policy_version ON opt_out_request
        FOR EACH ROW WHEN ((OLD.purpose, OLD.policy_owner_id, OLD.policy_version)
          IS DISTINCT FROM (NEW.purpose, NEW.policy_owner_id, NEW.policy_version))
        EXECUTE FUNCTION refuse_other_judgement();

      -- What the policy that a request was judged by says of reminders and of who is told. One row for every request, also
      -- one that names no version known here: it must not wait unseen.
      CREATE FUNCTION request_policy(p_request uuid) RETURNS TABLE (remind_before_seconds integer[], tell uuid[])
        LANGUAGE sql STABLE AS $$
          SELECT coalesce(o.remind_before_seconds, '{86400}'), coalesce(o.tell, '{}') FROM opt_out_request q
          LEFT JOIN opt_out_policy o ON o.owner_id = q.policy_owner_id AND o.purpose = q.purpose AND o.version = q.policy_version
          WHERE q.id = p_request
        $$;
    `);
  }
}
