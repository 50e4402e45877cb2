-- What of SMS goes out: the links in their texts, and what gateways tell of them.

CREATE TABLE short_link (
  message_id uuid PRIMARY KEY REFERENCES message,
  code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-Za-z]{7}$'),
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE short_link IS 'What the link in an SMS ends with: drawn at its hand-over, and stored, as a signature would not fit';

CREATE TABLE sms_delivery (
  gateway text NOT NULL CHECK (gateway <> ''),
  gateway_id text NOT NULL CHECK (gateway_id <> ''),
  message_id uuid UNIQUE REFERENCES message,
  state text NOT NULL CHECK (state IN ('SENT', 'UNKNOWN', 'FAILED', 'DELIVERED')),
  code text,
  parts smallint CHECK (parts >= 1),
  changed_at timestamptz NOT NULL,
  opt_out_waits boolean NOT NULL DEFAULT false,
  PRIMARY KEY (gateway, gateway_id)
);
COMMENT ON TABLE sms_delivery IS 'What gateways say became of the SMS that they took';
COMMENT ON COLUMN sms_delivery.message_id IS
  'Null where a status came before its message was on record, or is of none of ours; those are taken away after two days';
COMMENT ON COLUMN sms_delivery.code IS 'The gateway''s own, without numbers or texts; null where it gave none';
COMMENT ON COLUMN sms_delivery.parts IS 'As how many SMS its text went; null where that is not known';
COMMENT ON COLUMN sms_delivery.changed_at IS 'As the gateway tells the time';
COMMENT ON COLUMN sms_delivery.opt_out_waits IS
  'Told of an opt-out before its message was on record: it is recorded as soon as that is';
CREATE INDEX sms_delivery_of_none ON sms_delivery (changed_at) WHERE message_id IS NULL;
CREATE INDEX sms_delivery_opt_out_waits ON sms_delivery (gateway, gateway_id) WHERE opt_out_waits;

CREATE TABLE sms_list_comparison (
  gateway text PRIMARY KEY CHECK (gateway <> ''),
  tried_at timestamptz NOT NULL,
  compared_at timestamptz,
  taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
  given integer NOT NULL DEFAULT 0 CHECK (given >= 0)
);
COMMENT ON TABLE sms_list_comparison IS 'How the last comparison of a gateway''s own list of opt-outs with ours went';
COMMENT ON COLUMN sms_list_comparison.compared_at IS 'When it last came to its end; null = never';
COMMENT ON COLUMN sms_list_comparison.taken IS 'Who stood there alone, that time';
COMMENT ON COLUMN sms_list_comparison.given IS 'Who stood here alone, that time';
