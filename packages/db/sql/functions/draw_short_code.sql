-- Seven of 62 letters and digits, drawn so that nobody can tell the next: of 56 bits, all random, of a random uuid (RFC 9562 5.4).
-- Drawn for each message of a claim: by a query it took three times as long.
CREATE OR REPLACE FUNCTION draw_short_code() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  letters CONSTANT text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  bits bigint := ('x' || right(replace(gen_random_uuid()::text, '-', ''), 14))::bit(56)::bigint;
  code text := '';
BEGIN
  FOR place IN 1..7 LOOP
    code := code || substr(letters, (bits % 62)::integer + 1, 1);
    bits := bits / 62;
  END LOOP;
  RETURN code;
END $$;
