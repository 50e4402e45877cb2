-- The schema as a database that is up to date tells it; npm run check compares, and says how to write it anew.
-- It is made by migrations/ and sql/. Of functions their heads stand here; the bodies: sql/functions.

CREATE TABLE account (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  default_language text NOT NULL DEFAULT 'en'::text,
  keeps_own_list boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  country text,
  time_zone text,
  archived_at timestamp with time zone,
  deleted_at timestamp with time zone,
  double_opt_in_days smallint NOT NULL DEFAULT 7,
  sms_receipts boolean NOT NULL DEFAULT false,
  warn_opt_out_rate numeric,
  warn_complaint_rate numeric,
  warn_bounce_rate numeric,
  pause_complaint_rate numeric,
  burst_fewest integer,
  burst_share numeric,
  reply_address text,
  reads_replies boolean NOT NULL DEFAULT false,
  hard_bounces smallint,
  soft_bounces smallint,
  bounce_half_life_days smallint,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_organisation_id_name_key UNIQUE (organisation_id, name),
  CONSTRAINT account_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT account_bounce_half_life_days_check CHECK (((bounce_half_life_days >= 1) AND (bounce_half_life_days <= 365))),
  CONSTRAINT account_burst_fewest_check CHECK (((burst_fewest >= 5) AND (burst_fewest <= 1000))),
  CONSTRAINT account_burst_share_check CHECK (((burst_share >= 0.05) AND (burst_share <= (1)::numeric))),
  CONSTRAINT account_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT account_double_opt_in_days_check CHECK (((double_opt_in_days >= 1) AND (double_opt_in_days <= 30))),
  CONSTRAINT account_hard_bounces_check CHECK (((hard_bounces >= 1) AND (hard_bounces <= 5))),
  CONSTRAINT account_name_check CHECK ((name <> ''::text)),
  CONSTRAINT account_pause_complaint_rate_check CHECK (((pause_complaint_rate >= 0.0005) AND (pause_complaint_rate <= 0.003))),
  CONSTRAINT account_reads_replies_of_a_mailbox CHECK (((NOT reads_replies) OR (reply_address IS NOT NULL))),
  CONSTRAINT account_reply_address_check CHECK (((reply_address ~ '^[!-;=?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$'::text) AND (octet_length(reply_address) <= 254))),
  CONSTRAINT account_soft_bounces_check CHECK (((soft_bounces >= 1) AND (soft_bounces <= 50))),
  CONSTRAINT account_time_zone_check CHECK ((time_zone <> ''::text)),
  CONSTRAINT account_warn_bounce_rate_check CHECK (((warn_bounce_rate >= 0.001) AND (warn_bounce_rate <= 0.05))),
  CONSTRAINT account_warn_complaint_rate_check CHECK (((warn_complaint_rate >= 0.0001) AND (warn_complaint_rate <= 0.001))),
  CONSTRAINT account_warn_opt_out_rate_check CHECK (((warn_opt_out_rate >= 0.0005) AND (warn_opt_out_rate <= 0.1))),
  CONSTRAINT deleted_is_archived CHECK (((deleted_at IS NULL) OR (archived_at IS NOT NULL)))
);
COMMENT ON COLUMN account.country IS 'ISO 3166-1 alpha-2, picks the regime; null = that of the EU';
COMMENT ON COLUMN account.double_opt_in_days IS 'D-5: how long the link of a confirmation mail works';
COMMENT ON COLUMN account.keeps_own_list IS 'D6: its opt-outs are its own, not shared by the organisation';
COMMENT ON COLUMN account.reads_replies IS 'Whether mails ask for answers at that mailbox itself, which Adieu reads too; where not, at an address of ours, which passes them on';
COMMENT ON COLUMN account.reply_address IS 'Whose people read what is answered to its mails; null = it is kept here alone';
COMMENT ON COLUMN account.sms_receipts IS 'D8: an SMS confirms each opt-out that came by SMS, and each return by a second word, also where no law asks for it';
COMMENT ON COLUMN account.time_zone IS 'IANA name; null = the regime’s own';
COMMENT ON COLUMN account.warn_opt_out_rate IS 'Share of those who were sent to; null in this and the seven beside it = the house’s';
CREATE TRIGGER account_list_switch BEFORE UPDATE OF keeps_own_list ON public.account FOR EACH ROW WHEN ((old.keeps_own_list IS DISTINCT FROM new.keeps_own_list)) EXECUTE FUNCTION refuse_list_that_stops_less();
CREATE POLICY tenant ON account TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE account_brand (
  account_id uuid NOT NULL,
  version integer NOT NULL,
  display_name text,
  light jsonb,
  dark jsonb,
  logo_sha256 bytea,
  logo_alt text,
  imprint jsonb NOT NULL,
  texts jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by text NOT NULL,
  CONSTRAINT account_brand_pkey PRIMARY KEY (account_id, version),
  CONSTRAINT account_brand_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT account_brand_account_id_logo_sha256_fkey FOREIGN KEY (account_id, logo_sha256) REFERENCES brand_image(account_id, sha256),
  CONSTRAINT account_brand_check CHECK (((logo_sha256 IS NULL) = (logo_alt IS NULL))),
  CONSTRAINT account_brand_dark_check CHECK (is_palette(dark)),
  CONSTRAINT account_brand_display_name_check CHECK ((display_name <> ''::text)),
  CONSTRAINT account_brand_light_check CHECK (is_palette(light)),
  CONSTRAINT account_brand_version_check CHECK ((version > 0))
);
COMMENT ON TABLE account_brand IS 'The highest version is in force; null is the house''s way';
CREATE TRIGGER account_brand_append_only BEFORE DELETE OR UPDATE ON public.account_brand FOR EACH ROW EXECUTE FUNCTION refuse_brand_change();
CREATE TRIGGER account_brand_no_truncate BEFORE TRUNCATE ON public.account_brand FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY tenant ON account_brand TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = account_brand.account_id))));

CREATE TABLE address_book (
  id uuid NOT NULL DEFAULT uuidv7(),
  account_id uuid NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  archived_at timestamp with time zone,
  exempt_since timestamp with time zone,
  deleted_at timestamp with time zone,
  adds_sms_way_out boolean NOT NULL DEFAULT true,
  CONSTRAINT address_book_pkey PRIMARY KEY (id),
  CONSTRAINT address_book_account_id_name_key UNIQUE (account_id, name),
  CONSTRAINT address_book_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT address_book_name_check CHECK ((name <> ''::text)),
  CONSTRAINT address_book_purpose_check CHECK ((purpose = ANY (ARRAY['MARKETING'::text, 'SERVICE'::text, 'TRANSACTIONAL'::text]))),
  CONSTRAINT deleted_is_archived CHECK (((deleted_at IS NULL) OR (archived_at IS NOT NULL))),
  CONSTRAINT service_alone_is_exempt CHECK (((exempt_since IS NULL) OR (purpose = 'SERVICE'::text)))
);
COMMENT ON COLUMN address_book.adds_sms_way_out IS 'Whether the way out is put behind SMS texts that say none; where not, those that say none do not go out';
COMMENT ON COLUMN address_book.exempt_since IS 'Kept here beside opt_out_exemption: an opt-out reads the row of its book anyway';
CREATE TRIGGER address_book_exemption BEFORE INSERT OR UPDATE OF exempt_since ON public.address_book FOR EACH ROW EXECUTE FUNCTION refuse_unrecorded_exemption();
CREATE TRIGGER address_book_purpose BEFORE UPDATE OF purpose ON public.address_book FOR EACH ROW WHEN ((old.purpose <> new.purpose)) EXECUTE FUNCTION refuse_other_purpose();
CREATE POLICY tenant ON address_book TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = address_book.account_id))));

CREATE TABLE address_book_sender (
  address_book_id uuid NOT NULL,
  channel text NOT NULL,
  sender_id uuid NOT NULL,
  CONSTRAINT address_book_sender_pkey PRIMARY KEY (address_book_id, channel),
  CONSTRAINT address_book_sender_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT address_book_sender_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id),
  CONSTRAINT address_book_sender_channel_check CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'SMS'::text])))
);
COMMENT ON TABLE address_book_sender IS 'What a book chose to be sent from; the others follow their account';
CREATE INDEX address_book_sender_sender ON public.address_book_sender USING btree (sender_id);
CREATE TRIGGER address_book_sender_fits BEFORE INSERT OR UPDATE ON public.address_book_sender FOR EACH ROW EXECUTE FUNCTION refuse_unfit_sender();
CREATE POLICY tenant ON address_book_sender TO adieu_tenant USING ((EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = address_book_sender.address_book_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = address_book_sender.address_book_id))) AND (EXISTS ( SELECT
   FROM sender p
  WHERE (p.id = address_book_sender.sender_id)))));

CREATE TABLE api_key (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid,
  name text NOT NULL,
  role text,
  uses text[] NOT NULL DEFAULT '{}'::text[],
  key_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by_kind text NOT NULL,
  created_by text NOT NULL,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  replaced_by uuid,
  CONSTRAINT api_key_pkey PRIMARY KEY (id),
  CONSTRAINT api_key_key_hash_key UNIQUE (key_hash),
  CONSTRAINT api_key_replaced_by_key UNIQUE (replaced_by),
  CONSTRAINT api_key_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT api_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT api_key_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES api_key(id),
  CONSTRAINT a_role_or_uses CHECK (((role IS NULL) <> (uses = '{}'::text[]))),
  CONSTRAINT an_operator_has_no_account CHECK (((role <> 'OPERATOR'::text) OR (account_id IS NULL))),
  CONSTRAINT api_key_created_by_check CHECK ((created_by <> ''::text)),
  CONSTRAINT api_key_created_by_kind_check CHECK ((created_by_kind = ANY (ARRAY['KEY'::text, 'MEMBER'::text, 'SYSTEM'::text]))),
  CONSTRAINT api_key_name_check CHECK ((name <> ''::text)),
  CONSTRAINT api_key_role_check CHECK ((role = ANY (ARRAY['ADMIN'::text, 'REVIEWER'::text, 'CAMPAIGNER'::text, 'AUDITOR'::text, 'OPERATOR'::text]))),
  CONSTRAINT api_key_uses_check CHECK ((uses <@ ARRAY['suppressions:read'::text, 'addresses:read'::text, 'gate:ask'::text, 'opt-outs:add'::text, 'lists:import'::text]))
);
COMMENT ON COLUMN api_key.account_id IS 'The one account that it opens; null = all of the organisation';
COMMENT ON COLUMN api_key.last_used_at IS 'To the minute: a key that works hard writes no more often';
COMMENT ON COLUMN api_key.replaced_by IS 'The key that a rotation made; this one works on until its end';
CREATE INDEX api_key_organisation ON public.api_key USING btree (organisation_id, id);
CREATE POLICY tenant ON api_key TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((account_id IS NULL) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = api_key.account_id))))));

CREATE TABLE audience_export (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  address_book_id uuid NOT NULL,
  topic_id uuid,
  made_by text NOT NULL,
  api_key_id uuid,
  as_of timestamp with time zone NOT NULL,
  use text NOT NULL,
  purpose text NOT NULL,
  format text NOT NULL,
  unfiltered_export_id uuid,
  state text NOT NULL DEFAULT 'RUNNING'::text,
  handed_out integer,
  stopped jsonb,
  finished_at timestamp with time zone,
  CONSTRAINT audience_export_pkey PRIMARY KEY (id),
  CONSTRAINT audience_export_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT audience_export_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT audience_export_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES api_key(id),
  CONSTRAINT audience_export_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT audience_export_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id),
  CONSTRAINT audience_export_unfiltered_export_id_fkey FOREIGN KEY (unfiltered_export_id) REFERENCES unfiltered_export(id),
  CONSTRAINT audience_export_check CHECK (((state = 'RUNNING'::text) = (finished_at IS NULL))),
  CONSTRAINT audience_export_check1 CHECK ((((finished_at IS NULL) = (handed_out IS NULL)) AND ((finished_at IS NULL) = (stopped IS NULL)))),
  CONSTRAINT audience_export_purpose_check CHECK ((purpose = ANY (ARRAY['MARKETING'::text, 'SERVICE'::text, 'TRANSACTIONAL'::text]))),
  CONSTRAINT audience_export_state_check CHECK ((state = ANY (ARRAY['RUNNING'::text, 'COMPLETE'::text, 'CUT'::text]))),
  CONSTRAINT audience_export_use_check CHECK ((use = ANY (ARRAY['EMAIL'::text, 'SMS'::text, 'ANY'::text])))
);
COMMENT ON TABLE audience_export IS 'Written before the first address leaves the house; one that stays RUNNING was cut off by a crash';
COMMENT ON COLUMN audience_export.api_key_id IS 'Null where a member took it';
COMMENT ON COLUMN audience_export.stopped IS 'How many contacts the gate kept back, by reason (N3)';
CREATE INDEX audience_export_finished ON public.audience_export USING btree (finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX audience_export_organisation ON public.audience_export USING btree (organisation_id, id);
CREATE TRIGGER audience_export_chosen BEFORE INSERT ON public.audience_export FOR EACH ROW WHEN ((new.unfiltered_export_id IS NOT NULL)) EXECUTE FUNCTION refuse_unchosen_export();
CREATE TRIGGER audience_export_ends_once BEFORE UPDATE ON public.audience_export FOR EACH ROW EXECUTE FUNCTION refuse_export_change();
CREATE TRIGGER audience_export_kept BEFORE DELETE ON public.audience_export FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audience_export_no_truncate BEFORE TRUNCATE ON public.audience_export FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY tenant ON audience_export TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = audience_export.account_id))) AND (EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = audience_export.address_book_id))) AND ((api_key_id IS NULL) OR (EXISTS ( SELECT
   FROM api_key p
  WHERE (p.id = audience_export.api_key_id)))) AND ((topic_id IS NULL) OR (EXISTS ( SELECT
   FROM topic p
  WHERE (p.id = audience_export.topic_id)))) AND ((unfiltered_export_id IS NULL) OR (EXISTS ( SELECT
   FROM unfiltered_export p
  WHERE (p.id = audience_export.unfiltered_export_id))))));

CREATE TABLE brand_image (
  account_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  media_type text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  content bytea STORAGE EXTERNAL NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  uploaded_by text NOT NULL,
  CONSTRAINT brand_image_pkey PRIMARY KEY (account_id, sha256),
  CONSTRAINT brand_image_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT brand_image_check CHECK ((sha256(content) = sha256)),
  CONSTRAINT brand_image_content_check CHECK (((length(content) >= 1) AND (length(content) <= 50000))),
  CONSTRAINT brand_image_height_check CHECK (((height >= 16) AND (height <= 1200))),
  CONSTRAINT brand_image_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text]))),
  CONSTRAINT brand_image_sha256_check CHECK ((length(sha256) = 32)),
  CONSTRAINT brand_image_width_check CHECK (((width >= 16) AND (width <= 1200)))
);
COMMENT ON COLUMN brand_image.sha256 IS 'Also its public address: what is served there never changes';
CREATE INDEX brand_image_sha256 ON public.brand_image USING btree (sha256);
CREATE TRIGGER brand_image_append_only BEFORE DELETE OR UPDATE ON public.brand_image FOR EACH ROW EXECUTE FUNCTION refuse_brand_change();
CREATE TRIGGER brand_image_no_truncate BEFORE TRUNCATE ON public.brand_image FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY tenant ON brand_image TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = brand_image.account_id))));

CREATE TABLE campaign (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  address_book_id uuid,
  topic_id uuid,
  name text NOT NULL,
  channel text NOT NULL,
  content jsonb NOT NULL,
  compiled jsonb,
  sender_id uuid,
  state text NOT NULL DEFAULT 'DRAFT'::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  released_at timestamp with time zone,
  finished_at timestamp with time zone,
  attribution text NOT NULL DEFAULT 'BOOK'::text,
  purpose text,
  changed_at timestamp with time zone,
  changed_by text,
  paused_because text,
  send_at timestamp with time zone,
  audience jsonb,
  audience_path jsonpath,
  CONSTRAINT campaign_pkey PRIMARY KEY (id),
  CONSTRAINT campaign_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT campaign_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT campaign_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT campaign_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id),
  CONSTRAINT campaign_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id),
  CONSTRAINT audience_is_filtered CHECK (((audience IS NULL) OR (attribution = 'FILTERED'::text))),
  CONSTRAINT audience_path_is_of_audience CHECK (((audience_path IS NULL) OR (audience IS NOT NULL))),
  CONSTRAINT by_hand_has_no_book CHECK (
CASE
    WHEN (attribution = 'BY_HAND'::text) THEN ((address_book_id IS NULL) AND (topic_id IS NULL) AND (purpose IS NOT NULL))
    ELSE ((address_book_id IS NOT NULL) AND (purpose IS NULL))
END),
  CONSTRAINT campaign_attribution_check CHECK ((attribution = ANY (ARRAY['BOOK'::text, 'FILTERED'::text, 'BY_HAND'::text]))),
  CONSTRAINT campaign_audience_check CHECK ((jsonb_typeof(audience) = 'object'::text)),
  CONSTRAINT campaign_channel_check CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'SMS'::text]))),
  CONSTRAINT campaign_content_is_of_channel CHECK (((content ->> 'channel'::text) = channel)),
  CONSTRAINT campaign_is_released_compiled CHECK (((released_at IS NULL) OR ((compiled IS NOT NULL) AND ((compiled ->> 'channel'::text) = channel)))),
  CONSTRAINT campaign_is_released_from_a_sender CHECK (((released_at IS NULL) OR (sender_id IS NOT NULL))),
  CONSTRAINT campaign_name_check CHECK ((name <> ''::text)),
  CONSTRAINT campaign_paused_because CHECK (((paused_because IS NULL) OR (state = 'PAUSED'::text))),
  CONSTRAINT campaign_paused_because_check CHECK ((paused_because = ANY (ARRAY['COMPLAINT_RATE'::text, 'SENDER_DOMAIN'::text, 'SMS_SENDER'::text]))),
  CONSTRAINT campaign_purpose_check CHECK ((purpose = ANY (ARRAY['MARKETING'::text, 'TRANSACTIONAL'::text]))),
  CONSTRAINT campaign_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SENDING'::text, 'PAUSED'::text, 'SENT'::text, 'CANCELLED'::text])))
);
COMMENT ON COLUMN campaign.audience IS 'Which part of its book; null = all of it. Addresses stand in campaign_address, here is how many';
COMMENT ON COLUMN campaign.audience_path IS 'The conditions of audience on a contact''s fields; null = none';
COMMENT ON COLUMN campaign.changed_by IS 'The key by which it was paused, resumed or cancelled last; null where it was paused by itself';
COMMENT ON COLUMN campaign.compiled IS 'What it was made into at its release, and is sent as: domain CompiledContent';
COMMENT ON COLUMN campaign.content IS 'As its author wrote it: domain CampaignContent';
COMMENT ON COLUMN campaign.paused_because IS 'Why it was paused by itself; null where a key paused it';
COMMENT ON COLUMN campaign.purpose IS 'Of a campaign by hand; the others have that of their book';
COMMENT ON COLUMN campaign.send_at IS 'Not before; null = at once. Each message has its own hour where recipients live apart';
COMMENT ON COLUMN campaign.sender_id IS 'What it is sent from, as it was at its release; null of a draft, which follows its book';
CREATE INDEX campaign_account ON public.campaign USING btree (account_id, id);
CREATE INDEX campaign_organisation ON public.campaign USING btree (organisation_id, id);
CREATE INDEX campaign_released ON public.campaign USING btree (released_at) WHERE (released_at IS NOT NULL);
CREATE INDEX campaign_sender_id ON public.campaign USING btree (sender_id) WHERE (sender_id IS NOT NULL);
CREATE POLICY tenant ON campaign TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = campaign.account_id))) AND ((address_book_id IS NULL) OR (EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = campaign.address_book_id)))) AND ((sender_id IS NULL) OR (EXISTS ( SELECT
   FROM sender p
  WHERE (p.id = campaign.sender_id)))) AND ((topic_id IS NULL) OR (EXISTS ( SELECT
   FROM topic p
  WHERE (p.id = campaign.topic_id))))));

