-- Campaigns and the one message of each for each recipient.

CREATE TABLE campaign (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid NOT NULL REFERENCES account,
  address_book_id uuid REFERENCES address_book,
  topic_id uuid REFERENCES topic,
  name text NOT NULL CHECK (name <> ''),
  channel text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
  content jsonb NOT NULL,
  compiled jsonb,
  sender_id uuid REFERENCES sender,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SENDING', 'PAUSED', 'SENT', 'CANCELLED')),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  released_at timestamptz,
  finished_at timestamptz,
  attribution text NOT NULL DEFAULT 'BOOK' CHECK (attribution IN ('BOOK', 'FILTERED', 'BY_HAND')),
  purpose text CHECK (purpose IN ('MARKETING', 'TRANSACTIONAL')),
  changed_at timestamptz,
  changed_by text,
  paused_because text CHECK (paused_because IN ('COMPLAINT_RATE', 'SENDER_DOMAIN', 'SMS_SENDER')),
  send_at timestamptz,
  audience jsonb CHECK (jsonb_typeof(audience) = 'object'),
  audience_path jsonpath,
  CONSTRAINT by_hand_has_no_book CHECK (CASE WHEN attribution = 'BY_HAND'
    THEN address_book_id IS NULL AND topic_id IS NULL AND purpose IS NOT NULL
    ELSE address_book_id IS NOT NULL AND purpose IS NULL END),
  CONSTRAINT campaign_content_is_of_channel CHECK (content ->> 'channel' = channel),
  CONSTRAINT campaign_is_released_compiled
    CHECK (released_at IS NULL OR compiled IS NOT NULL AND compiled ->> 'channel' = channel),
  CONSTRAINT campaign_is_released_from_a_sender CHECK (released_at IS NULL OR sender_id IS NOT NULL),
  CONSTRAINT campaign_paused_because CHECK (paused_because IS NULL OR state = 'PAUSED'),
  CONSTRAINT audience_is_filtered CHECK (audience IS NULL OR attribution = 'FILTERED'),
  CONSTRAINT audience_path_is_of_audience CHECK (audience_path IS NULL OR audience IS NOT NULL)
);
COMMENT ON COLUMN campaign.purpose IS 'Of a campaign by hand; the others have that of their book';
COMMENT ON COLUMN campaign.content IS 'As its author wrote it: domain CampaignContent';
COMMENT ON COLUMN campaign.compiled IS 'What it was made into at its release, and is sent as: domain CompiledContent';
COMMENT ON COLUMN campaign.sender_id IS 'What it is sent from, as it was at its release; null of a draft, which follows its book';
COMMENT ON COLUMN campaign.changed_by IS
  'The key by which it was paused, resumed or cancelled last; null where it was paused by itself';
COMMENT ON COLUMN campaign.paused_because IS 'Why it was paused by itself; null where a key paused it';
COMMENT ON COLUMN campaign.send_at IS
  'Not before; null = at once. Each message has its own hour where recipients live apart';
COMMENT ON COLUMN campaign.audience IS
  'Which part of its book; null = all of it. Addresses stand in campaign_address, here is how many';
COMMENT ON COLUMN campaign.audience_path IS 'The conditions of audience on a contact''s fields; null = none';
CREATE INDEX campaign_organisation ON campaign (organisation_id, id);
CREATE INDEX campaign_account ON campaign (account_id, id);
CREATE INDEX campaign_sender_id ON campaign (sender_id) WHERE sender_id IS NOT NULL;
CREATE INDEX campaign_released ON campaign (released_at) WHERE released_at IS NOT NULL;

CREATE TABLE campaign_address (
  campaign_id uuid NOT NULL REFERENCES campaign,
  choice text NOT NULL CHECK (choice IN ('ONLY', 'EXCEPT')),
  address_key bytea NOT NULL CHECK (length(address_key) = 32),
  PRIMARY KEY (campaign_id, choice, address_key)
);
COMMENT ON TABLE campaign_address IS 'Whom an audience names, until its campaign is released';

CREATE TABLE campaign_accepted_finding (
  campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
  finding text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  accepted_by text NOT NULL,
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, finding)
);
COMMENT ON TABLE campaign_accepted_finding IS 'Warnings of a check that somebody took upon themselves; errors never';

