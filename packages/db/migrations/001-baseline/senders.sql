-- Whose domains are, what accounts send from, and which of it their books chose.

CREATE TABLE sender (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account,
  kind text NOT NULL CHECK (kind IN ('EMAIL', 'NUMBER', 'TEXT', 'SHORT_CODE')),
  channel text NOT NULL GENERATED ALWAYS AS (CASE kind WHEN 'EMAIL' THEN 'EMAIL' ELSE 'SMS' END) STORED,
  name text NOT NULL DEFAULT '' CHECK (name ~ '^[^\u0001-\u001f\u007f-\u009f\u2028\u2029]{0,100}$'),
  address text NOT NULL,
  keyword text NOT NULL DEFAULT '' CHECK (keyword ~ '^\S{0,20}$'),
  keyword_form text NOT NULL DEFAULT '',
  is_default boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  countries text[] NOT NULL DEFAULT '{}',
  UNIQUE (account_id, kind, address, name, keyword_form),
  CONSTRAINT sender_address_is_of_kind CHECK (CASE kind
    WHEN 'EMAIL' THEN address ~ '^[!-;=?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$' AND octet_length(address) <= 254
    WHEN 'NUMBER' THEN address ~ '^\+[1-9]\d{6,14}$'
    WHEN 'SHORT_CODE' THEN address ~ '^\d{3,6}$'
    ELSE address ~ '^[ -Z_a-z¡£-¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]{1,11}$'
      AND address ~ '[A-Za-zÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]' END),
  CONSTRAINT sender_name_is_of_email CHECK (name = '' OR kind = 'EMAIL'),
  CONSTRAINT sender_keyword_is_of_short_code CHECK (keyword = '' OR kind = 'SHORT_CODE'),
  CONSTRAINT sender_keyword_has_form CHECK ((keyword = '') = (keyword_form = '')),
  CONSTRAINT sender_countries_are_of_text_and_short_code CHECK (countries = '{}' OR kind IN ('TEXT', 'SHORT_CODE')),
  CONSTRAINT sender_default_is_not_archived CHECK (NOT is_default OR archived_at IS NULL)
);
COMMENT ON COLUMN sender.name IS 'What a From shows beside its address; empty = none';
COMMENT ON COLUMN sender.keyword IS 'By which the replies to a shared short code are told apart; empty = none';
COMMENT ON COLUMN sender.keyword_form IS 'As keywords are compared: RÖSÖR and ROSOR are one';
COMMENT ON COLUMN sender.countries IS 'Where a text is registered, or a short code works, as its organisation says; empty = nobody said';
COMMENT ON COLUMN sender.is_default IS 'What the account sends from on its channel where a book chose nothing';
CREATE UNIQUE INDEX sender_default ON sender (account_id, channel) WHERE is_default;
-- Whose an answer to it is.
CREATE INDEX sender_sms_address ON sender (address) WHERE kind <> 'EMAIL';

CREATE TABLE address_book_sender (
  address_book_id uuid NOT NULL REFERENCES address_book,
  channel text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
  sender_id uuid NOT NULL REFERENCES sender,
  PRIMARY KEY (address_book_id, channel)
);
COMMENT ON TABLE address_book_sender IS 'What a book chose to be sent from; the others follow their account';
CREATE INDEX address_book_sender_sender ON address_book_sender (sender_id);

CREATE TABLE sender_domain (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  domain text NOT NULL CHECK (domain ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$' AND length(domain) <= 236),
  challenge text NOT NULL,
  claimed_at timestamptz NOT NULL,
  proven_at timestamptz,
  proven_by text CHECK (proven_by IN ('DNS', 'OPERATOR')),
  UNIQUE (organisation_id, domain),
  CONSTRAINT sender_domain_is_proven_somehow CHECK ((proven_at IS NULL) = (proven_by IS NULL))
);
COMMENT ON TABLE sender_domain IS 'Domains that organisations may send mail from, and those that they have yet to prove';
COMMENT ON COLUMN sender_domain.challenge IS 'What the TXT record of _adieu-challenge says; public once it is there';
CREATE UNIQUE INDEX sender_domain_owner ON sender_domain (domain) WHERE proven_at IS NOT NULL;

CREATE TABLE sms_sender_owner (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('NUMBER', 'TEXT', 'SHORT_CODE')),
  address text NOT NULL CHECK (address = lower(address)),
  keyword text NOT NULL CHECK (keyword = '' OR kind = 'SHORT_CODE'),
  keyword_form text NOT NULL DEFAULT '',
  assigned_at timestamptz NOT NULL DEFAULT now(),
  assigned_by text NOT NULL CHECK (assigned_by IN ('OPERATOR', 'ALONE')),
  UNIQUE (kind, address, keyword_form),
  CONSTRAINT sms_sender_owner_keyword_has_form CHECK ((keyword = '') = (keyword_form = ''))
);
COMMENT ON TABLE sms_sender_owner IS 'Which numbers, texts and short codes are whose to send SMS from';
COMMENT ON COLUMN sms_sender_owner.address IS 'In lower case: readers take NORDLYS and Nordlys for one';
COMMENT ON COLUMN sms_sender_owner.keyword IS 'Of a shared short code; empty = all of it that nobody else has';
COMMENT ON COLUMN sms_sender_owner.keyword_form IS 'As keywords are compared: RÖSÖR and ROSOR are one';
CREATE INDEX sms_sender_owner_organisation ON sms_sender_owner (organisation_id);