CREATE TABLE campaign_accepted_finding (
  campaign_id uuid NOT NULL,
  finding text NOT NULL,
  reason text NOT NULL,
  accepted_by text NOT NULL,
  accepted_at timestamp with time zone NOT NULL,
  CONSTRAINT campaign_accepted_finding_pkey PRIMARY KEY (campaign_id, finding),
  CONSTRAINT campaign_accepted_finding_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  CONSTRAINT campaign_accepted_finding_reason_check CHECK ((reason <> ''::text))
);
COMMENT ON TABLE campaign_accepted_finding IS 'Warnings of a check that somebody took upon themselves; errors never';
CREATE POLICY tenant ON campaign_accepted_finding TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_accepted_finding.campaign_id))));

CREATE TABLE campaign_address (
  campaign_id uuid NOT NULL,
  choice text NOT NULL,
  address_key bytea NOT NULL,
  CONSTRAINT campaign_address_pkey PRIMARY KEY (campaign_id, choice, address_key),
  CONSTRAINT campaign_address_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  CONSTRAINT campaign_address_address_key_check CHECK ((length(address_key) = 32)),
  CONSTRAINT campaign_address_choice_check CHECK ((choice = ANY (ARRAY['ONLY'::text, 'EXCEPT'::text])))
);
COMMENT ON TABLE campaign_address IS 'Whom an audience names, until its campaign is released';
CREATE POLICY tenant ON campaign_address TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_address.campaign_id))));

CREATE TABLE campaign_domain (
  campaign_id uuid NOT NULL,
  mail_domain text NOT NULL,
  burst_from integer NOT NULL,
  early_leavers integer NOT NULL DEFAULT 0,
  counted_until timestamp with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone,
  quarantine_id uuid,
  CONSTRAINT campaign_domain_pkey PRIMARY KEY (campaign_id, mail_domain),
  CONSTRAINT campaign_domain_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  CONSTRAINT campaign_domain_burst_from_check CHECK ((burst_from > 1))
);
COMMENT ON TABLE campaign_domain IS 'Domains with enough recipients in a campaign to make a burst (domain: burstFrom, countEarlyLeaver)';
CREATE POLICY tenant ON campaign_domain TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_domain.campaign_id))));

CREATE TABLE campaign_figures (
  campaign_id uuid NOT NULL,
  account_id uuid NOT NULL,
  released_at timestamp with time zone NOT NULL,
  sent integer NOT NULL,
  opt_outs integer NOT NULL,
  complaints integer NOT NULL,
  bounced integer NOT NULL,
  hard_bounces integer NOT NULL,
  soft_bounces integer NOT NULL,
  counted_at timestamp with time zone NOT NULL,
  CONSTRAINT campaign_figures_pkey PRIMARY KEY (campaign_id),
  CONSTRAINT campaign_figures_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT campaign_figures_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  CONSTRAINT campaign_figures_bounced_check CHECK ((bounced >= 0)),
  CONSTRAINT campaign_figures_complaints_check CHECK ((complaints >= 0)),
  CONSTRAINT campaign_figures_hard_bounces_check CHECK ((hard_bounces >= 0)),
  CONSTRAINT campaign_figures_opt_outs_check CHECK ((opt_outs >= 0)),
  CONSTRAINT campaign_figures_sent_check CHECK ((sent >= 0)),
  CONSTRAINT campaign_figures_soft_bounces_check CHECK ((soft_bounces >= 0))
);
COMMENT ON TABLE campaign_figures IS 'Counted again and again while a campaign is young: trends must not read every message';
CREATE INDEX campaign_figures_account ON public.campaign_figures USING btree (account_id, released_at);
CREATE POLICY tenant ON campaign_figures TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_figures.campaign_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_figures.campaign_id))) AND (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = campaign_figures.account_id)))));

CREATE TABLE campaign_recipient (
  campaign_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  CONSTRAINT campaign_recipient_pkey PRIMARY KEY (campaign_id, recipient_id),
  CONSTRAINT campaign_recipient_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  CONSTRAINT campaign_recipient_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id)
);
COMMENT ON TABLE campaign_recipient IS 'Whom a campaign by hand names, until it is released';
CREATE POLICY tenant ON campaign_recipient TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_recipient.campaign_id))));

CREATE TABLE campaign_warning (
  campaign_id uuid NOT NULL,
  kind text NOT NULL,
  raised_at timestamp with time zone NOT NULL,
  sent integer NOT NULL,
  counted integer NOT NULL,
  usual double precision,
  CONSTRAINT campaign_warning_pkey PRIMARY KEY (campaign_id, kind),
  CONSTRAINT campaign_warning_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  CONSTRAINT campaign_warning_kind_check CHECK ((kind = ANY (ARRAY['OPT_OUT_RATE'::text, 'OPT_OUT_UNUSUAL'::text, 'COMPLAINT_RATE'::text, 'COMPLAINT_PAUSE'::text, 'BOUNCE_RATE'::text])))
);
COMMENT ON TABLE campaign_warning IS 'Once for each campaign and kind, with the figures of that moment; COMPLAINT_PAUSE is of the latest pause';
CREATE POLICY tenant ON campaign_warning TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_warning.campaign_id))));

CREATE TABLE campaign_warning_mail (
  campaign_id uuid NOT NULL,
  kind text NOT NULL,
  member_id uuid NOT NULL,
  claimed_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT campaign_warning_mail_pkey PRIMARY KEY (campaign_id, kind, member_id),
  CONSTRAINT campaign_warning_mail_campaign_id_kind_fkey FOREIGN KEY (campaign_id, kind) REFERENCES campaign_warning(campaign_id, kind) ON DELETE CASCADE,
  CONSTRAINT campaign_warning_mail_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE
);
CREATE POLICY tenant ON campaign_warning_mail TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_warning_mail.campaign_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = campaign_warning_mail.campaign_id))) AND (EXISTS ( SELECT
   FROM member p
  WHERE (p.id = campaign_warning_mail.member_id)))));

CREATE TABLE complaint (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid,
  campaign_id uuid,
  message_id uuid,
  recipient_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT complaint_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_message_id_key UNIQUE (message_id),
  CONSTRAINT complaint_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT complaint_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT complaint_check CHECK (((campaign_id IS NULL) = (message_id IS NULL)))
);
COMMENT ON TABLE complaint IS 'Once for each message; where it names none, once for each recipient, account and day';
CREATE INDEX complaint_account ON public.complaint USING btree (account_id, at) WHERE (campaign_id IS NULL);
CREATE UNIQUE INDEX complaint_by_address ON public.complaint USING btree (recipient_id, account_id, (((at AT TIME ZONE 'UTC'::text))::date)) NULLS NOT DISTINCT WHERE (message_id IS NULL);
CREATE INDEX complaint_campaign ON public.complaint USING btree (campaign_id, at) WHERE (campaign_id IS NOT NULL);
CREATE POLICY refers ON complaint FOR INSERT TO adieu_tenant WITH CHECK (((campaign_id IS NULL) OR (EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = complaint.campaign_id)))));
CREATE POLICY tenant ON complaint TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((account_id IS NULL) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = complaint.account_id))))));

CREATE TABLE consent_record (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  list_id uuid NOT NULL,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid NOT NULL,
  scope_name text NOT NULL,
  consent_text text NOT NULL,
  source text NOT NULL,
  obtained_at timestamp with time zone NOT NULL,
  evidence_sha256 bytea,
  outcome text NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  recorded_by text NOT NULL,
  CONSTRAINT consent_record_pkey PRIMARY KEY (id),
  CONSTRAINT consent_record_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT consent_record_organisation_id_evidence_sha256_fkey FOREIGN KEY (organisation_id, evidence_sha256) REFERENCES evidence_file(organisation_id, sha256),
  CONSTRAINT consent_record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT consent_record_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT consent_record_check CHECK ((obtained_at <= recorded_at)),
  CONSTRAINT consent_record_consent_text_check CHECK ((consent_text <> ''::text)),
  CONSTRAINT consent_record_outcome_check CHECK ((outcome = ANY (ARRAY['RECORDED'::text, 'DOUBLE_OPT_IN_STARTED'::text, 'DOUBLE_OPT_IN_LIMITED'::text]))),
  CONSTRAINT consent_record_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['TOPIC'::text, 'BOOK'::text, 'ACCOUNT'::text]))),
  CONSTRAINT consent_record_source_check CHECK ((source <> ''::text))
);
COMMENT ON TABLE consent_record IS 'What an admin says that somebody agreed to. Lifts nothing: no trigger reads it, and the gate only beside a sign-up that is not confirmed';
CREATE INDEX consent_record_organisation ON public.consent_record USING btree (organisation_id, id);
CREATE INDEX consent_record_recipient ON public.consent_record USING btree (recipient_id, id);
CREATE INDEX consent_record_scope ON public.consent_record USING btree (address_key, list_id, channel, scope_id);
CREATE TRIGGER consent_record_append_only BEFORE DELETE OR UPDATE ON public.consent_record FOR EACH ROW EXECUTE FUNCTION refuse_consent_change();
CREATE TRIGGER consent_record_no_truncate BEFORE TRUNCATE ON public.consent_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_record_no_way_back BEFORE INSERT ON public.consent_record FOR EACH ROW WHEN ((new.outcome = 'RECORDED'::text)) EXECUTE FUNCTION refuse_claim_of_opted_out();
CREATE POLICY refers ON consent_record FOR INSERT TO adieu_tenant WITH CHECK (((list_id = ( SELECT tenant() AS tenant)) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = consent_record.list_id)))));
CREATE POLICY tenant ON consent_record TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = consent_record.account_id))) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = consent_record.recipient_id)))));

CREATE TABLE contact (
  id uuid NOT NULL DEFAULT uuidv7(),
  address_book_id uuid NOT NULL,
  language text,
  fields jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  tags text[] NOT NULL DEFAULT '{}'::text[],
  removed_at timestamp with time zone,
  CONSTRAINT contact_pkey PRIMARY KEY (id),
  CONSTRAINT contact_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id)
);
COMMENT ON COLUMN contact.removed_at IS 'Leaving a book by removal is no opt-out (F9)';
COMMENT ON COLUMN contact.tags IS 'The groups that it is in (D3)';
CREATE INDEX contact_book ON public.contact USING btree (address_book_id, id);
CREATE POLICY tenant ON contact TO adieu_tenant USING ((EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = contact.address_book_id))));

CREATE TABLE contact_address (
  contact_id uuid NOT NULL,
  channel text NOT NULL,
  address_book_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  CONSTRAINT contact_address_pkey PRIMARY KEY (contact_id, channel),
  CONSTRAINT contact_address_recipient_id_address_book_id_key UNIQUE (recipient_id, address_book_id),
  CONSTRAINT contact_address_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT contact_address_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id) ON DELETE CASCADE,
  CONSTRAINT contact_address_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT contact_address_channel_check CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'SMS'::text])))
);
COMMENT ON TABLE contact_address IS 'At most one address per channel; a wish to stop on all channels goes to each';
COMMENT ON COLUMN contact_address.address_book_id IS 'That of the contact: an address is one contact''s of a book';
CREATE TRIGGER contact_address_stray_insert AFTER INSERT ON public.contact_address REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_stray_contact_address();
CREATE TRIGGER contact_address_stray_update AFTER UPDATE ON public.contact_address REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_stray_contact_address();
CREATE POLICY tenant ON contact_address TO adieu_tenant USING ((EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = contact_address.address_book_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = contact_address.address_book_id))) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = contact_address.recipient_id)))));

CREATE TABLE controller_reactivation (
  id uuid NOT NULL DEFAULT uuidv7(),
  request_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  reason text NOT NULL,
  CONSTRAINT controller_reactivation_pkey PRIMARY KEY (id),
  CONSTRAINT controller_reactivation_request_id_key UNIQUE (request_id),
  CONSTRAINT controller_reactivation_request_id_fkey FOREIGN KEY (request_id) REFERENCES opt_out_request(id),
  CONSTRAINT controller_reactivation_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT controller_reactivation_reason_check CHECK ((btrim(reason) <> ''::text))
);
COMMENT ON TABLE controller_reactivation IS 'Who brought somebody back to a service book by hand, and why (B1)';
CREATE TRIGGER controller_reactivation_allowed BEFORE INSERT ON public.controller_reactivation FOR EACH ROW EXECUTE FUNCTION refuse_reactivation();
CREATE TRIGGER controller_reactivation_append_only BEFORE DELETE OR UPDATE ON public.controller_reactivation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER controller_reactivation_no_truncate BEFORE TRUNCATE ON public.controller_reactivation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY tenant ON controller_reactivation TO adieu_tenant USING ((EXISTS ( SELECT
   FROM opt_out_request p
  WHERE (p.id = controller_reactivation.request_id))));

CREATE TABLE data_link (
  id uuid NOT NULL DEFAULT uuidv7(),
  recipient_id uuid NOT NULL,
  account_id uuid NOT NULL,
  language text NOT NULL,
  token_hash bytea,
  asked_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT data_link_pkey PRIMARY KEY (id),
  CONSTRAINT data_link_token_hash_key UNIQUE (token_hash),
  CONSTRAINT data_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT data_link_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id)
);
CREATE INDEX data_link_recipient ON public.data_link USING btree (recipient_id, asked_at);
CREATE POLICY tenant ON data_link TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = data_link.account_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = data_link.account_id))) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = data_link.recipient_id)))));

CREATE TABLE deletion (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid,
  asked_at timestamp with time zone NOT NULL,
  asked_by_kind text NOT NULL,
  asked_by text NOT NULL,
  gone integer NOT NULL DEFAULT 0,
  finished_at timestamp with time zone,
  CONSTRAINT deletion_pkey PRIMARY KEY (id),
  CONSTRAINT deletion_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT deletion_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
COMMENT ON TABLE deletion IS 'An account, or a whole organisation, that is taken away for good, batch by batch';
COMMENT ON COLUMN deletion.account_id IS 'Null = the whole organisation';
COMMENT ON COLUMN deletion.gone IS 'People and contacts so far';
CREATE INDEX deletion_account ON public.deletion USING btree (account_id);
CREATE INDEX deletion_open ON public.deletion USING btree (id) WHERE (finished_at IS NULL);
CREATE POLICY tenant ON deletion TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((account_id IS NULL) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = deletion.account_id))))));

CREATE TABLE digest (
  id uuid NOT NULL DEFAULT uuidv7(),
  member_id uuid NOT NULL,
  claimed_at timestamp with time zone NOT NULL,
  previous_at timestamp with time zone,
  sent_at timestamp with time zone,
  CONSTRAINT digest_pkey PRIMARY KEY (id),
  CONSTRAINT digest_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE
);
COMMENT ON COLUMN digest.sent_at IS 'Null where nobody knows: what stood in it counts as not told, and the next digest tells it';
CREATE INDEX digest_person ON public.digest USING btree (member_id, claimed_at);
CREATE POLICY tenant ON digest TO adieu_tenant USING ((EXISTS ( SELECT
   FROM member p
  WHERE (p.id = digest.member_id))));

CREATE TABLE digest_item (
  digest_id uuid NOT NULL,
  request_id uuid NOT NULL,
  CONSTRAINT digest_item_pkey PRIMARY KEY (digest_id, request_id),
  CONSTRAINT digest_item_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES digest(id) ON DELETE CASCADE,
  CONSTRAINT digest_item_request_id_fkey FOREIGN KEY (request_id) REFERENCES opt_out_request(id) ON DELETE CASCADE
);
COMMENT ON TABLE digest_item IS 'What a digest told as new or reminded of; gone once the request is closed';
CREATE INDEX digest_item_request ON public.digest_item USING btree (request_id);
CREATE POLICY tenant ON digest_item TO adieu_tenant USING ((EXISTS ( SELECT
   FROM digest p
  WHERE (p.id = digest_item.digest_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM digest p
  WHERE (p.id = digest_item.digest_id))) AND (EXISTS ( SELECT
   FROM opt_out_request p
  WHERE (p.id = digest_item.request_id)))));