CREATE TABLE campaign_recipient (
  campaign_id uuid NOT NULL REFERENCES campaign,
  recipient_id uuid NOT NULL REFERENCES recipient,
  PRIMARY KEY (campaign_id, recipient_id)
);
COMMENT ON TABLE campaign_recipient IS 'Whom a campaign by hand names, until it is released';

CREATE TABLE message (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  campaign_id uuid NOT NULL REFERENCES campaign,
  recipient_id uuid NOT NULL REFERENCES recipient,
  contact_id uuid REFERENCES contact,
  state text NOT NULL DEFAULT 'QUEUED'
    CHECK (state IN ('QUEUED', 'HANDING_OVER', 'HELD', 'SENT', 'STOPPED', 'FAILED', 'UNKNOWN')),
  attempts smallint NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  lease_until timestamptz,
  changed_at timestamptz NOT NULL,
  stopped_by text CHECK (stopped_by IN (
    'CONTACT_REMOVED', 'ARCHIVED', 'OPTED_OUT', 'PAUSED', 'SENDER_BLOCKED', 'UNDELIVERABLE', 'SIGN_UP_UNCONFIRMED', 'SNOOZED', 'FREQUENCY_CAP', 'CANCELLED')),
  outcome text,
  left_early_at timestamptz,
  carried_by uuid REFERENCES message,
  throttled_domain text NOT NULL DEFAULT '',
  UNIQUE (campaign_id, recipient_id),
  CONSTRAINT stopped_says_why CHECK (CASE state WHEN 'STOPPED' THEN stopped_by IS NOT NULL WHEN 'HELD' THEN true
    ELSE stopped_by IS NULL END)
) WITH (fillfactor = 70);
COMMENT ON COLUMN message.stopped_by IS 'Why the gate stopped or holds it (domain: MESSAGE_STOPS); null where it may go';
COMMENT ON COLUMN message.outcome IS 'What the mail server said last, without addresses';
COMMENT ON COLUMN message.left_early_at IS 'Its recipient left within seconds of its hand-over; each is counted once';
COMMENT ON COLUMN message.carried_by IS
  'Of what was held: the message whose link and addresses its mail had; its own id where that is this one';
COMMENT ON COLUMN message.throttled_domain IS 'The throttled domain whose rate limit it waits for';
CREATE INDEX message_recipient ON message (recipient_id) WHERE state = 'HANDING_OVER';
CREATE INDEX message_failed ON message (changed_at) WHERE state IN ('FAILED', 'UNKNOWN');
CREATE INDEX message_stopped ON message (changed_at) INCLUDE (campaign_id, stopped_by) WHERE state = 'STOPPED';
CREATE INDEX message_held ON message (due_at, id) WHERE state = 'HELD';
CREATE INDEX message_held_recipient ON message (recipient_id) WHERE state = 'HELD';
CREATE INDEX message_carried ON message (carried_by) WHERE carried_by IS NOT NULL;
CREATE INDEX message_open ON message (campaign_id, throttled_domain, due_at, id) WHERE state IN ('QUEUED', 'HANDING_OVER');

CREATE TABLE test_mail (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  recipient_id uuid NOT NULL REFERENCES recipient ON DELETE CASCADE,
  contact_id uuid REFERENCES contact ON DELETE SET NULL,
  language text CHECK (language IN ('sv', 'cs', 'de', 'da', 'en')),
  asked_at timestamptz NOT NULL,
  asked_by text NOT NULL,
  ended_at timestamptz,
  outcome text,
  CONSTRAINT an_outcome_is_of_an_end CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
COMMENT ON COLUMN test_mail.contact_id IS 'As whom it is filled; null = a made-up reader';
COMMENT ON COLUMN test_mail.outcome IS 'SENT, STOPPED, or what the mail server said; no address';
CREATE INDEX test_mail_account ON test_mail (account_id, asked_at);
CREATE INDEX test_mail_age ON test_mail (asked_at);
CREATE INDEX test_mail_campaign ON test_mail (campaign_id);
CREATE INDEX test_mail_recipient ON test_mail (recipient_id);
CREATE INDEX test_mail_contact ON test_mail (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE rate_limit (
  name text PRIMARY KEY CHECK (name <> ''),
  next_at timestamptz NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE rate_limit IS
  'One row for each rate: * (overall) or a receiving domain. The rates themselves are settings of the sender';
COMMENT ON COLUMN rate_limit.next_at IS 'When the next message may go; each that goes moves it by one interval of its rate';
