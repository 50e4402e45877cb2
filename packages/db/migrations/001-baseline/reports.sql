-- Figures of campaigns, the warnings raised from them, and who was mailed of them.

CREATE TABLE campaign_figures (
  campaign_id uuid PRIMARY KEY REFERENCES campaign ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account,
  released_at timestamptz NOT NULL,
  sent integer NOT NULL CHECK (sent >= 0),
  opt_outs integer NOT NULL CHECK (opt_outs >= 0),
  complaints integer NOT NULL CHECK (complaints >= 0),
  bounced integer NOT NULL CHECK (bounced >= 0),
  hard_bounces integer NOT NULL CHECK (hard_bounces >= 0),
  soft_bounces integer NOT NULL CHECK (soft_bounces >= 0),
  counted_at timestamptz NOT NULL
);
COMMENT ON TABLE campaign_figures IS
  'Counted again and again while a campaign is young: trends must not read every message';
CREATE INDEX campaign_figures_account ON campaign_figures (account_id, released_at);

CREATE TABLE campaign_warning (
  campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('OPT_OUT_RATE', 'OPT_OUT_UNUSUAL', 'COMPLAINT_RATE', 'COMPLAINT_PAUSE', 'BOUNCE_RATE')),
  raised_at timestamptz NOT NULL,
  sent integer NOT NULL,
  counted integer NOT NULL,
  usual double precision,
  PRIMARY KEY (campaign_id, kind)
);
COMMENT ON TABLE campaign_warning IS
  'Once for each campaign and kind, with the figures of that moment; COMPLAINT_PAUSE is of the latest pause';

CREATE TABLE campaign_warning_mail (
  campaign_id uuid NOT NULL,
  kind text NOT NULL,
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  claimed_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (campaign_id, kind, member_id),
  FOREIGN KEY (campaign_id, kind) REFERENCES campaign_warning ON DELETE CASCADE
);

CREATE TABLE weekly_report (
  id uuid NOT NULL DEFAULT uuidv7() UNIQUE,
  account_id uuid NOT NULL REFERENCES account,
  week date NOT NULL CHECK (extract(isodow FROM week) = 1),
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  claimed_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (account_id, week, member_id)
);
COMMENT ON TABLE weekly_report IS 'Who was mailed the figures of which account and week (its Monday, UTC): once each';