CREATE TABLE double_opt_in (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  list_id uuid NOT NULL,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid NOT NULL,
  scope_name text NOT NULL,
  language text NOT NULL,
  declaration text NOT NULL,
  declaration_version text NOT NULL,
  form_url text,
  token_hash bytea,
  requested_at timestamp with time zone NOT NULL,
  requested_origin text,
  requested_user_agent text,
  expires_at timestamp with time zone NOT NULL,
  mail_message_id text,
  mailed_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  sent_at timestamp with time zone,
  superseded_at timestamp with time zone,
  answered_to text,
  exchange jsonb,
  CONSTRAINT double_opt_in_pkey PRIMARY KEY (id),
  CONSTRAINT double_opt_in_token_hash_key UNIQUE (token_hash),
  CONSTRAINT double_opt_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT double_opt_in_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT double_opt_in_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT double_opt_in_lifetime CHECK ((expires_at <= (requested_at + '720:00:00'::interval))),
  CONSTRAINT double_opt_in_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['TOPIC'::text, 'BOOK'::text, 'ACCOUNT'::text, 'ORGANISATION'::text])))
);
COMMENT ON COLUMN double_opt_in.answered_to IS 'By SMS: the sender whose prompt waits for the second word; null = only a link confirms';
COMMENT ON COLUMN double_opt_in.exchange IS 'By SMS: what they wrote, what they were asked, what they answered (domain: SmsExchange)';
CREATE INDEX double_opt_in_expiring ON public.double_opt_in USING btree (expires_at) WHERE (confirmed_at IS NULL);
CREATE INDEX double_opt_in_open ON public.double_opt_in USING btree (id) WHERE (confirmed_at IS NULL);
CREATE INDEX double_opt_in_prompt ON public.double_opt_in USING btree (address_key, answered_to) WHERE (answered_to IS NOT NULL);
CREATE INDEX double_opt_in_recipient ON public.double_opt_in USING btree (recipient_id, requested_at);
CREATE TRIGGER double_opt_in_open_sign_up AFTER INSERT OR UPDATE OF confirmed_at ON public.double_opt_in FOR EACH ROW EXECUTE FUNCTION remember_open_sign_up();
CREATE POLICY refers ON double_opt_in FOR INSERT TO adieu_tenant WITH CHECK (((list_id = ( SELECT tenant() AS tenant)) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = double_opt_in.list_id)))));
CREATE POLICY tenant ON double_opt_in TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = double_opt_in.account_id))) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = double_opt_in.recipient_id)))));

CREATE TABLE double_opt_in_origin (
  origin_key bytea NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT double_opt_in_origin_origin_key_check CHECK ((length(origin_key) = 32))
);
COMMENT ON TABLE double_opt_in_origin IS 'D-8: keyed hashes of where double opt-ins were asked for; gone after a day';
CREATE INDEX double_opt_in_origin_at ON public.double_opt_in_origin USING btree (at);
CREATE INDEX double_opt_in_origin_key ON public.double_opt_in_origin USING btree (origin_key, at);

CREATE TABLE double_opt_in_proof (
  id uuid NOT NULL DEFAULT uuidv7(),
  double_opt_in_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  list_id uuid NOT NULL,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid NOT NULL,
  scope_name text NOT NULL,
  address text NOT NULL,
  language text NOT NULL,
  declaration text NOT NULL,
  declaration_version text NOT NULL,
  form_url text,
  mail_message_id text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  requested_origin text,
  requested_user_agent text,
  confirmed_at timestamp with time zone NOT NULL,
  confirmed_origin text,
  confirmed_user_agent text,
  organisation_name text,
  account_name text,
  document_version integer,
  exchange jsonb,
  document_sha256 bytea,
  CONSTRAINT double_opt_in_proof_pkey PRIMARY KEY (id),
  CONSTRAINT double_opt_in_proof_double_opt_in_id_key UNIQUE (double_opt_in_id),
  CONSTRAINT double_opt_in_proof_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT double_opt_in_proof_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT double_opt_in_proof_check CHECK ((confirmed_at >= requested_at)),
  CONSTRAINT double_opt_in_proof_document_sha256_check CHECK ((length(document_sha256) = 32)),
  CONSTRAINT proof_of_a_document CHECK (((document_version IS NULL) = (document_sha256 IS NULL)))
);
COMMENT ON COLUMN double_opt_in_proof.document_sha256 IS 'D-3: of the printable proof as it was rendered from this row at confirmation; null for proofs from before';
COMMENT ON COLUMN double_opt_in_proof.exchange IS 'By SMS: the messages of both sides, as double_opt_in has them';
CREATE INDEX double_opt_in_proof_scope ON public.double_opt_in_proof USING btree (address_key, list_id, channel, scope_id);
CREATE TRIGGER double_opt_in_proof_append_only BEFORE DELETE OR UPDATE ON public.double_opt_in_proof FOR EACH ROW EXECUTE FUNCTION refuse_proof_change();
CREATE TRIGGER double_opt_in_proof_founded BEFORE INSERT ON public.double_opt_in_proof FOR EACH ROW EXECUTE FUNCTION refuse_proof_without_double_opt_in();
CREATE TRIGGER double_opt_in_proof_no_truncate BEFORE TRUNCATE ON public.double_opt_in_proof FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY refers ON double_opt_in_proof FOR INSERT TO adieu_tenant WITH CHECK ((((list_id = ( SELECT tenant() AS tenant)) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = double_opt_in_proof.list_id)))) AND (EXISTS ( SELECT
   FROM double_opt_in p
  WHERE (p.id = double_opt_in_proof.double_opt_in_id)))));
CREATE POLICY tenant ON double_opt_in_proof TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = double_opt_in_proof.recipient_id)))));

CREATE TABLE evidence_file (
  organisation_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  content bytea STORAGE EXTERNAL,
  uploaded_at timestamp with time zone NOT NULL,
  uploaded_by text NOT NULL,
  CONSTRAINT evidence_file_pkey PRIMARY KEY (organisation_id, sha256),
  CONSTRAINT evidence_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT evidence_file_check CHECK (((content IS NULL) OR ((length(content) = size) AND (sha256(content) = sha256)))),
  CONSTRAINT evidence_file_name_check CHECK ((name <> ''::text)),
  CONSTRAINT evidence_file_sha256_check CHECK ((length(sha256) = 32)),
  CONSTRAINT evidence_file_size_check CHECK (((size >= 1) AND (size <= 5242880)))
);
COMMENT ON COLUMN evidence_file.content IS 'Null after erasure; its hash goes on saying which file it was';
CREATE TRIGGER evidence_file_append_only BEFORE DELETE OR UPDATE ON public.evidence_file FOR EACH ROW EXECUTE FUNCTION refuse_file_change();
CREATE TRIGGER evidence_file_no_truncate BEFORE TRUNCATE ON public.evidence_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY tenant ON evidence_file TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE forwarded_answer (
  inbound_message_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  writer_key bytea NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  outcome text,
  CONSTRAINT forwarded_answer_pkey PRIMARY KEY (inbound_message_id),
  CONSTRAINT forwarded_answer_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT forwarded_answer_inbound_message_id_fkey FOREIGN KEY (inbound_message_id) REFERENCES inbound_message(id) ON DELETE CASCADE,
  CONSTRAINT forwarded_answer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT an_outcome_is_of_an_end CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  CONSTRAINT forwarded_answer_writer_key_check CHECK ((length(writer_key) = 32))
);
COMMENT ON TABLE forwarded_answer IS 'What was answered to a mail and goes to whoever reads the account’s: once; it goes with what came in';
COMMENT ON COLUMN forwarded_answer.outcome IS 'SENT, or what the mail server said; no address';
CREATE INDEX forwarded_answer_writer ON public.forwarded_answer USING btree (account_id, writer_key, asked_at);
CREATE POLICY tenant ON forwarded_answer TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = forwarded_answer.account_id))) AND (EXISTS ( SELECT
   FROM inbound_message p
  WHERE (p.id = forwarded_answer.inbound_message_id)))));

CREATE TABLE given_reason (
  request_id uuid NOT NULL,
  reason text,
  text text,
  language text,
  given_at timestamp with time zone NOT NULL,
  CONSTRAINT given_reason_pkey PRIMARY KEY (request_id),
  CONSTRAINT given_reason_request_id_fkey FOREIGN KEY (request_id) REFERENCES opt_out_request(id),
  CONSTRAINT given_reason_check CHECK (((reason IS NOT NULL) OR (text IS NOT NULL))),
  CONSTRAINT given_reason_text_check CHECK ((length(text) <= 1000))
);
COMMENT ON COLUMN given_reason.reason IS 'A word of the house''s list, or the id of a leave_reason';
CREATE POLICY tenant ON given_reason TO adieu_tenant USING ((EXISTS ( SELECT
   FROM opt_out_request p
  WHERE (p.id = given_reason.request_id))));

CREATE TABLE idempotency_key (
  organisation_id uuid NOT NULL,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  result jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (organisation_id, key),
  CONSTRAINT idempotency_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (created_at);
CREATE POLICY tenant ON idempotency_key TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE imap_mailbox (
  name text NOT NULL,
  uid_validity bigint NOT NULL DEFAULT 0,
  last_uid bigint NOT NULL DEFAULT 0,
  tried_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  waiting integer NOT NULL DEFAULT 0,
  oldest_waiting_at timestamp with time zone,
  problem text,
  CONSTRAINT imap_mailbox_pkey PRIMARY KEY (name),
  CONSTRAINT imap_mailbox_last_uid_check CHECK ((last_uid >= 0)),
  CONSTRAINT imap_mailbox_name_check CHECK ((name <> ''::text)),
  CONSTRAINT imap_mailbox_problem_check CHECK ((problem = ANY (ARRAY['CONNECTION'::text, 'LOGIN'::text, 'FOLDER'::text, 'FAULT'::text]))),
  CONSTRAINT imap_mailbox_uid_validity_check CHECK ((uid_validity >= 0)),
  CONSTRAINT imap_mailbox_waiting_check CHECK ((waiting >= 0))
);
COMMENT ON TABLE imap_mailbox IS 'How far a mailbox of the installation was read, and how that went';
COMMENT ON COLUMN imap_mailbox.last_uid IS 'Up to which mail all are stored, or none of ours';
COMMENT ON COLUMN imap_mailbox.oldest_waiting_at IS 'When the first that waits to be read came there';
COMMENT ON COLUMN imap_mailbox.problem IS 'Why it can not be read now; null = it can';
COMMENT ON COLUMN imap_mailbox.read_at IS 'When it was last read to its end; null = never';
COMMENT ON COLUMN imap_mailbox.uid_validity IS 'With another one all its mails have other numbers, and are read anew';

CREATE TABLE inbound_message (
  id uuid NOT NULL DEFAULT uuidv7(),
  channel text NOT NULL,
  source text NOT NULL,
  provider_id text NOT NULL,
  raw bytea STORAGE EXTERNAL NOT NULL,
  from_key bytea,
  from_address text,
  envelope jsonb,
  to_address text NOT NULL DEFAULT ''::text,
  text text,
  hint text,
  part_ref text,
  part_number smallint,
  part_of smallint,
  sent_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'RECEIVED'::text,
  due_at timestamp with time zone,
  attempts smallint NOT NULL DEFAULT 0,
  parked_because text,
  outcome text,
  keyword text,
  why text[] NOT NULL DEFAULT '{}'::text[],
  remark text,
  organisation_id uuid,
  account_id uuid,
  address_book_id uuid,
  request_id uuid,
  double_opt_in_id uuid,
  recipient_id uuid,
  changed_at timestamp with time zone NOT NULL,
  changed_by text,
  CONSTRAINT inbound_message_pkey PRIMARY KEY (id),
  CONSTRAINT inbound_message_source_provider_id_key UNIQUE (source, provider_id),
  CONSTRAINT inbound_message_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT inbound_message_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT inbound_message_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT inbound_message_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT inbound_message_request_id_fkey FOREIGN KEY (request_id) REFERENCES opt_out_request(id),
  CONSTRAINT inbound_is_read_when_received CHECK (((state = 'RECEIVED'::text) = (due_at IS NOT NULL))),
  CONSTRAINT inbound_message_channel_check CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'SMS'::text]))),
  CONSTRAINT inbound_message_from_key_check CHECK ((length(from_key) = 32)),
  CONSTRAINT inbound_message_outcome_check CHECK ((outcome = ANY (ARRAY['OPT_OUT'::text, 'PAUSE'::text, 'BLOCK'::text, 'DOUBLE_OPT_IN'::text, 'CONFIRMATION'::text, 'ANSWER'::text, 'FORWARDED'::text, 'RETURNED'::text, 'NOTHING'::text]))),
  CONSTRAINT inbound_message_parked_because_check CHECK ((parked_because = ANY (ARRAY['UNREADABLE'::text, 'TOO_LONG'::text, 'TOO_LARGE'::text, 'NO_SENDER'::text, 'FAULT'::text]))),
  CONSTRAINT inbound_message_provider_id_check CHECK ((provider_id <> ''::text)),
  CONSTRAINT inbound_message_remark_check CHECK ((remark = ANY (ARRAY['OTHER_ADDRESS'::text, 'NOT_VOUCHED_FOR'::text, 'REPORT_NOT_VOUCHED_FOR'::text, 'REPORT'::text, 'AUTO_SUBMITTED'::text, 'NULL_RETURN_PATH'::text, 'LIST'::text, 'PRECEDENCE'::text, 'RESPONSE_SUPPRESSED'::text, 'RESPONDER'::text, 'FROM_ADIEU'::text, 'OWN_WORDS'::text, 'KEPT'::text, 'READ_THERE'::text, 'SHARE_IS_USED'::text, 'NOT_TO_BE_LEFT'::text, 'NO_FAILURE'::text, 'NO_COMPLAINT'::text, 'ASKED_ALREADY'::text]))),
  CONSTRAINT inbound_message_source_check CHECK ((source <> ''::text)),
  CONSTRAINT inbound_message_state_check CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'UNDERSTOOD'::text, 'PARKED'::text, 'JOINED'::text, 'DISMISSED'::text]))),
  CONSTRAINT inbound_part_is_whole CHECK ((num_nulls(part_ref, part_number, part_of) = ANY (ARRAY[0, 3]))),
  CONSTRAINT inbound_says_what_it_became CHECK (((state = 'UNDERSTOOD'::text) = (outcome IS NOT NULL)))
);
COMMENT ON TABLE inbound_message IS 'Stored before it is understood; taken away after a time of its own (retention)';
COMMENT ON COLUMN inbound_message.changed_by IS 'The member or key that looked at it last; null = the product itself';
COMMENT ON COLUMN inbound_message.due_at IS 'When it is to be read, or read again; null = never more';
COMMENT ON COLUMN inbound_message.envelope IS 'Of a mail: who handed it over and for whom it said it was (from, origin, helo), and what is kept of it as evidence';
COMMENT ON COLUMN inbound_message.from_address IS 'Whom it is from, to answer; goes with the row, and before it on erasure';
COMMENT ON COLUMN inbound_message.organisation_id IS 'Null where nobody here is meant: for the installation’s operators';
COMMENT ON COLUMN inbound_message.provider_id IS 'By which a repetition is known: the gateway’s id, or a hash where it gives none';
COMMENT ON COLUMN inbound_message.recipient_id IS 'Of what came back, and of an answer that nobody could read: whose mail it is of, so that their erasure takes it away';
COMMENT ON COLUMN inbound_message.remark IS 'Of a mail: what decided beside its words';
COMMENT ON COLUMN inbound_message.sent_at IS 'The gateway’s time, by which what comes out of order is put in order, a STOP for as long as gateways try again; never later than received_at';
COMMENT ON COLUMN inbound_message.source IS 'Which way it came: the gateway as the operator calls it';
COMMENT ON COLUMN inbound_message.why IS 'The words that decided, and by what rule each';
CREATE INDEX inbound_message_age ON public.inbound_message USING btree (received_at);
CREATE INDEX inbound_message_due ON public.inbound_message USING btree (due_at) WHERE (state = 'RECEIVED'::text);
CREATE INDEX inbound_message_from ON public.inbound_message USING btree (from_key, to_address, sent_at);
CREATE INDEX inbound_message_nobodys ON public.inbound_message USING btree (id) WHERE ((organisation_id IS NULL) AND (recipient_id IS NULL));
CREATE INDEX inbound_message_organisation ON public.inbound_message USING btree (organisation_id, id);
CREATE INDEX inbound_message_parked ON public.inbound_message USING btree (parked_because) WHERE (state = 'PARKED'::text);
CREATE INDEX inbound_message_recipient ON public.inbound_message USING btree (recipient_id) WHERE (recipient_id IS NOT NULL);
CREATE INDEX inbound_message_request ON public.inbound_message USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX inbound_message_strays ON public.inbound_message USING btree (received_at) WHERE ((organisation_id IS NULL) AND (state = 'PARKED'::text) AND (channel = 'EMAIL'::text));
CREATE INDEX inbound_message_waiting ON public.inbound_message USING btree (organisation_id, id) WHERE (state = 'PARKED'::text);
CREATE POLICY tenant ON inbound_message TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((account_id IS NULL) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = inbound_message.account_id)))) AND ((address_book_id IS NULL) OR (EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = inbound_message.address_book_id)))) AND ((request_id IS NULL) OR (EXISTS ( SELECT
   FROM opt_out_request p
  WHERE (p.id = inbound_message.request_id)))) AND ((recipient_id IS NULL) OR (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = inbound_message.recipient_id))))));

CREATE TABLE invitation (
  id uuid NOT NULL DEFAULT uuidv7(),
  member_id uuid NOT NULL,
  invited_by text NOT NULL,
  token_hash bytea,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_member_id_key UNIQUE (member_id),
  CONSTRAINT invitation_token_hash_key UNIQUE (token_hash),
  CONSTRAINT invitation_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT invitation_check CHECK ((expires_at > created_at)),
  CONSTRAINT invitation_invited_by_check CHECK ((invited_by <> ''::text))
);
COMMENT ON COLUMN invitation.invited_by IS 'Name of the member or key that invited; the mail says it';
CREATE INDEX invitation_ends ON public.invitation USING btree (expires_at);
CREATE POLICY tenant ON invitation TO adieu_tenant USING ((EXISTS ( SELECT
   FROM member p
  WHERE (p.id = invitation.member_id))));

