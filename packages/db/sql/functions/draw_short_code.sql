-- Seven of 62 letters and digits, drawn so that nobody can tell the next: of 56 bits, all random, of a random uuid (RFC 9562 5.4).
CREATE OR REPLACE FUNCTION draw_short_code() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT string_agg(
    substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (d.bits / (62 ^ place)::bigint % 62)::integer + 1, 1), '')
  FROM (SELECT ('x' || right(replace(gen_random_uuid()::text, '-', ''), 14))::bit(56)::bigint AS bits) d
  CROSS JOIN generate_series(0, 6) place
$$;
