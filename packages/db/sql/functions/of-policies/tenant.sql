-- The organisation that this transaction acts for; null where it was not said, and then adieu_tenant sees nothing.
CREATE OR REPLACE FUNCTION tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('adieu.organisation', true), '')::uuid;