CREATE TABLE leave_reason (
  id uuid NOT NULL DEFAULT uuidv7(),
  account_id uuid NOT NULL,
  "position" integer NOT NULL,
  texts jsonb NOT NULL,
  archived_at timestamp with time zone,
  key text NOT NULL,
  CONSTRAINT leave_reason_pkey PRIMARY KEY (id),
  CONSTRAINT leave_reason_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT reason_key CHECK ((key ~ '^[A-Z][A-Z0-9_]{0,39}$'::text))
);
COMMENT ON TABLE leave_reason IS 'An account''s own list, in the order it is shown; without rows the house''s list stands';
COMMENT ON COLUMN leave_reason.key IS 'A reason that is worded anew is another row with the same key: what was given keeps its words';
CREATE INDEX leave_reason_account ON public.leave_reason USING btree (account_id, "position") WHERE (archived_at IS NULL);
CREATE UNIQUE INDEX leave_reason_key ON public.leave_reason USING btree (account_id, key) WHERE (archived_at IS NULL);
CREATE POLICY tenant ON leave_reason TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = leave_reason.account_id))));

CREATE TABLE ledger_event (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  organisation_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  type text NOT NULL,
  request_id uuid,
  recipient_id uuid,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid NOT NULL,
  signal text,
  method text,
  policy_version integer,
  old_state text,
  new_state text,
  actor_kind text NOT NULL,
  actor text,
  reason text,
  detail jsonb,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  reason_salt bytea,
  reason_hash bytea,
  CONSTRAINT ledger_event_pkey PRIMARY KEY (id)
);
CREATE INDEX ledger_event_address ON public.ledger_event USING btree (address_key, channel, id);
CREATE INDEX ledger_event_request ON public.ledger_event USING btree (request_id, id);
CREATE INDEX ledger_event_tx ON public.ledger_event USING btree (tx, id);
CREATE TRIGGER ledger_event_append_only BEFORE DELETE OR UPDATE ON public.ledger_event FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER ledger_event_no_truncate BEFORE TRUNCATE ON public.ledger_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_event_reason BEFORE INSERT ON public.ledger_event FOR EACH ROW WHEN ((new.reason IS NOT NULL)) EXECUTE FUNCTION hash_ledger_reason();
CREATE POLICY tenant ON ledger_event TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE ledger_seal (
  sequence integer NOT NULL,
  floor_id bigint NOT NULL DEFAULT 0,
  max_id bigint NOT NULL,
  from_tx xid8 NOT NULL,
  from_id bigint NOT NULL,
  to_tx xid8 NOT NULL,
  to_id bigint NOT NULL,
  count integer NOT NULL,
  merkle_root bytea NOT NULL,
  previous_hash bytea NOT NULL,
  seal_hash bytea NOT NULL,
  leaf_hashes bytea NOT NULL,
  sealed_at timestamp with time zone NOT NULL,
  CONSTRAINT ledger_seal_pkey PRIMARY KEY (sequence),
  CONSTRAINT ledger_seal_floor_id_to_tx_to_id_key UNIQUE (floor_id, to_tx, to_id),
  CONSTRAINT ledger_seal_check CHECK ((length(leaf_hashes) = (32 * count))),
  CONSTRAINT ledger_seal_count_check CHECK ((count >= 1)),
  CONSTRAINT ledger_seal_merkle_root_check CHECK ((length(merkle_root) = 32)),
  CONSTRAINT ledger_seal_previous_hash_check CHECK ((length(previous_hash) = 32)),
  CONSTRAINT ledger_seal_seal_hash_check CHECK ((length(seal_hash) = 32)),
  CONSTRAINT ledger_seal_sequence_check CHECK ((sequence >= 1))
);
COMMENT ON COLUMN ledger_seal.floor_id IS 'Only events above this id. A dump restored into another cluster counts transactions anew: then a new order begins there';
COMMENT ON COLUMN ledger_seal.leaf_hashes IS 'The leaves of the tree, 32 bytes each, in order: they tell which event was changed, and make inclusion proofs';
CREATE TRIGGER ledger_seal_append_only BEFORE DELETE OR UPDATE ON public.ledger_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_seal_follows BEFORE INSERT ON public.ledger_seal FOR EACH ROW EXECUTE FUNCTION refuse_seal_out_of_chain();
CREATE TRIGGER ledger_seal_no_truncate BEFORE TRUNCATE ON public.ledger_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE list_file (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  sha256 bytea,
  uploaded_at timestamp with time zone NOT NULL,
  uploaded_by_kind text NOT NULL,
  uploaded_by text NOT NULL,
  CONSTRAINT list_file_pkey PRIMARY KEY (id),
  CONSTRAINT list_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT list_file_name_check CHECK ((name <> ''::text)),
  CONSTRAINT list_file_sha256_check CHECK ((length(sha256) = 32)),
  CONSTRAINT list_file_size_check CHECK ((size >= 0))
);
COMMENT ON TABLE list_file IS 'Here and not on a disc: who takes a file and who reads it may be different machines';
COMMENT ON COLUMN list_file.sha256 IS 'Null while it comes in: what broke off is never read';
CREATE INDEX list_file_age ON public.list_file USING btree (organisation_id, uploaded_at);
CREATE POLICY tenant ON list_file TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE list_file_chunk (
  file_id uuid NOT NULL,
  n integer NOT NULL,
  bytes bytea STORAGE EXTERNAL NOT NULL,
  CONSTRAINT list_file_chunk_pkey PRIMARY KEY (file_id, n),
  CONSTRAINT list_file_chunk_file_id_fkey FOREIGN KEY (file_id) REFERENCES list_file(id) ON DELETE CASCADE,
  CONSTRAINT list_file_chunk_n_check CHECK ((n >= 0))
);
CREATE POLICY tenant ON list_file_chunk TO adieu_tenant USING ((EXISTS ( SELECT
   FROM list_file p
  WHERE (p.id = list_file_chunk.file_id))));

CREATE TABLE list_import (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid,
  file_id uuid,
  file_name text NOT NULL,
  file_sha256 bytea NOT NULL,
  kind text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid NOT NULL,
  state text NOT NULL,
  failure text,
  shape jsonb,
  mapping jsonb,
  counts jsonb NOT NULL DEFAULT '{}'::jsonb,
  rows_read bigint NOT NULL DEFAULT 0,
  chunks integer NOT NULL DEFAULT 0,
  asked_by_kind text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  CONSTRAINT list_import_pkey PRIMARY KEY (id),
  CONSTRAINT list_import_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT list_import_file_id_fkey FOREIGN KEY (file_id) REFERENCES list_file(id) ON DELETE SET NULL,
  CONSTRAINT list_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT list_import_check CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['FINISHED'::text, 'CANCELLED'::text, 'FAILED'::text])))),
  CONSTRAINT list_import_check1 CHECK (((failure IS NOT NULL) = (state = 'FAILED'::text))),
  CONSTRAINT list_import_check2 CHECK (((kind = 'OPT_OUTS'::text) OR (scope_kind = 'BOOK'::text))),
  CONSTRAINT list_import_file_sha256_check CHECK ((length(file_sha256) = 32)),
  CONSTRAINT list_import_kind_check CHECK ((kind = ANY (ARRAY['OPT_OUTS'::text, 'CONTACTS'::text]))),
  CONSTRAINT list_import_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['TOPIC'::text, 'BOOK'::text, 'ACCOUNT'::text, 'ORGANISATION'::text]))),
  CONSTRAINT list_import_state_check CHECK ((state = ANY (ARRAY['UPLOADED'::text, 'LOOKED'::text, 'MAPPED'::text, 'COUNTED'::text, 'RUNNING'::text, 'FINISHED'::text, 'CANCELLED'::text, 'FAILED'::text])))
);
COMMENT ON TABLE list_import IS 'Who imported which file to what, and what came of it: it speaks for each opt-out that it brought';
COMMENT ON COLUMN list_import.account_id IS 'That its scope lies in; null for the whole organisation';
COMMENT ON COLUMN list_import.chunks IS 'How many chunks its rows were told apart into; each is marked when it was carried out';
COMMENT ON COLUMN list_import.scope_id IS 'What opt-outs are of, before they are widened; of contacts their book';
CREATE INDEX list_import_age ON public.list_import USING btree (organisation_id, id);
CREATE INDEX list_import_file ON public.list_import USING btree (file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX list_import_under_way ON public.list_import USING btree (changed_at) WHERE (ended_at IS NULL);
CREATE POLICY tenant ON list_import TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((account_id IS NULL) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = list_import.account_id)))) AND ((file_id IS NULL) OR (EXISTS ( SELECT
   FROM list_file p
  WHERE (p.id = list_import.file_id))))));

CREATE TABLE list_import_chunk (
  import_id uuid NOT NULL,
  n integer NOT NULL,
  from_bucket integer NOT NULL,
  before_bucket integer NOT NULL,
  addresses bigint NOT NULL,
  counts jsonb,
  CONSTRAINT list_import_chunk_pkey PRIMARY KEY (import_id, n),
  CONSTRAINT list_import_chunk_import_id_fkey FOREIGN KEY (import_id) REFERENCES list_import(id) ON DELETE CASCADE
);
COMMENT ON COLUMN list_import_chunk.counts IS 'What became of it, written with it; null while it is to be done';
CREATE POLICY tenant ON list_import_chunk TO adieu_tenant USING ((EXISTS ( SELECT
   FROM list_import p
  WHERE (p.id = list_import_chunk.import_id))));

CREATE TABLE list_import_remark (
  import_id uuid NOT NULL,
  n bigint NOT NULL,
  "position" integer NOT NULL DEFAULT 0,
  place text NOT NULL,
  rejected boolean NOT NULL,
  field text,
  value text,
  reason text NOT NULL,
  remedy text,
  CONSTRAINT list_import_remark_pkey PRIMARY KEY (import_id, n, "position"),
  CONSTRAINT list_import_remark_import_id_fkey FOREIGN KEY (import_id) REFERENCES list_import(id) ON DELETE CASCADE
);
COMMENT ON COLUMN list_import_remark.value IS 'Masked: it may be what is left of an address';
CREATE POLICY tenant ON list_import_remark TO adieu_tenant USING ((EXISTS ( SELECT
   FROM list_import p
  WHERE (p.id = list_import_remark.import_id))));

CREATE TABLE list_import_row (
  import_id uuid NOT NULL,
  n bigint NOT NULL,
  "position" integer NOT NULL,
  bucket integer NOT NULL,
  channel text NOT NULL,
  address_key bytea NOT NULL,
  address text NOT NULL,
  person jsonb,
  CONSTRAINT list_import_row_pkey PRIMARY KEY (import_id, bucket, n, "position"),
  CONSTRAINT list_import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES list_import(id) ON DELETE CASCADE
);
COMMENT ON TABLE list_import_row IS 'Addresses of rows that were taken, on their way; gone when the import has ended';
COMMENT ON COLUMN list_import_row.bucket IS 'Of opt-outs by the beginning of the key: a chunk is a stretch of all indexes by key';

CREATE TABLE machine_signal (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  message_id uuid,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL,
  sha256 bytea NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  request_id uuid,
  CONSTRAINT machine_signal_pkey PRIMARY KEY (id),
  CONSTRAINT machine_signal_recipient_id_kind_sha256_key UNIQUE (recipient_id, kind, sha256),
  CONSTRAINT machine_signal_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id),
  CONSTRAINT machine_signal_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT machine_signal_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT machine_signal_request_id_fkey FOREIGN KEY (request_id) REFERENCES opt_out_request(id),
  CONSTRAINT machine_signal_kind_check CHECK ((kind = ANY (ARRAY['HARD_BOUNCE'::text, 'SOFT_BOUNCE'::text, 'REFUSAL'::text, 'INACTIVITY'::text, 'LINK_SCANNER'::text, 'AUTO_REPLY'::text, 'FEEDBACK'::text]))),
  CONSTRAINT machine_signal_sha256_check CHECK ((length(sha256) = 32))
);
COMMENT ON TABLE machine_signal IS 'No wish: opens nothing until an admin says so. Kept as long as evidence';
COMMENT ON COLUMN machine_signal.request_id IS 'The request that an admin made of it';
CREATE INDEX machine_signal_age ON public.machine_signal USING btree (organisation_id, at);
CREATE INDEX machine_signal_bounce ON public.machine_signal USING btree (message_id) WHERE (kind = ANY (ARRAY['HARD_BOUNCE'::text, 'SOFT_BOUNCE'::text, 'REFUSAL'::text]));
CREATE INDEX machine_signal_list ON public.machine_signal USING btree (organisation_id, id);
CREATE POLICY tenant ON machine_signal TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((message_id IS NULL) OR (EXISTS ( SELECT
   FROM message p
  WHERE (p.id = machine_signal.message_id)))) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = machine_signal.recipient_id))) AND ((request_id IS NULL) OR (EXISTS ( SELECT
   FROM opt_out_request p
  WHERE (p.id = machine_signal.request_id))))));

CREATE TABLE mail_limit (
  name text NOT NULL,
  met bigint NOT NULL,
  CONSTRAINT mail_limit_pkey PRIMARY KEY (name),
  CONSTRAINT mail_limit_met_check CHECK ((met >= 0)),
  CONSTRAINT mail_limit_name_check CHECK ((name = ANY (ARRAY['CONNECTIONS'::text, 'MAILS'::text, 'ADDRESSES'::text, 'STRAYS'::text, 'UNREADABLE'::text])))
);
COMMENT ON TABLE mail_limit IS 'How often a limit was met where mails come in, since the installation began';

CREATE TABLE member (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  digest_seconds integer NOT NULL DEFAULT 86400,
  active boolean NOT NULL DEFAULT true,
  last_digest_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  weekly_report boolean NOT NULL DEFAULT true,
  accepted_at timestamp with time zone,
  CONSTRAINT member_pkey PRIMARY KEY (id),
  CONSTRAINT member_once UNIQUE (organisation_id, email),
  CONSTRAINT member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT member_digest_seconds_check CHECK (((digest_seconds >= 60) AND (digest_seconds <= 2592000))),
  CONSTRAINT member_email_check CHECK ((email <> ''::text)),
  CONSTRAINT member_name_check CHECK ((name <> ''::text))
);
COMMENT ON COLUMN member.accepted_at IS 'When they proved that the address is theirs; null: invited, and told of nothing yet';
COMMENT ON COLUMN member.last_digest_at IS 'When their last digest was claimed: the next may be a period later';
COMMENT ON COLUMN member.weekly_report IS 'Whether the mail with the figures of each week is wanted';
CREATE POLICY tenant ON member TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE member_identity (
  id uuid NOT NULL DEFAULT uuidv7(),
  member_id uuid NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT member_identity_pkey PRIMARY KEY (id),
  CONSTRAINT member_identity_once UNIQUE (member_id, issuer),
  CONSTRAINT member_identity_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT member_identity_issuer_check CHECK ((issuer <> ''::text)),
  CONSTRAINT member_identity_subject_check CHECK ((subject <> ''::text))
);
COMMENT ON TABLE member_identity IS 'By whom an OpenID provider knows a member: bound at the first sign-in, and not by the mail address any more';
CREATE INDEX member_identity_subject ON public.member_identity USING btree (issuer, subject);
CREATE POLICY tenant ON member_identity TO adieu_tenant USING ((EXISTS ( SELECT
   FROM member p
  WHERE (p.id = member_identity.member_id))));

CREATE TABLE member_role (
  id uuid NOT NULL DEFAULT uuidv7(),
  member_id uuid NOT NULL,
  role text NOT NULL,
  account_id uuid,
  CONSTRAINT member_role_pkey PRIMARY KEY (id),
  CONSTRAINT member_role_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT member_role_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT member_role_role_check CHECK ((role = ANY (ARRAY['ADMIN'::text, 'REVIEWER'::text, 'CAMPAIGNER'::text, 'AUDITOR'::text])))
);
COMMENT ON COLUMN member_role.account_id IS 'Null: for every account of the organisation, and what belongs to none';
CREATE INDEX member_role_account ON public.member_role USING btree (account_id);
CREATE UNIQUE INDEX member_role_all ON public.member_role USING btree (member_id, role) WHERE (account_id IS NULL);
CREATE UNIQUE INDEX member_role_once ON public.member_role USING btree (member_id, role, account_id);
CREATE POLICY tenant ON member_role TO adieu_tenant USING ((EXISTS ( SELECT
   FROM member p
  WHERE (p.id = member_role.member_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM member p
  WHERE (p.id = member_role.member_id))) AND ((account_id IS NULL) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = member_role.account_id))))));

CREATE TABLE member_session (
  id uuid NOT NULL DEFAULT uuidv7(),
  member_id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  means text NOT NULL,
  user_agent text,
  created_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT member_session_pkey PRIMARY KEY (id),
  CONSTRAINT member_session_secret_hash_key UNIQUE (secret_hash),
  CONSTRAINT member_session_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT member_session_check CHECK ((expires_at > created_at)),
  CONSTRAINT member_session_means_check CHECK ((means = ANY (ARRAY['MAIL'::text, 'INVITATION'::text, 'OIDC'::text])))
);
COMMENT ON COLUMN member_session.expires_at IS 'Its end, however much it is used; unused it ends before';
CREATE INDEX member_session_ends ON public.member_session USING btree (expires_at);
CREATE INDEX member_session_member ON public.member_session USING btree (member_id, created_at);
CREATE POLICY tenant ON member_session TO adieu_tenant USING ((EXISTS ( SELECT
   FROM member p
  WHERE (p.id = member_session.member_id))));

