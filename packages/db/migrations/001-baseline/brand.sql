-- How an account's pages look: versions that stay, so that what recipients saw can be told later.

-- A palette becomes part of a stylesheet: nothing but these five colours, each #rrggbb.
CREATE FUNCTION is_palette(p jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(p) = 'object'
    AND (SELECT array_agg(k ORDER BY k COLLATE "C") FROM jsonb_object_keys(p) k)
      = ARRAY['accent', 'ground', 'onAccent', 'surface', 'text']
    AND NOT EXISTS (SELECT FROM jsonb_each(p) e
      WHERE jsonb_typeof(e.value) <> 'string' OR e.value #>> '{}' !~ '^#[0-9a-f]{6}$')
$$;

CREATE TABLE brand_image (
  account_id uuid NOT NULL REFERENCES account,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
  width integer NOT NULL CHECK (width BETWEEN 16 AND 1200),
  height integer NOT NULL CHECK (height BETWEEN 16 AND 1200),
  content bytea STORAGE EXTERNAL NOT NULL CHECK (length(content) BETWEEN 1 AND 50000),
  uploaded_at timestamptz NOT NULL,
  uploaded_by text NOT NULL,
  PRIMARY KEY (account_id, sha256),
  CHECK (sha256(content) = sha256)
);
COMMENT ON COLUMN brand_image.sha256 IS 'Also its public address: what is served there never changes';
CREATE INDEX brand_image_sha256 ON brand_image (sha256);

CREATE TABLE account_brand (
  account_id uuid NOT NULL REFERENCES account,
  version integer NOT NULL CHECK (version > 0),
  display_name text CHECK (display_name <> ''),
  light jsonb CHECK (is_palette(light)),
  dark jsonb CHECK (is_palette(dark)),
  logo_sha256 bytea,
  logo_alt text,
  imprint jsonb NOT NULL,
  texts jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (account_id, version),
  FOREIGN KEY (account_id, logo_sha256) REFERENCES brand_image,
  CHECK ((logo_sha256 IS NULL) = (logo_alt IS NULL))
);
COMMENT ON TABLE account_brand IS 'The highest version is in force; null is the house''s way';
