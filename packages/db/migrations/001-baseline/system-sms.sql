-- What we write ourselves by SMS.

CREATE TABLE system_sms (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid NOT NULL REFERENCES account,
  kind text NOT NULL CHECK (kind IN ('RECEIPT', 'PROMPT', 'JOINED', 'DECLINED', 'REVERTED', 'HELP', 'TEST')),
  about uuid NOT NULL,
  address_key bytea NOT NULL CHECK (length(address_key) = 32),
  sender text NOT NULL CHECK (sender <> ''),
  at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'HANDING_OVER', 'SENT', 'FAILED', 'UNKNOWN')),
  text text,
  gateway text,
  gateway_id text,
  outcome text,
  changed_at timestamptz NOT NULL,
  UNIQUE (kind, about)
);
COMMENT ON TABLE system_sms IS 'Receipts, prompts and answers: each once, and never again where nobody knows whether it went';
COMMENT ON COLUMN system_sms.about IS 'The request, double opt-in, consent or inbound message that it is about';
COMMENT ON COLUMN system_sms.text IS 'As it was handed over; null before';
COMMENT ON COLUMN system_sms.gateway IS 'As the installation calls it; null before it was asked';
COMMENT ON COLUMN system_sms.outcome IS 'What its gateway said last, without numbers';
CREATE INDEX system_sms_number ON system_sms (address_key, sender, at);
CREATE INDEX system_sms_age ON system_sms (organisation_id, at);
CREATE INDEX system_sms_queued ON system_sms (at) WHERE state IN ('QUEUED', 'HANDING_OVER');
CREATE INDEX system_sms_gateway ON system_sms (gateway, gateway_id) WHERE gateway_id IS NOT NULL;