CREATE TABLE message (
  id uuid NOT NULL DEFAULT uuidv7(),
  campaign_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  contact_id uuid,
  state text NOT NULL DEFAULT 'QUEUED'::text,
  attempts smallint NOT NULL DEFAULT 0,
  due_at timestamp with time zone NOT NULL,
  lease_until timestamp with time zone,
  changed_at timestamp with time zone NOT NULL,
  stopped_by text,
  outcome text,
  left_early_at timestamp with time zone,
  carried_by uuid,
  throttled_domain text NOT NULL DEFAULT ''::text,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_campaign_id_recipient_id_key UNIQUE (campaign_id, recipient_id),
  CONSTRAINT message_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  CONSTRAINT message_carried_by_fkey FOREIGN KEY (carried_by) REFERENCES message(id),
  CONSTRAINT message_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  CONSTRAINT message_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'HANDING_OVER'::text, 'HELD'::text, 'SENT'::text, 'STOPPED'::text, 'FAILED'::text, 'UNKNOWN'::text]))),
  CONSTRAINT message_stopped_by_check CHECK ((stopped_by = ANY (ARRAY['CONTACT_REMOVED'::text, 'ARCHIVED'::text, 'OPTED_OUT'::text, 'PAUSED'::text, 'SENDER_BLOCKED'::text, 'UNDELIVERABLE'::text, 'SIGN_UP_UNCONFIRMED'::text, 'SNOOZED'::text, 'FREQUENCY_CAP'::text, 'CANCELLED'::text]))),
  CONSTRAINT stopped_says_why CHECK (
CASE state
    WHEN 'STOPPED'::text THEN (stopped_by IS NOT NULL)
    WHEN 'HELD'::text THEN true
    ELSE (stopped_by IS NULL)
END)
) WITH (fillfactor=70);
COMMENT ON COLUMN message.carried_by IS 'Of what was held: the message whose link and addresses its mail had; its own id where that is this one';
COMMENT ON COLUMN message.left_early_at IS 'Its recipient left within seconds of its hand-over; each is counted once';
COMMENT ON COLUMN message.outcome IS 'What the mail server said last, without addresses';
COMMENT ON COLUMN message.stopped_by IS 'Why the gate stopped or holds it (domain: MESSAGE_STOPS); null where it may go';
COMMENT ON COLUMN message.throttled_domain IS 'The throttled domain whose rate limit it waits for';
CREATE INDEX message_carried ON public.message USING btree (carried_by) WHERE (carried_by IS NOT NULL);
CREATE INDEX message_failed ON public.message USING btree (changed_at) WHERE (state = ANY (ARRAY['FAILED'::text, 'UNKNOWN'::text]));
CREATE INDEX message_held ON public.message USING btree (due_at, id) WHERE (state = 'HELD'::text);
CREATE INDEX message_held_recipient ON public.message USING btree (recipient_id) WHERE (state = 'HELD'::text);
CREATE INDEX message_open ON public.message USING btree (campaign_id, throttled_domain, due_at, id) WHERE (state = ANY (ARRAY['QUEUED'::text, 'HANDING_OVER'::text]));
CREATE INDEX message_recipient ON public.message USING btree (recipient_id) WHERE (state = 'HANDING_OVER'::text);
CREATE INDEX message_stopped ON public.message USING btree (changed_at) INCLUDE (campaign_id, stopped_by) WHERE (state = 'STOPPED'::text);
CREATE TRIGGER message_exceeds_frequency BEFORE UPDATE ON public.message FOR EACH ROW WHEN (((new.state = 'STOPPED'::text) AND (new.stopped_by = 'FREQUENCY_CAP'::text) AND (old.state <> 'STOPPED'::text))) EXECUTE FUNCTION hold_message();
CREATE POLICY tenant ON message TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = message.campaign_id))));

CREATE TABLE migration (
  id integer NOT NULL DEFAULT nextval('migration_id_seq'::regclass),
  name character varying(255) NOT NULL,
  executed_at timestamp(6) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  CONSTRAINT migration_pkey PRIMARY KEY (id)
);

CREATE TABLE opt_out_evidence (
  request_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  detail jsonb NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  sha256 bytea,
  path text,
  origin text,
  headers jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT opt_out_evidence_pkey PRIMARY KEY (request_id, id),
  CONSTRAINT opt_out_evidence_request_id_fkey FOREIGN KEY (request_id) REFERENCES opt_out_request(id) ON DELETE CASCADE,
  CONSTRAINT opt_out_evidence_kind_check CHECK ((kind = ANY (ARRAY['ONE_CLICK'::text, 'PAGE'::text, 'MAIL'::text, 'SMS'::text, 'REPORT'::text, 'API'::text, 'NOTE'::text, 'MACHINE'::text, 'IMPORT'::text]))),
  CONSTRAINT opt_out_evidence_sha256_check CHECK ((length(sha256) = 32))
);
COMMENT ON TABLE opt_out_evidence IS 'Apart from the request: it may hold origins and browsers, and is kept for a shorter time';
COMMENT ON COLUMN opt_out_evidence.origin IS 'IP address; goes before the rest (organisation.origin_retention)';
COMMENT ON COLUMN opt_out_evidence.path IS 'As a pattern: /u/:token';
COMMENT ON COLUMN opt_out_evidence.sha256 IS 'Of what came in, as it came: body and kept headers, without the token';
CREATE INDEX opt_out_evidence_age ON public.opt_out_evidence USING btree (organisation_id, at);
CREATE INDEX opt_out_evidence_note ON public.opt_out_evidence USING gin (fold_text((detail ->> 'note'::text)) gin_trgm_ops) WHERE ((detail ->> 'note'::text) IS NOT NULL);
CREATE INDEX opt_out_evidence_origin_age ON public.opt_out_evidence USING btree (organisation_id, at) WHERE (origin IS NOT NULL);
CREATE TRIGGER opt_out_evidence_unchanged BEFORE UPDATE ON public.opt_out_evidence FOR EACH ROW EXECUTE FUNCTION refuse_changed_evidence();
CREATE POLICY tenant ON opt_out_evidence TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE opt_out_exemption (
  id uuid NOT NULL DEFAULT uuidv7(),
  address_book_id uuid NOT NULL,
  exempt boolean NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  reason text NOT NULL,
  CONSTRAINT opt_out_exemption_pkey PRIMARY KEY (id),
  CONSTRAINT opt_out_exemption_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT opt_out_exemption_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT opt_out_exemption_reason_check CHECK ((btrim(reason) <> ''::text))
);
COMMENT ON TABLE opt_out_exemption IS 'Each beginning and end of an exemption (A1): an operator’s act';
CREATE INDEX opt_out_exemption_book ON public.opt_out_exemption USING btree (address_book_id, id);
CREATE TRIGGER opt_out_exemption_append_only BEFORE DELETE OR UPDATE ON public.opt_out_exemption FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER opt_out_exemption_kept AFTER INSERT ON public.opt_out_exemption FOR EACH ROW EXECUTE FUNCTION keep_exemption();
CREATE TRIGGER opt_out_exemption_no_truncate BEFORE TRUNCATE ON public.opt_out_exemption FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY tenant ON opt_out_exemption TO adieu_tenant USING ((EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = opt_out_exemption.address_book_id))));

CREATE TABLE opt_out_policy (
  address_book_id uuid,
  version integer NOT NULL,
  mode text NOT NULL,
  review_seconds integer NOT NULL,
  on_timeout text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  account_id uuid,
  organisation_id uuid,
  purpose text NOT NULL,
  remind_before_seconds integer[] NOT NULL DEFAULT '{86400}'::integer[],
  tell uuid[] NOT NULL DEFAULT '{}'::uuid[],
  reason text,
  reactivation text NOT NULL DEFAULT 'RECIPIENT'::text,
  dropped boolean NOT NULL DEFAULT false,
  owner_kind text NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN (address_book_id IS NOT NULL) THEN 'BOOK'::text
    WHEN (account_id IS NOT NULL) THEN 'ACCOUNT'::text
    WHEN (organisation_id IS NOT NULL) THEN 'ORGANISATION'::text
    ELSE 'INSTALLATION'::text
END) STORED,
  owner_id uuid NOT NULL GENERATED ALWAYS AS (COALESCE(address_book_id, account_id, organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)) STORED,
  owner_rank smallint NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN (address_book_id IS NOT NULL) THEN 1
    WHEN (account_id IS NOT NULL) THEN 2
    WHEN (organisation_id IS NOT NULL) THEN 3
    ELSE 4
END) STORED,
  CONSTRAINT opt_out_policy_pkey PRIMARY KEY (owner_id, purpose, version),
  CONSTRAINT opt_out_policy_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT opt_out_policy_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT opt_out_policy_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT marketing_never_reverts CHECK ((NOT ((purpose = 'MARKETING'::text) AND (on_timeout = 'REVERT'::text)))),
  CONSTRAINT marketing_returns_by_recipient CHECK ((NOT ((purpose = 'MARKETING'::text) AND (reactivation = 'CONTROLLER'::text)))),
  CONSTRAINT one_owner CHECK ((num_nonnulls(address_book_id, account_id, organisation_id) <= 1)),
  CONSTRAINT opt_out_policy_mode_check CHECK ((mode = ANY (ARRAY['AT_ONCE'::text, 'REVIEW'::text]))),
  CONSTRAINT opt_out_policy_on_timeout_check CHECK ((on_timeout = ANY (ARRAY['OPT_OUT'::text, 'REVERT'::text]))),
  CONSTRAINT opt_out_policy_purpose_check CHECK ((purpose = ANY (ARRAY['MARKETING'::text, 'SERVICE'::text]))),
  CONSTRAINT opt_out_policy_reactivation_check CHECK ((reactivation = ANY (ARRAY['RECIPIENT'::text, 'CONTROLLER'::text]))),
  CONSTRAINT opt_out_policy_review_seconds_check CHECK ((review_seconds >= 1)),
  CONSTRAINT opt_out_policy_version_check CHECK ((version >= 1)),
  CONSTRAINT the_house_keeps_its_own CHECK (((NOT dropped) OR (owner_kind <> 'INSTALLATION'::text)))
);
COMMENT ON TABLE opt_out_policy IS 'Versions are only added: a request keeps the one it was judged by';
COMMENT ON COLUMN opt_out_policy.dropped IS 'Its owner has none from this version on, and follows the next in the chain; the rest repeats the version before';
COMMENT ON COLUMN opt_out_policy.owner_id IS 'Book, account, organisation, or the nil uuid for the installation';
COMMENT ON COLUMN opt_out_policy.owner_rank IS 'Of owners that have a policy, the lowest rank’s counts';
COMMENT ON COLUMN opt_out_policy.reason IS 'Why it was set, in the words of whoever set it (W-5)';
COMMENT ON COLUMN opt_out_policy.tell IS 'members; empty = everybody';
CREATE INDEX opt_out_policy_dropped ON public.opt_out_policy USING btree (owner_id, purpose, version) WHERE dropped;
CREATE TRIGGER opt_out_policy_append_only BEFORE DELETE OR UPDATE ON public.opt_out_policy FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER opt_out_policy_no_truncate BEFORE TRUNCATE ON public.opt_out_policy FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY installation ON opt_out_policy FOR SELECT TO adieu_tenant USING ((owner_kind = 'INSTALLATION'::text));
CREATE POLICY refers ON opt_out_policy FOR INSERT TO adieu_tenant WITH CHECK ((NOT (EXISTS ( SELECT
   FROM unnest(opt_out_policy.tell) t(id)
  WHERE (NOT (EXISTS ( SELECT
           FROM member p
          WHERE (p.id = t.id))))))));
CREATE POLICY tenant ON opt_out_policy TO adieu_tenant USING (
CASE
    WHEN (address_book_id IS NOT NULL) THEN (EXISTS ( SELECT
       FROM address_book p
      WHERE (p.id = opt_out_policy.address_book_id)))
    WHEN (account_id IS NOT NULL) THEN (EXISTS ( SELECT
       FROM account p
      WHERE (p.id = opt_out_policy.account_id)))
    ELSE (organisation_id = ( SELECT tenant() AS tenant))
END);

CREATE TABLE opt_out_request (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid,
  list_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid NOT NULL,
  purpose text NOT NULL,
  address_book_id uuid,
  campaign_id uuid,
  message_id uuid,
  signal text NOT NULL,
  method text NOT NULL,
  state text NOT NULL,
  received_at timestamp with time zone NOT NULL,
  deadline timestamp with time zone,
  on_timeout text,
  policy_version integer NOT NULL,
  decided_at timestamp with time zone,
  decided_by_kind text,
  decided_by text,
  decision_reason text,
  reason_text text,
  settled_at timestamp with time zone,
  notified_at timestamp with time zone,
  policy_owner_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
  requested_scope_kind text,
  requested_scope_id uuid,
  attribution text,
  all_channels boolean NOT NULL DEFAULT false,
  voices text[] NOT NULL DEFAULT '{}'::text[],
  suspicion text,
  quarantine_id uuid,
  CONSTRAINT opt_out_request_pkey PRIMARY KEY (id),
  CONSTRAINT opt_out_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT opt_out_request_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT opt_out_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT opt_out_request_quarantine_id_fkey FOREIGN KEY (quarantine_id) REFERENCES quarantine(id),
  CONSTRAINT opt_out_request_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT marketing_never_reverts CHECK ((NOT ((purpose = 'MARKETING'::text) AND (on_timeout = 'REVERT'::text)))),
  CONSTRAINT opt_out_request_attribution_check CHECK ((attribution = ANY (ARRAY['BOOK'::text, 'FILTERED'::text, 'BY_HAND'::text]))),
  CONSTRAINT opt_out_request_check CHECK (((state <> 'PENDING'::text) OR ((deadline IS NOT NULL) AND (on_timeout IS NOT NULL)))),
  CONSTRAINT opt_out_request_check1 CHECK (((suspicion IS NULL) = (quarantine_id IS NULL))),
  CONSTRAINT opt_out_request_on_timeout_check CHECK ((on_timeout = ANY (ARRAY['OPT_OUT'::text, 'REVERT'::text]))),
  CONSTRAINT opt_out_request_purpose_check CHECK ((purpose = ANY (ARRAY['MARKETING'::text, 'SERVICE'::text]))),
  CONSTRAINT opt_out_request_requested_scope_kind_check CHECK ((requested_scope_kind = ANY (ARRAY['TOPIC'::text, 'BOOK'::text, 'ACCOUNT'::text, 'ORGANISATION'::text]))),
  CONSTRAINT opt_out_request_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['TOPIC'::text, 'BOOK'::text, 'ACCOUNT'::text, 'ORGANISATION'::text]))),
  CONSTRAINT opt_out_request_signal_check CHECK ((signal = ANY (ARRAY['CLEAR'::text, 'UNCLEAR'::text]))),
  CONSTRAINT opt_out_request_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'CONFIRMED'::text, 'DECLINED'::text, 'REVERTED'::text, 'WITHDRAWN'::text, 'LIFTED'::text]))),
  CONSTRAINT opt_out_request_suspicion_check CHECK ((suspicion = 'BURST'::text))
);
COMMENT ON COLUMN opt_out_request.attribution IS 'How the message came whose link was used (B6); null where there was none';
COMMENT ON COLUMN opt_out_request.policy_owner_id IS 'Whose policy it was judged by (opt_out_policy.owner_id), at policy_version';
COMMENT ON COLUMN opt_out_request.requested_scope_id IS 'What was asked for, before it was widened; null where nobody kept it';
COMMENT ON COLUMN opt_out_request.settled_at IS 'When its workflow had done all that follows; the reconciler looks for those without';
COMMENT ON COLUMN opt_out_request.voices IS 'Marks of the different wishes that met in it: the same one again writes nothing';
CREATE INDEX opt_out_request_by_time ON public.opt_out_request USING btree (organisation_id, received_at, id);
CREATE INDEX opt_out_request_campaign ON public.opt_out_request USING btree (campaign_id, received_at) WHERE (campaign_id IS NOT NULL);
CREATE INDEX opt_out_request_deadline ON public.opt_out_request USING btree (organisation_id, deadline, id) WHERE (deadline IS NOT NULL);
CREATE INDEX opt_out_request_decided ON public.opt_out_request USING btree (organisation_id, decided_at, id) WHERE (decided_at IS NOT NULL);
CREATE INDEX opt_out_request_decided_by ON public.opt_out_request USING btree (organisation_id, decided_by, decided_at, id) WHERE (decided_by IS NOT NULL);
CREATE UNIQUE INDEX opt_out_request_in_force ON public.opt_out_request USING btree (address_key, list_id, channel, scope_id) WHERE (state = ANY (ARRAY['PENDING'::text, 'CONFIRMED'::text]));
CREATE INDEX opt_out_request_pending ON public.opt_out_request USING btree (organisation_id, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_account ON public.opt_out_request USING btree (organisation_id, account_id, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_book ON public.opt_out_request USING btree (organisation_id, address_book_id, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_campaign ON public.opt_out_request USING btree (organisation_id, campaign_id, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_method ON public.opt_out_request USING btree (organisation_id, method, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_purpose ON public.opt_out_request USING btree (organisation_id, purpose, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_received ON public.opt_out_request USING btree (organisation_id, received_at, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_scope ON public.opt_out_request USING btree (organisation_id, scope_id, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_scope_kind ON public.opt_out_request USING btree (organisation_id, scope_kind, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_pending_signal ON public.opt_out_request USING btree (organisation_id, signal, deadline, id) WHERE (state = 'PENDING'::text);
CREATE INDEX opt_out_request_quarantine ON public.opt_out_request USING btree (quarantine_id, id) WHERE (quarantine_id IS NOT NULL);
CREATE INDEX opt_out_request_reasons ON public.opt_out_request USING gin (fold_text(((COALESCE(reason_text, ''::text) || ' '::text) || COALESCE(decision_reason, ''::text))) gin_trgm_ops) WHERE ((reason_text IS NOT NULL) OR (decision_reason IS NOT NULL));
CREATE INDEX opt_out_request_recipient ON public.opt_out_request USING btree (recipient_id);
CREATE INDEX opt_out_request_unsettled ON public.opt_out_request USING btree (id) WHERE (settled_at IS NULL);
CREATE TRIGGER opt_out_request_judged_once BEFORE UPDATE OF purpose, policy_owner_id, policy_version ON public.opt_out_request FOR EACH ROW WHEN ((((old.purpose IS DISTINCT FROM new.purpose) OR (old.policy_owner_id IS DISTINCT FROM new.policy_owner_id)) OR (old.policy_version IS DISTINCT FROM new.policy_version))) EXECUTE FUNCTION refuse_other_judgement();
CREATE TRIGGER opt_out_request_transition BEFORE UPDATE OF state ON public.opt_out_request FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION refuse_transition();
CREATE POLICY refers ON opt_out_request FOR INSERT TO adieu_tenant WITH CHECK ((((list_id = ( SELECT tenant() AS tenant)) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = opt_out_request.list_id)))) AND ((campaign_id IS NULL) OR (EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = opt_out_request.campaign_id))))));
CREATE POLICY tenant ON opt_out_request TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((account_id IS NULL) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = opt_out_request.account_id)))) AND ((address_book_id IS NULL) OR (EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = opt_out_request.address_book_id)))) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = opt_out_request.recipient_id)))));

CREATE TABLE organisation (
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  deleted_at timestamp with time zone,
  widening text NOT NULL DEFAULT 'NONE'::text,
  evidence_retention text NOT NULL DEFAULT 'P3Y'::text,
  origin_retention text NOT NULL DEFAULT 'P90D'::text,
  keeps_origins boolean NOT NULL DEFAULT true,
  proof_retention_days integer,
  CONSTRAINT organisation_pkey PRIMARY KEY (id),
  CONSTRAINT organisation_evidence_retention_check CHECK ((evidence_retention ~ '^P(\d+[YMWD])+$'::text)),
  CONSTRAINT organisation_name_check CHECK ((name <> ''::text)),
  CONSTRAINT organisation_origin_retention_check CHECK ((origin_retention ~ '^P(\d+[YMWD])+$'::text)),
  CONSTRAINT organisation_proof_retention_days_check CHECK (((proof_retention_days >= 365) AND (proof_retention_days <= 36525))),
  CONSTRAINT organisation_widening_check CHECK ((widening = ANY (ARRAY['NONE'::text, 'ACCOUNT'::text, 'ORGANISATION'::text])))
);
COMMENT ON COLUMN organisation.proof_retention_days IS 'After a consent ended; null = as long as the law of its account’s country';
COMMENT ON COLUMN organisation.widening IS 'How far an opt-out of a topic or marketing book counts (F9, D6); applied as it is recorded';
CREATE POLICY tenant ON organisation TO adieu_tenant USING ((id = ( SELECT tenant() AS tenant)));

CREATE TABLE outbox (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  message jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  due_at timestamp with time zone NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_due ON public.outbox USING btree (due_at, id);

CREATE TABLE planned_decision (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  member_id uuid NOT NULL,
  decision text NOT NULL,
  reason text,
  planned_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT planned_decision_pkey PRIMARY KEY (id),
  CONSTRAINT planned_decision_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT planned_decision_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT a_decline_has_a_reason CHECK (((decision = 'CONFIRM'::text) OR (btrim(reason) <> ''::text))),
  CONSTRAINT planned_decision_check CHECK (((state = 'PLANNED'::text) = (ended_at IS NULL))),
  CONSTRAINT planned_decision_decision_check CHECK ((decision = ANY (ARRAY['CONFIRM'::text, 'DECLINE'::text]))),
  CONSTRAINT planned_decision_state_check CHECK ((state = ANY (ARRAY['PLANNED'::text, 'UNDONE'::text, 'CARRIED_OUT'::text])))
);
CREATE INDEX planned_decision_ended ON public.planned_decision USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX planned_decision_open ON public.planned_decision USING btree (id) WHERE (state = 'PLANNED'::text);
CREATE INDEX planned_decision_person ON public.planned_decision USING btree (member_id, id);
CREATE TRIGGER planned_decision_ends_once BEFORE UPDATE ON public.planned_decision FOR EACH ROW WHEN ((old.state <> 'PLANNED'::text)) EXECUTE FUNCTION refuse_second_end();
CREATE POLICY tenant ON planned_decision TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM member p
  WHERE (p.id = planned_decision.member_id)))));

CREATE TABLE planned_decision_item (
  planned_decision_id uuid NOT NULL,
  request_id uuid NOT NULL,
  carried_out_at timestamp with time zone,
  refused text,
  CONSTRAINT planned_decision_item_pkey PRIMARY KEY (planned_decision_id, request_id),
  CONSTRAINT planned_decision_item_planned_decision_id_fkey FOREIGN KEY (planned_decision_id) REFERENCES planned_decision(id) ON DELETE CASCADE,
  CONSTRAINT planned_decision_item_request_id_fkey FOREIGN KEY (request_id) REFERENCES opt_out_request(id) ON DELETE CASCADE,
  CONSTRAINT planned_decision_item_check CHECK (((carried_out_at IS NULL) OR (refused IS NULL)))
);
COMMENT ON COLUMN planned_decision_item.refused IS 'Why this one was not decided; the others were';
CREATE INDEX planned_decision_item_request ON public.planned_decision_item USING btree (request_id);
CREATE POLICY tenant ON planned_decision_item TO adieu_tenant USING ((EXISTS ( SELECT
   FROM planned_decision p
  WHERE (p.id = planned_decision_item.planned_decision_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM planned_decision p
  WHERE (p.id = planned_decision_item.planned_decision_id))) AND (EXISTS ( SELECT
   FROM opt_out_request p
  WHERE (p.id = planned_decision_item.request_id)))));

CREATE TABLE platform_block (
  short_code text NOT NULL,
  address_key bytea NOT NULL,
  since timestamp with time zone NOT NULL,
  organisation_id uuid,
  address_book_id uuid,
  returned_to uuid[],
  CONSTRAINT platform_block_pkey PRIMARY KEY (address_key, short_code),
  CONSTRAINT platform_block_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT platform_block_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT platform_block_address_key_check CHECK ((length(address_key) = 32)),
  CONSTRAINT platform_block_returned_to_check CHECK ((returned_to <> '{}'::uuid[])),
  CONSTRAINT platform_block_short_code_check CHECK ((short_code ~ '^\d{3,6}$'::text))
);
COMMENT ON TABLE platform_block IS 'Who wrote STOP to a short code that accounts share (A8): nothing more goes to them from it, whoever sends';
COMMENT ON COLUMN platform_block.address_book_id IS 'Through which the number was written to last: a tag, no member of its list';
COMMENT ON COLUMN platform_block.returned_to IS 'Books, topics and accounts that they came back to since, by double opt-in: it stops them no more';
CREATE INDEX platform_block_since ON public.platform_block USING btree (since, address_key);

CREATE TABLE provider_token (
  provider text NOT NULL,
  token_sha256 bytea NOT NULL,
  said_sha256 bytea NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT provider_token_pkey PRIMARY KEY (provider, token_sha256),
  CONSTRAINT provider_token_provider_check CHECK ((provider <> ''::text)),
  CONSTRAINT provider_token_said_sha256_check CHECK ((length(said_sha256) = 32)),
  CONSTRAINT provider_token_token_sha256_check CHECK ((length(token_sha256) = 32))
);
COMMENT ON TABLE provider_token IS 'What a provider proved an event by that its proof does not cover: good for that event alone';
COMMENT ON COLUMN provider_token.said_sha256 IS 'Of the event that it came with first, which may be repeated';
CREATE INDEX provider_token_age ON public.provider_token USING btree (at);

CREATE TABLE quarantine (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  mail_domain text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  CONSTRAINT quarantine_pkey PRIMARY KEY (id),
  CONSTRAINT quarantine_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  CONSTRAINT quarantine_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
COMMENT ON TABLE quarantine IS 'A burst: requests of one domain in one campaign that may be a robot''s';
CREATE INDEX quarantine_organisation ON public.quarantine USING btree (organisation_id, id);
CREATE POLICY tenant ON quarantine TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = quarantine.campaign_id)))));

CREATE TABLE rate_limit (
  name text NOT NULL,
  next_at timestamp with time zone NOT NULL,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (name),
  CONSTRAINT rate_limit_name_check CHECK ((name <> ''::text))
) WITH (fillfactor=50);
COMMENT ON TABLE rate_limit IS 'One row for each rate: * (overall) or a receiving domain. The rates themselves are settings of the sender';
COMMENT ON COLUMN rate_limit.next_at IS 'When the next message may go; each that goes moves it by one interval of its rate';

CREATE TABLE recipient (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  channel text NOT NULL,
  address_key bytea NOT NULL,
  address text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  noted boolean NOT NULL DEFAULT false,
  undeliverable_since timestamp with time zone,
  deliverable_since timestamp with time zone,
  CONSTRAINT recipient_pkey PRIMARY KEY (id),
  CONSTRAINT recipient_organisation_id_channel_address_key_key UNIQUE (organisation_id, channel, address_key),
  CONSTRAINT recipient_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT recipient_address_key_check CHECK ((length(address_key) = 32)),
  CONSTRAINT recipient_channel_check CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'SMS'::text]))),
  CONSTRAINT undeliverable_is_noted CHECK (((undeliverable_since IS NULL) OR noted))
);
COMMENT ON COLUMN recipient.address IS 'Null after erasure; address_key goes on suppressing (G-3)';
COMMENT ON COLUMN recipient.deliverable_since IS 'When that was lifted last: what came back before counts no more';
COMMENT ON COLUMN recipient.noted IS 'Something beside suppressions may be known that the gate must weigh; never taken back: true costs a look, false is believed';
COMMENT ON COLUMN recipient.undeliverable_since IS 'What is sent to it comes back, and nothing more is sent (P7); null = not so. No wish: it is lifted by a reason';
CREATE INDEX recipient_address ON public.recipient USING btree (organisation_id, address text_pattern_ops) WHERE (address IS NOT NULL);
CREATE UNIQUE INDEX recipient_noted ON public.recipient USING btree (organisation_id, channel, address_key) WHERE noted;
CREATE INDEX recipient_undeliverable ON public.recipient USING btree (organisation_id, undeliverable_since, id) WHERE (undeliverable_since IS NOT NULL);
CREATE TRIGGER recipient_stays_noted BEFORE UPDATE OF noted ON public.recipient FOR EACH ROW WHEN ((old.noted AND (NOT new.noted))) EXECUTE FUNCTION refuse_change();
CREATE POLICY tenant ON recipient TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE recipient_preference (
  recipient_id uuid NOT NULL,
  account_id uuid NOT NULL,
  frequency text NOT NULL DEFAULT 'EVERY'::text,
  snoozed_until timestamp with time zone,
  language text,
  changed_at timestamp with time zone NOT NULL,
  sign_up_open boolean NOT NULL DEFAULT false,
  CONSTRAINT recipient_preference_pkey PRIMARY KEY (recipient_id, account_id),
  CONSTRAINT recipient_preference_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT recipient_preference_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id),
  CONSTRAINT recipient_preference_frequency_check CHECK ((frequency = ANY (ARRAY['EVERY'::text, 'DAILY'::text, 'WEEKLY'::text, 'MONTHLY'::text])))
);
COMMENT ON TABLE recipient_preference IS 'A recipient is one address on one channel, so each channel has its own';
COMMENT ON COLUMN recipient_preference.sign_up_open IS 'A double opt-in of theirs for the account may be open: for those alone the gate looks for one';
CREATE TRIGGER recipient_preference_noted BEFORE INSERT OR UPDATE OF recipient_id ON public.recipient_preference FOR EACH ROW EXECUTE FUNCTION note_recipient();
CREATE POLICY tenant ON recipient_preference TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = recipient_preference.account_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = recipient_preference.account_id))) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = recipient_preference.recipient_id)))));

CREATE TABLE review_link (
  id uuid NOT NULL DEFAULT uuidv7(),
  member_id uuid NOT NULL,
  purpose text NOT NULL,
  token_hash bytea,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  sent_at timestamp with time zone,
  session_id uuid,
  CONSTRAINT review_link_pkey PRIMARY KEY (id),
  CONSTRAINT review_link_session_id_key UNIQUE (session_id),
  CONSTRAINT review_link_token_hash_key UNIQUE (token_hash),
  CONSTRAINT review_link_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT review_link_session_id_fkey FOREIGN KEY (session_id) REFERENCES member_session(id) ON DELETE CASCADE,
  CONSTRAINT a_sign_in_has_no_session CHECK (((session_id IS NULL) OR (purpose = 'REVIEW'::text))),
  CONSTRAINT review_link_check CHECK ((expires_at > created_at)),
  CONSTRAINT review_link_purpose_check CHECK ((purpose = ANY (ARRAY['REVIEW'::text, 'SIGN_IN'::text])))
);
COMMENT ON COLUMN review_link.session_id IS 'Of a review that was opened by a session: it is dead when the session is';
CREATE INDEX review_link_ends ON public.review_link USING btree (expires_at);
CREATE INDEX review_link_person ON public.review_link USING btree (member_id, created_at);
CREATE POLICY tenant ON review_link TO adieu_tenant USING ((EXISTS ( SELECT
   FROM member p
  WHERE (p.id = review_link.member_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM member p
  WHERE (p.id = review_link.member_id))) AND ((session_id IS NULL) OR (EXISTS ( SELECT
   FROM member_session p
  WHERE (p.id = review_link.session_id))))));

CREATE TABLE sender (
  id uuid NOT NULL DEFAULT uuidv7(),
  account_id uuid NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL GENERATED ALWAYS AS (
CASE kind
    WHEN 'EMAIL'::text THEN 'EMAIL'::text
    ELSE 'SMS'::text
END) STORED,
  name text NOT NULL DEFAULT ''::text,
  address text NOT NULL,
  keyword text NOT NULL DEFAULT ''::text,
  keyword_form text NOT NULL DEFAULT ''::text,
  is_default boolean NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  archived_at timestamp with time zone,
  countries text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT sender_pkey PRIMARY KEY (id),
  CONSTRAINT sender_account_id_kind_address_name_keyword_form_key UNIQUE (account_id, kind, address, name, keyword_form),
  CONSTRAINT sender_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT sender_address_is_of_kind CHECK (
CASE kind
    WHEN 'EMAIL'::text THEN ((address ~ '^[!-;=?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$'::text) AND (octet_length(address) <= 254))
    WHEN 'NUMBER'::text THEN (address ~ '^\+[1-9]\d{6,14}$'::text)
    WHEN 'SHORT_CODE'::text THEN (address ~ '^\d{3,6}$'::text)
    ELSE ((address ~ '^[ -Z_a-z¡£-¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]{1,11}$'::text) AND (address ~ '[A-Za-zÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]'::text))
END),
  CONSTRAINT sender_countries_are_of_text_and_short_code CHECK (((countries = '{}'::text[]) OR (kind = ANY (ARRAY['TEXT'::text, 'SHORT_CODE'::text])))),
  CONSTRAINT sender_default_is_not_archived CHECK (((NOT is_default) OR (archived_at IS NULL))),
  CONSTRAINT sender_keyword_check CHECK ((keyword ~ '^\S{0,20}$'::text)),
  CONSTRAINT sender_keyword_has_form CHECK (((keyword = ''::text) = (keyword_form = ''::text))),
  CONSTRAINT sender_keyword_is_of_short_code CHECK (((keyword = ''::text) OR (kind = 'SHORT_CODE'::text))),
  CONSTRAINT sender_kind_check CHECK ((kind = ANY (ARRAY['EMAIL'::text, 'NUMBER'::text, 'TEXT'::text, 'SHORT_CODE'::text]))),
  CONSTRAINT sender_name_check CHECK ((name ~ '^[^\u0001-\u001f\u007f-\u009f\u2028\u2029]{0,100}$'::text)),
  CONSTRAINT sender_name_is_of_email CHECK (((name = ''::text) OR (kind = 'EMAIL'::text)))
);
COMMENT ON COLUMN sender.countries IS 'Where a text is registered, or a short code works, as its organisation says; empty = nobody said';
COMMENT ON COLUMN sender.is_default IS 'What the account sends from on its channel where a book chose nothing';
COMMENT ON COLUMN sender.keyword IS 'By which the replies to a shared short code are told apart; empty = none';
COMMENT ON COLUMN sender.keyword_form IS 'As keywords are compared: RÖSÖR and ROSOR are one';
COMMENT ON COLUMN sender.name IS 'What a From shows beside its address; empty = none';
CREATE UNIQUE INDEX sender_default ON public.sender USING btree (account_id, channel) WHERE is_default;
CREATE INDEX sender_sms_address ON public.sender USING btree (address) WHERE (kind <> 'EMAIL'::text);
CREATE TRIGGER sender_archived BEFORE UPDATE OF archived_at ON public.sender FOR EACH ROW WHEN ((new.archived_at IS NOT NULL)) EXECUTE FUNCTION refuse_archiving_chosen_sender();
CREATE POLICY tenant ON sender TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = sender.account_id))));

CREATE TABLE sender_domain (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  domain text NOT NULL,
  challenge text NOT NULL,
  claimed_at timestamp with time zone NOT NULL,
  proven_at timestamp with time zone,
  proven_by text,
  CONSTRAINT sender_domain_pkey PRIMARY KEY (id),
  CONSTRAINT sender_domain_organisation_id_domain_key UNIQUE (organisation_id, domain),
  CONSTRAINT sender_domain_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
  CONSTRAINT sender_domain_domain_check CHECK (((domain ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$'::text) AND (length(domain) <= 236))),
  CONSTRAINT sender_domain_is_proven_somehow CHECK (((proven_at IS NULL) = (proven_by IS NULL))),
  CONSTRAINT sender_domain_proven_by_check CHECK ((proven_by = ANY (ARRAY['DNS'::text, 'OPERATOR'::text])))
);
COMMENT ON TABLE sender_domain IS 'Domains that organisations may send mail from, and those that they have yet to prove';
COMMENT ON COLUMN sender_domain.challenge IS 'What the TXT record of _adieu-challenge says; public once it is there';
CREATE UNIQUE INDEX sender_domain_owner ON public.sender_domain USING btree (domain) WHERE (proven_at IS NOT NULL);
CREATE POLICY tenant ON sender_domain TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE setup_link (
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT setup_link_pkey PRIMARY KEY (token_hash)
);
COMMENT ON TABLE setup_link IS 'By which an empty installation is set up: dead once it has an organisation';

CREATE TABLE short_link (
  message_id uuid NOT NULL,
  code text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT short_link_pkey PRIMARY KEY (message_id),
  CONSTRAINT short_link_code_key UNIQUE (code),
  CONSTRAINT short_link_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id),
  CONSTRAINT short_link_code_check CHECK ((code ~ '^[0-9A-Za-z]{7}$'::text))
);
COMMENT ON TABLE short_link IS 'What the link in an SMS ends with: drawn at its hand-over, and stored, as a signature would not fit';
CREATE POLICY tenant ON short_link TO adieu_tenant USING ((EXISTS ( SELECT
   FROM message p
  WHERE (p.id = short_link.message_id))));

CREATE TABLE sign_in_ask (
  origin_key bytea NOT NULL,
  at timestamp with time zone NOT NULL
);
COMMENT ON TABLE sign_in_ask IS 'Keyed hashes of where a way in was asked for; gone after an hour';
CREATE INDEX sign_in_ask_at ON public.sign_in_ask USING btree (at);
CREATE INDEX sign_in_ask_key ON public.sign_in_ask USING btree (origin_key, at);

CREATE TABLE sign_up_form (
  id uuid NOT NULL DEFAULT uuidv7(),
  address_book_id uuid NOT NULL,
  title text NOT NULL,
  declaration text NOT NULL,
  declaration_version integer NOT NULL DEFAULT 1,
  languages text[] NOT NULL,
  origins text[] NOT NULL,
  redirect_url text,
  created_at timestamp with time zone NOT NULL,
  archived_at timestamp with time zone,
  CONSTRAINT sign_up_form_pkey PRIMARY KEY (id),
  CONSTRAINT sign_up_form_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT sign_up_form_declaration_check CHECK ((declaration <> ''::text)),
  CONSTRAINT sign_up_form_declaration_version_check CHECK ((declaration_version >= 1)),
  CONSTRAINT sign_up_form_languages_check CHECK ((cardinality(languages) >= 1)),
  CONSTRAINT sign_up_form_redirect_url_check CHECK ((redirect_url ~~ 'https://%'::text)),
  CONSTRAINT sign_up_form_title_check CHECK ((title <> ''::text))
);
COMMENT ON COLUMN sign_up_form.origins IS 'Where the form may stand in a frame; empty = nowhere';
CREATE INDEX sign_up_form_book ON public.sign_up_form USING btree (address_book_id, id);
CREATE TRIGGER sign_up_form_declaration BEFORE UPDATE ON public.sign_up_form FOR EACH ROW EXECUTE FUNCTION count_declaration();
CREATE POLICY tenant ON sign_up_form TO adieu_tenant USING ((EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = sign_up_form.address_book_id))));

CREATE TABLE sms_delivery (
  gateway text NOT NULL,
  gateway_id text NOT NULL,
  message_id uuid,
  state text NOT NULL,
  code text,
  parts smallint,
  changed_at timestamp with time zone NOT NULL,
  opt_out_waits boolean NOT NULL DEFAULT false,
  CONSTRAINT sms_delivery_pkey PRIMARY KEY (gateway, gateway_id),
  CONSTRAINT sms_delivery_message_id_key UNIQUE (message_id),
  CONSTRAINT sms_delivery_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id),
  CONSTRAINT sms_delivery_gateway_check CHECK ((gateway <> ''::text)),
  CONSTRAINT sms_delivery_gateway_id_check CHECK ((gateway_id <> ''::text)),
  CONSTRAINT sms_delivery_parts_check CHECK ((parts >= 1)),
  CONSTRAINT sms_delivery_state_check CHECK ((state = ANY (ARRAY['SENT'::text, 'UNKNOWN'::text, 'FAILED'::text, 'DELIVERED'::text])))
);
COMMENT ON TABLE sms_delivery IS 'What gateways say became of the SMS that they took';
COMMENT ON COLUMN sms_delivery.changed_at IS 'As the gateway tells the time';
COMMENT ON COLUMN sms_delivery.code IS 'The gateway''s own, without numbers or texts; null where it gave none';
COMMENT ON COLUMN sms_delivery.message_id IS 'Null where a status came before its message was on record, or is of none of ours; those are taken away after two days';
COMMENT ON COLUMN sms_delivery.opt_out_waits IS 'Told of an opt-out before its message was on record: it is recorded as soon as that is';
COMMENT ON COLUMN sms_delivery.parts IS 'As how many SMS its text went; null where that is not known';
CREATE INDEX sms_delivery_of_none ON public.sms_delivery USING btree (changed_at) WHERE (message_id IS NULL);
CREATE INDEX sms_delivery_opt_out_waits ON public.sms_delivery USING btree (gateway, gateway_id) WHERE opt_out_waits;
CREATE POLICY tenant ON sms_delivery TO adieu_tenant USING ((EXISTS ( SELECT
   FROM message p
  WHERE (p.id = sms_delivery.message_id))));

CREATE TABLE sms_list_comparison (
  gateway text NOT NULL,
  tried_at timestamp with time zone NOT NULL,
  compared_at timestamp with time zone,
  taken integer NOT NULL DEFAULT 0,
  given integer NOT NULL DEFAULT 0,
  CONSTRAINT sms_list_comparison_pkey PRIMARY KEY (gateway),
  CONSTRAINT sms_list_comparison_gateway_check CHECK ((gateway <> ''::text)),
  CONSTRAINT sms_list_comparison_given_check CHECK ((given >= 0)),
  CONSTRAINT sms_list_comparison_taken_check CHECK ((taken >= 0))
);
COMMENT ON TABLE sms_list_comparison IS 'How the last comparison of a gateway''s own list of opt-outs with ours went';
COMMENT ON COLUMN sms_list_comparison.compared_at IS 'When it last came to its end; null = never';
COMMENT ON COLUMN sms_list_comparison.given IS 'Who stood here alone, that time';
COMMENT ON COLUMN sms_list_comparison.taken IS 'Who stood there alone, that time';

CREATE TABLE sms_sender_owner (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  address text NOT NULL,
  keyword text NOT NULL,
  keyword_form text NOT NULL DEFAULT ''::text,
  assigned_at timestamp with time zone NOT NULL DEFAULT now(),
  assigned_by text NOT NULL,
  CONSTRAINT sms_sender_owner_pkey PRIMARY KEY (id),
  CONSTRAINT sms_sender_owner_kind_address_keyword_form_key UNIQUE (kind, address, keyword_form),
  CONSTRAINT sms_sender_owner_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
  CONSTRAINT sms_sender_owner_address_check CHECK ((address = lower(address))),
  CONSTRAINT sms_sender_owner_assigned_by_check CHECK ((assigned_by = ANY (ARRAY['OPERATOR'::text, 'ALONE'::text]))),
  CONSTRAINT sms_sender_owner_check CHECK (((keyword = ''::text) OR (kind = 'SHORT_CODE'::text))),
  CONSTRAINT sms_sender_owner_keyword_has_form CHECK (((keyword = ''::text) = (keyword_form = ''::text))),
  CONSTRAINT sms_sender_owner_kind_check CHECK ((kind = ANY (ARRAY['NUMBER'::text, 'TEXT'::text, 'SHORT_CODE'::text])))
);
COMMENT ON TABLE sms_sender_owner IS 'Which numbers, texts and short codes are whose to send SMS from';
COMMENT ON COLUMN sms_sender_owner.address IS 'In lower case: readers take NORDLYS and Nordlys for one';
COMMENT ON COLUMN sms_sender_owner.keyword IS 'Of a shared short code; empty = all of it that nobody else has';
COMMENT ON COLUMN sms_sender_owner.keyword_form IS 'As keywords are compared: RÖSÖR and ROSOR are one';
CREATE INDEX sms_sender_owner_organisation ON public.sms_sender_owner USING btree (organisation_id);
CREATE POLICY tenant ON sms_sender_owner TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant)));

CREATE TABLE sql_definition (
  kind text NOT NULL,
  name text NOT NULL,
  hash bytea NOT NULL,
  head text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT sql_definition_pkey PRIMARY KEY (kind, name),
  CONSTRAINT sql_definition_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT sql_definition_kind_check CHECK ((kind = ANY (ARRAY['BASELINE'::text, 'VIEW'::text, 'FUNCTION'::text, 'TRIGGERS'::text, 'POLICIES'::text])))
);
COMMENT ON COLUMN sql_definition.head IS 'What can not be replaced in place: a function''s arguments and result, a view whole';

CREATE TABLE suppression (
  address_key bytea NOT NULL,
  list_id uuid NOT NULL,
  channel text NOT NULL,
  scope_id uuid NOT NULL,
  scope_kind text NOT NULL,
  state text NOT NULL,
  since timestamp with time zone NOT NULL,
  request_id uuid,
  returned_to uuid[],
  CONSTRAINT suppression_pkey PRIMARY KEY (address_key, list_id, channel, scope_id),
  CONSTRAINT suppression_returned_to_check CHECK ((returned_to <> '{}'::uuid[])),
  CONSTRAINT suppression_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['TOPIC'::text, 'BOOK'::text, 'ACCOUNT'::text, 'ORGANISATION'::text]))),
  CONSTRAINT suppression_state_check CHECK ((state = ANY (ARRAY['PAUSED'::text, 'OPTED_OUT'::text])))
);
COMMENT ON COLUMN suppression.returned_to IS 'Books, topics and accounts inside its scope that their recipient came back to since, by double opt-in: it stops them no more';
CREATE INDEX suppression_scope ON public.suppression USING btree (scope_id, since, address_key);
CREATE TRIGGER suppression_change BEFORE UPDATE ON public.suppression FOR EACH ROW WHEN ((old.state = 'OPTED_OUT'::text)) EXECUTE FUNCTION refuse_lifting_without_proof();
CREATE TRIGGER suppression_lift BEFORE DELETE ON public.suppression FOR EACH ROW WHEN (((old.state = 'OPTED_OUT'::text) AND (NOT stands_in_list_read(old.address_key, old.list_id, old.channel, old.scope_kind, old.scope_id, old.since)))) EXECUTE FUNCTION refuse_lifting_without_proof();
CREATE TRIGGER suppression_no_truncate BEFORE TRUNCATE ON public.suppression FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER suppression_return BEFORE INSERT OR UPDATE OF returned_to, since ON public.suppression FOR EACH ROW WHEN ((new.returned_to IS NOT NULL)) EXECUTE FUNCTION refuse_unproven_return();
CREATE POLICY tenant ON suppression TO adieu_tenant USING (((list_id = ( SELECT tenant() AS tenant)) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = suppression.list_id)))));

CREATE TABLE system_sms (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  about uuid NOT NULL,
  address_key bytea NOT NULL,
  sender text NOT NULL,
  at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'QUEUED'::text,
  text text,
  gateway text,
  gateway_id text,
  outcome text,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT system_sms_pkey PRIMARY KEY (id),
  CONSTRAINT system_sms_kind_about_key UNIQUE (kind, about),
  CONSTRAINT system_sms_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT system_sms_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT system_sms_address_key_check CHECK ((length(address_key) = 32)),
  CONSTRAINT system_sms_kind_check CHECK ((kind = ANY (ARRAY['RECEIPT'::text, 'PROMPT'::text, 'JOINED'::text, 'DECLINED'::text, 'REVERTED'::text, 'HELP'::text, 'TEST'::text]))),
  CONSTRAINT system_sms_sender_check CHECK ((sender <> ''::text)),
  CONSTRAINT system_sms_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'HANDING_OVER'::text, 'SENT'::text, 'FAILED'::text, 'UNKNOWN'::text])))
);
COMMENT ON TABLE system_sms IS 'Receipts, prompts and answers: each once, and never again where nobody knows whether it went';
COMMENT ON COLUMN system_sms.about IS 'The request, double opt-in, consent or inbound message that it is about';
COMMENT ON COLUMN system_sms.gateway IS 'As the installation calls it; null before it was asked';
COMMENT ON COLUMN system_sms.outcome IS 'What its gateway said last, without numbers';
COMMENT ON COLUMN system_sms.text IS 'As it was handed over; null before';
CREATE INDEX system_sms_age ON public.system_sms USING btree (organisation_id, at);
CREATE INDEX system_sms_gateway ON public.system_sms USING btree (gateway, gateway_id) WHERE (gateway_id IS NOT NULL);
CREATE INDEX system_sms_number ON public.system_sms USING btree (address_key, sender, at);
CREATE INDEX system_sms_queued ON public.system_sms USING btree (at) WHERE (state = ANY (ARRAY['QUEUED'::text, 'HANDING_OVER'::text]));
CREATE POLICY tenant ON system_sms TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = system_sms.account_id)))));

CREATE TABLE test_mail (
  id uuid NOT NULL DEFAULT uuidv7(),
  campaign_id uuid NOT NULL,
  account_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  contact_id uuid,
  language text,
  asked_at timestamp with time zone NOT NULL,
  asked_by text NOT NULL,
  ended_at timestamp with time zone,
  outcome text,
  CONSTRAINT test_mail_pkey PRIMARY KEY (id),
  CONSTRAINT test_mail_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT test_mail_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  CONSTRAINT test_mail_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id) ON DELETE SET NULL,
  CONSTRAINT test_mail_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES recipient(id) ON DELETE CASCADE,
  CONSTRAINT an_outcome_is_of_an_end CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  CONSTRAINT test_mail_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'cs'::text, 'de'::text, 'da'::text, 'en'::text])))
);
COMMENT ON COLUMN test_mail.contact_id IS 'As whom it is filled; null = a made-up reader';
COMMENT ON COLUMN test_mail.outcome IS 'SENT, STOPPED, or what the mail server said; no address';
CREATE INDEX test_mail_account ON public.test_mail USING btree (account_id, asked_at);
CREATE INDEX test_mail_age ON public.test_mail USING btree (asked_at);
CREATE INDEX test_mail_campaign ON public.test_mail USING btree (campaign_id);
CREATE INDEX test_mail_contact ON public.test_mail USING btree (contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX test_mail_recipient ON public.test_mail USING btree (recipient_id);
CREATE POLICY tenant ON test_mail TO adieu_tenant USING ((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = test_mail.campaign_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM campaign p
  WHERE (p.id = test_mail.campaign_id))) AND (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = test_mail.account_id))) AND ((contact_id IS NULL) OR (EXISTS ( SELECT
   FROM contact p
  WHERE (p.id = test_mail.contact_id)))) AND (EXISTS ( SELECT
   FROM recipient p
  WHERE (p.id = test_mail.recipient_id)))));

CREATE TABLE topic (
  id uuid NOT NULL DEFAULT uuidv7(),
  account_id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  archived_at timestamp with time zone,
  deleted_at timestamp with time zone,
  CONSTRAINT topic_pkey PRIMARY KEY (id),
  CONSTRAINT topic_account_id_name_key UNIQUE (account_id, name),
  CONSTRAINT topic_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT deleted_is_archived CHECK (((deleted_at IS NULL) OR (archived_at IS NOT NULL))),
  CONSTRAINT topic_name_check CHECK ((name <> ''::text))
);
CREATE POLICY tenant ON topic TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = topic.account_id))));

CREATE TABLE unfiltered_export (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  address_book_id uuid NOT NULL,
  purpose text NOT NULL,
  reason text NOT NULL,
  allowed_at timestamp with time zone NOT NULL,
  allowed_by text NOT NULL,
  until timestamp with time zone NOT NULL,
  CONSTRAINT unfiltered_export_pkey PRIMARY KEY (id),
  CONSTRAINT unfiltered_export_address_book_id_fkey FOREIGN KEY (address_book_id) REFERENCES address_book(id),
  CONSTRAINT unfiltered_export_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT marketing_stays_filtered CHECK ((purpose = ANY (ARRAY['SERVICE'::text, 'TRANSACTIONAL'::text]))),
  CONSTRAINT unfiltered_export_check CHECK ((until > allowed_at)),
  CONSTRAINT unfiltered_export_reason_check CHECK ((reason <> ''::text))
);
COMMENT ON TABLE unfiltered_export IS 'Who chose a book to be handed out unfiltered, when, why and until when; the latest of a book counts';
CREATE INDEX unfiltered_export_book ON public.unfiltered_export USING btree (address_book_id, id);
CREATE TRIGGER unfiltered_export_append_only BEFORE DELETE OR UPDATE ON public.unfiltered_export FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER unfiltered_export_marketing BEFORE INSERT ON public.unfiltered_export FOR EACH ROW EXECUTE FUNCTION refuse_unfiltered_marketing();
CREATE TRIGGER unfiltered_export_no_truncate BEFORE TRUNCATE ON public.unfiltered_export FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE POLICY tenant ON unfiltered_export TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM address_book p
  WHERE (p.id = unfiltered_export.address_book_id)))));

CREATE TABLE webhook_delivery (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  at timestamp with time zone NOT NULL,
  tx xid8,
  ledger_id bigint,
  recipient_id uuid,
  body text,
  state text NOT NULL,
  tries jsonb NOT NULL DEFAULT '[]'::jsonb,
  tried_at timestamp with time zone NOT NULL,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_delivery_endpoint_id_event_id_key UNIQUE (endpoint_id, event_id),
  CONSTRAINT webhook_delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint(id) ON DELETE CASCADE,
  CONSTRAINT webhook_delivery_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT webhook_delivery_has_a_place CHECK (((tx IS NULL) = (ledger_id IS NULL))),
  CONSTRAINT webhook_delivery_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'DELIVERED'::text, 'FAILED'::text])))
);
COMMENT ON TABLE webhook_delivery IS 'What went to an endpoint, for 30 days; what has not been tried yet stands in the ledger alone';
COMMENT ON COLUMN webhook_delivery.body IS 'As it was sent; null once a person it is about was erased';
COMMENT ON COLUMN webhook_delivery.event_id IS 'The webhook-id, which stays for all attempts and replays';
COMMENT ON COLUMN webhook_delivery.ledger_id IS 'Null of a test';
COMMENT ON COLUMN webhook_delivery.tries IS 'The last 20: when, how long, the status or why there was none, the beginning of the answer';
CREATE INDEX webhook_delivery_age ON public.webhook_delivery USING btree (tried_at);
CREATE INDEX webhook_delivery_log ON public.webhook_delivery USING btree (endpoint_id, id);
CREATE INDEX webhook_delivery_recipient ON public.webhook_delivery USING btree (recipient_id) WHERE (recipient_id IS NOT NULL);
CREATE POLICY tenant ON webhook_delivery TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND (EXISTS ( SELECT
   FROM webhook_endpoint p
  WHERE (p.id = webhook_delivery.endpoint_id)))));

CREATE TABLE webhook_endpoint (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  account_id uuid,
  url text NOT NULL,
  description text NOT NULL DEFAULT ''::text,
  types text[] NOT NULL DEFAULT '{}'::text[],
  content text NOT NULL DEFAULT 'THIN'::text,
  state text NOT NULL DEFAULT 'ACTIVE'::text,
  disabled_because text,
  disabled_at timestamp with time zone,
  told uuid[] NOT NULL DEFAULT '{}'::uuid[],
  secrets bytea NOT NULL,
  previous_secrets bytea,
  previous_until timestamp with time zone,
  after_tx xid8 NOT NULL,
  after_id bigint NOT NULL,
  after_part smallint NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamp with time zone,
  retry_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  created_by text NOT NULL,
  CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_endpoint_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT webhook_endpoint_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT webhook_endpoint_content_check CHECK ((content = ANY (ARRAY['THIN'::text, 'FULL'::text]))),
  CONSTRAINT webhook_endpoint_created_by_check CHECK ((created_by <> ''::text)),
  CONSTRAINT webhook_endpoint_disabled_because_check CHECK ((disabled_because = ANY (ARRAY['GONE'::text, 'FAILING'::text]))),
  CONSTRAINT webhook_endpoint_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'PAUSED'::text, 'DISABLED'::text]))),
  CONSTRAINT webhook_endpoint_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 2000))),
  CONSTRAINT webhook_fails_since CHECK (((failing_since IS NULL) = (failures = 0))),
  CONSTRAINT webhook_previous_secrets_end CHECK (((previous_secrets IS NULL) = (previous_until IS NULL))),
  CONSTRAINT webhook_says_why_disabled CHECK ((((state = 'DISABLED'::text) = (disabled_because IS NOT NULL)) AND ((state = 'DISABLED'::text) = (disabled_at IS NOT NULL))))
);
COMMENT ON COLUMN webhook_endpoint.account_id IS 'Null = of the whole organisation';
COMMENT ON COLUMN webhook_endpoint.after_id IS 'Everything up to this event, in the order (transaction, id), is delivered or was not for it';
COMMENT ON COLUMN webhook_endpoint.after_part IS 'Of the event after that, so many of what is told of it are delivered';
COMMENT ON COLUMN webhook_endpoint.previous_secrets IS 'Of before the last rotation: deliveries are signed with both until previous_until';
COMMENT ON COLUMN webhook_endpoint.secrets IS 'Sealed with the keys file (keys: sealWebhookSecrets)';
COMMENT ON COLUMN webhook_endpoint.told IS 'Members who were told that it is disabled';
COMMENT ON COLUMN webhook_endpoint.types IS 'What it wants to be told; empty = everything, also what is told later';
CREATE INDEX webhook_endpoint_organisation ON public.webhook_endpoint USING btree (organisation_id, id);
CREATE POLICY tenant ON webhook_endpoint TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((account_id IS NULL) OR (EXISTS ( SELECT
   FROM account p
  WHERE (p.id = webhook_endpoint.account_id))))));

CREATE TABLE webhook_notice (
  id bigint NOT NULL,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  organisation_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  inbound_message_id uuid,
  list_import_id uuid,
  CONSTRAINT webhook_notice_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_notice_inbound_message_id_fkey FOREIGN KEY (inbound_message_id) REFERENCES inbound_message(id) ON DELETE CASCADE,
  CONSTRAINT webhook_notice_list_import_id_fkey FOREIGN KEY (list_import_id) REFERENCES list_import(id) ON DELETE CASCADE,
  CONSTRAINT webhook_notice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT webhook_notice_is_of_one_thing CHECK ((num_nonnulls(inbound_message_id, list_import_id) = 1))
);
COMMENT ON TABLE webhook_notice IS 'What the ledger does not tell: a message that was understood, an import that ended, where an endpoint of its organisation is to be told; goes with it';
COMMENT ON COLUMN webhook_notice.id IS 'Of the ledger’s own sequence, so that one cursor goes through both';
CREATE INDEX webhook_notice_import ON public.webhook_notice USING btree (list_import_id);
CREATE INDEX webhook_notice_inbound ON public.webhook_notice USING btree (inbound_message_id);
CREATE INDEX webhook_notice_organisation ON public.webhook_notice USING btree (organisation_id);
CREATE INDEX webhook_notice_tx ON public.webhook_notice USING btree (tx, id);
CREATE POLICY tenant ON webhook_notice TO adieu_tenant USING ((organisation_id = ( SELECT tenant() AS tenant))) WITH CHECK (((organisation_id = ( SELECT tenant() AS tenant)) AND ((inbound_message_id IS NULL) OR (EXISTS ( SELECT
   FROM inbound_message p
  WHERE (p.id = webhook_notice.inbound_message_id)))) AND ((list_import_id IS NULL) OR (EXISTS ( SELECT
   FROM list_import p
  WHERE (p.id = webhook_notice.list_import_id))))));

CREATE TABLE weekly_report (
  id uuid NOT NULL DEFAULT uuidv7(),
  account_id uuid NOT NULL,
  week date NOT NULL,
  member_id uuid NOT NULL,
  claimed_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT weekly_report_pkey PRIMARY KEY (account_id, week, member_id),
  CONSTRAINT weekly_report_id_key UNIQUE (id),
  CONSTRAINT weekly_report_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT weekly_report_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT weekly_report_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);
COMMENT ON TABLE weekly_report IS 'Who was mailed the figures of which account and week (its Monday, UTC): once each';
CREATE POLICY tenant ON weekly_report TO adieu_tenant USING ((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = weekly_report.account_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM account p
  WHERE (p.id = weekly_report.account_id))) AND (EXISTS ( SELECT
   FROM member p
  WHERE (p.id = weekly_report.member_id)))));

CREATE VIEW book_address WITH (security_invoker=true) AS
 SELECT k.address_book_id,
    x.channel,
    x.recipient_id,
    k.id AS contact_id,
    k.language,
    k.fields
   FROM (contact k
     JOIN contact_address x ON ((x.contact_id = k.id)))
  WHERE (k.removed_at IS NULL);
CREATE VIEW campaign_way WITH (security_invoker=true) AS
 SELECT c.id AS campaign_id,
    c.organisation_id,
    c.account_id,
    c.address_book_id,
    c.topic_id,
        CASE
            WHEN a.keeps_own_list THEN a.id
            ELSE a.organisation_id
        END AS list_id,
    COALESCE(b.purpose, c.purpose) AS purpose,
    (COALESCE(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL) AS archived,
        CASE
            WHEN (c.channel = 'SMS'::text) THEN ( SELECT s.address
               FROM sender s
              WHERE ((s.kind = 'SHORT_CODE'::text) AND (s.id = COALESCE(c.sender_id, ( SELECT x.sender_id
                       FROM address_book_sender x
                      WHERE ((x.address_book_id = c.address_book_id) AND (x.channel = c.channel))), ( SELECT d.id
                       FROM sender d
                      WHERE ((d.account_id = c.account_id) AND (d.channel = c.channel) AND d.is_default))))))
            ELSE NULL::text
        END AS short_code
   FROM (((campaign c
     JOIN account a ON ((a.id = c.account_id)))
     LEFT JOIN address_book b ON ((b.id = c.address_book_id)))
     LEFT JOIN topic t ON ((t.id = c.topic_id)));
CREATE VIEW deleted_scope WITH (security_invoker=true) AS
 SELECT o.id AS scope_id,
    o.deleted_at
   FROM organisation o
  WHERE (o.deleted_at IS NOT NULL)
UNION ALL
 SELECT a.id AS scope_id,
    a.deleted_at
   FROM account a
  WHERE (a.deleted_at IS NOT NULL)
UNION ALL
 SELECT b.id AS scope_id,
    LEAST(b.deleted_at, a.deleted_at) AS deleted_at
   FROM (address_book b
     JOIN account a ON ((a.id = b.account_id)))
  WHERE (COALESCE(b.deleted_at, a.deleted_at) IS NOT NULL)
UNION ALL
 SELECT t.id AS scope_id,
    LEAST(t.deleted_at, a.deleted_at) AS deleted_at
   FROM (topic t
     JOIN account a ON ((a.id = t.account_id)))
  WHERE (COALESCE(t.deleted_at, a.deleted_at) IS NOT NULL);
CREATE VIEW marketing_gone WITH (security_invoker=true) AS
 SELECT c.account_id,
    m.recipient_id,
    m.id AS message_id,
    m.changed_at AS at
   FROM ((campaign c
     LEFT JOIN address_book b ON ((b.id = c.address_book_id)))
     JOIN message m ON ((m.campaign_id = c.id)))
  WHERE ((COALESCE(b.purpose, c.purpose) = 'MARKETING'::text) AND (m.state = ANY (ARRAY['SENT'::text, 'HANDING_OVER'::text, 'UNKNOWN'::text])));

-- FUNCTION awaits_confirmation(p_open boolean, p_recipient uuid, p_purpose text, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid, p_now timestamp with time zone) RETURNS boolean LANGUAGE sql STABLE;
-- FUNCTION beside_suppressions(p_recipient uuid, p_undeliverable_since timestamp with time zone, p_now timestamp with time zone, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid, p_purpose text, p_archived boolean, p_blocked boolean) RETURNS TABLE(noted jsonb) LANGUAGE sql STABLE;
-- FUNCTION blocked_at_sender(p_address_key bytea, p_channel text, p_short_code text, p_account uuid, p_book uuid, p_topic uuid) RETURNS boolean LANGUAGE sql STABLE;
-- FUNCTION campaign_audience(p_campaign uuid) RETURNS TABLE(recipient_id uuid, contact_id uuid, language text, fields jsonb) LANGUAGE sql STABLE;
-- FUNCTION campaign_sender(p_campaign uuid) RETURNS uuid LANGUAGE sql STABLE;
-- FUNCTION claim_held(p_limit integer, p_now timestamp with time zone, p_lease_until timestamp with time zone, p_rate_limits jsonb DEFAULT NULL::jsonb, p_carried jsonb DEFAULT NULL::jsonb) RETURNS TABLE(message_id uuid, campaign_id uuid, carried_by uuid, attempts smallint, address text, language text, fields jsonb) LANGUAGE plpgsql;
-- FUNCTION claim_messages(p_campaign uuid, p_limit integer, p_now timestamp with time zone, p_lease_until timestamp with time zone, p_rate_limits jsonb DEFAULT NULL::jsonb) RETURNS TABLE(message_id uuid, attempts smallint, address text, language text, fields jsonb) LANGUAGE plpgsql SET plan_cache_mode=force_generic_plan;
-- FUNCTION consent_has_expired(p_organisation uuid, p_address_key bytea, p_list uuid, p_channel text, p_scope uuid, p_given timestamp with time zone) RETURNS boolean LANGUAGE sql STABLE;
-- FUNCTION count_against_limits(p_claimed uuid[], p_now timestamp with time zone, p_rate_limits jsonb) RETURNS void LANGUAGE sql;
-- FUNCTION count_declaration() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION covering_suppressions(p_address_key bytea, p_list uuid, p_channel text, p_purpose text, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid) RETURNS SETOF suppression LANGUAGE sql STABLE;
-- FUNCTION finish_and_claim(p_ids uuid[], p_states text[], p_outcomes text[], p_due_at timestamp with time zone[], p_campaign uuid, p_limit integer, p_now timestamp with time zone, p_lease_until timestamp with time zone, p_rate_limits jsonb, p_taken jsonb DEFAULT NULL::jsonb) RETURNS TABLE(message_id uuid, attempts smallint, address text, language text, fields jsonb) LANGUAGE plpgsql;
-- FUNCTION finish_messages(p_ids uuid[], p_states text[], p_outcomes text[], p_due_at timestamp with time zone[], p_now timestamp with time zone, p_taken jsonb DEFAULT NULL::jsonb) RETURNS void LANGUAGE plpgsql SET plan_cache_mode=force_generic_plan;
-- FUNCTION fold_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE;
-- FUNCTION gate(p_recipient uuid, p_removed boolean, p_message uuid, p_queued boolean, p_now timestamp with time zone, p_organisation uuid, p_account uuid, p_list uuid, p_book uuid, p_topic uuid, p_purpose text, p_archived boolean, p_short_code text) RETURNS TABLE(address text, channel text, reason text, until timestamp with time zone) LANGUAGE sql STABLE;
-- FUNCTION gate_of_noted(p_recipient uuid, p_undeliverable_since timestamp with time zone, p_now timestamp with time zone, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid, p_purpose text, p_archived boolean, p_blocked boolean) RETURNS jsonb LANGUAGE plpgsql STABLE;
-- FUNCTION gate_reason(p_removed boolean, p_archived boolean, p_state text, p_blocked boolean, p_undeliverable boolean, p_unconfirmed boolean, p_snoozed_until timestamp with time zone, p_next_at timestamp with time zone, p_now timestamp with time zone) RETURNS text LANGUAGE sql STABLE;
-- FUNCTION gate_until(p_snoozed_until timestamp with time zone, p_next_at timestamp with time zone, p_now timestamp with time zone) RETURNS timestamp with time zone LANGUAGE sql STABLE;
-- FUNCTION has_unconfirmed_sign_up(p_recipient uuid, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid) RETURNS boolean LANGUAGE sql STABLE;
-- FUNCTION hash_ledger_reason() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION hold_message() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION is_carried(p_carried jsonb, p_channel text, p_sender text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE;
-- FUNCTION is_palette(p jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE;
-- FUNCTION keep_exemption() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION last_marketing_at(p_recipient uuid, p_account uuid, p_but_for uuid) RETURNS timestamp with time zone LANGUAGE sql STABLE;
-- FUNCTION latest_sms(p_address_key bytea, p_sender text, p_names_too boolean, p_by timestamp with time zone) RETURNS TABLE(message_id uuid, organisation_id uuid, account_id uuid, address_book_id uuid, is_open boolean, nth bigint) LANGUAGE sql STABLE;
-- FUNCTION limit_of_address(p_rate_limits jsonb, p_address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE;
-- FUNCTION lock_rate_limits(p_rate_limits jsonb, p_now timestamp with time zone) RETURNS jsonb LANGUAGE plpgsql;
-- FUNCTION mail_domain(p_address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE;
-- FUNCTION may_send_from(p_organisation uuid, p_domain text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE;
-- FUNCTION member_reach(p_member uuid, p_roles text[]) RETURNS uuid[] LANGUAGE sql STABLE;
-- FUNCTION needs_double_opt_in(p_recipient uuid, p_organisation uuid, p_account uuid, p_scope uuid) RETURNS boolean LANGUAGE sql STABLE;
-- FUNCTION next_allowed_at(p_frequency text, p_last timestamp with time zone, p_now timestamp with time zone) RETURNS timestamp with time zone LANGUAGE sql STABLE;
-- FUNCTION next_by_frequency(p_frequency text, p_recipient uuid, p_account uuid, p_message uuid, p_queued boolean, p_now timestamp with time zone) RETURNS timestamp with time zone LANGUAGE sql STABLE;
-- FUNCTION next_held(p_now timestamp with time zone, p_rate_limits jsonb, p_carried jsonb DEFAULT NULL::jsonb) RETURNS timestamp with time zone LANGUAGE sql STABLE;
-- FUNCTION next_within_limits(p_campaign uuid, p_now timestamp with time zone, p_rate_limits jsonb) RETURNS timestamp with time zone LANGUAGE sql STABLE;
-- FUNCTION note_recipient() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION opt_out_copies(p_request uuid, p_address_key bytea, p_list uuid) RETURNS bigint LANGUAGE sql;
-- FUNCTION owns_sender(p_organisation uuid, p_kind text, p_address text, p_keyword_form text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE;
-- FUNCTION pick_within_limits(p_campaign uuid, p_limit integer, p_now timestamp with time zone, p_rate_limits jsonb) RETURNS uuid[] LANGUAGE plpgsql;
-- FUNCTION proof_has_expired(p double_opt_in_proof) RETURNS boolean LANGUAGE sql STABLE;
-- FUNCTION proof_retention(p_organisation uuid, p_scope uuid) RETURNS interval LANGUAGE sql STABLE;
-- FUNCTION proof_years(p_country text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE;
-- FUNCTION rate_limit_from(p_next timestamp with time zone, p_rate double precision, p_now timestamp with time zone) RETURNS timestamp with time zone LANGUAGE sql IMMUTABLE;
-- FUNCTION rate_limit_room(p_next timestamp with time zone, p_rate double precision, p_now timestamp with time zone) RETURNS integer LANGUAGE sql IMMUTABLE;
-- FUNCTION recipients_like(p_organisation uuid, p_pattern text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER;
-- FUNCTION record_sms_status(p_gateway text, p_gateway_id text, p_message uuid, p_state text, p_code text, p_opted_out boolean, p_at timestamp with time zone, p_now timestamp with time zone) RETURNS uuid LANGUAGE plpgsql;
-- FUNCTION refuse_archiving_chosen_sender() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_brand_change() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_changed_evidence() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_claim_of_opted_out() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_export_change() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_file_change() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_lifting_without_proof() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_list_that_stops_less() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_other_judgement() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_other_purpose() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_proof_change() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_proof_without_double_opt_in() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_reactivation() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_seal_out_of_chain() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_second_end() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_stray_contact_address() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_transition() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_unchosen_export() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_unfiltered_marketing() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_unfit_sender() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_unproven_return() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION refuse_unrecorded_exemption() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION remember_open_sign_up() RETURNS trigger LANGUAGE plpgsql;
-- FUNCTION request_policy(p_request uuid) RETURNS TABLE(remind_before_seconds integer[], tell uuid[]) LANGUAGE sql STABLE;
-- FUNCTION requests_by_note(p_organisation uuid, p_pattern text, p_limit integer) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER;
-- FUNCTION requests_by_reason(p_organisation uuid, p_pattern text, p_limit integer) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER;
-- FUNCTION sender_domain_owner(p_domain text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER;
-- FUNCTION sender_for(p_account uuid, p_address_book uuid, p_channel text) RETURNS uuid LANGUAGE sql STABLE;
-- FUNCTION short_code_for(p_account uuid, p_address_book uuid) RETURNS text LANGUAGE sql STABLE;
-- FUNCTION sms_sender_owner(p_kind text, p_address text, p_keyword_form text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER;
-- FUNCTION something_is_held(p_recipient uuid, p_account uuid, p_but_for uuid) RETURNS boolean LANGUAGE sql STABLE;
-- FUNCTION standing_suppression(p_address_key bytea, p_list uuid, p_channel text, p_kind text, p_scope uuid, p_counts boolean, p_account uuid, p_book uuid, p_topic uuid) RETURNS SETOF suppression LANGUAGE sql STABLE;
-- FUNCTION stands_in_block_list(p_address_key bytea, p_short_code text, p_account uuid, p_book uuid, p_topic uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER;
-- FUNCTION stands_in_list_read(p_address_key bytea, p_list uuid, p_channel text, p_kind text, p_scope uuid, p_since timestamp with time zone) RETURNS boolean LANGUAGE sql STABLE;
-- FUNCTION still_reads_list(p_account uuid, p_list uuid) RETURNS boolean LANGUAGE plpgsql STABLE;
-- FUNCTION take_turn(p_name text, p_rate double precision, p_now timestamp with time zone, p_always boolean) RETURNS timestamp with time zone LANGUAGE plpgsql;
-- FUNCTION tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE;
-- FUNCTION topic_of_link(p_message uuid, p_carried_by uuid, p_topic uuid) RETURNS uuid LANGUAGE sql STABLE;
