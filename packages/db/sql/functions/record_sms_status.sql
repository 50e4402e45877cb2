-- What a gateway says became of an SMS that it took, by its name for it, and by ours where it brought that back. Gives the
-- message that it is of; null where it is of none that we know, which may still come on record: an opt-out that is told of one
-- waits for that (finish_messages). Statuses overtake each other: an end beats what is under way, and of two ends the one that
-- the gateway says came last. A message of which nobody knew whether it was taken was: its status says so, and not when it went.
CREATE OR REPLACE FUNCTION record_sms_status(p_gateway text, p_gateway_id text, p_message uuid, p_state text, p_code text,
  p_opted_out boolean, p_at timestamptz, p_now timestamptz)
RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  known uuid;
  told timestamptz := least(p_at, p_now);
BEGIN
  SELECT m.id INTO known FROM message m JOIN campaign c ON c.id = m.campaign_id AND c.channel = 'SMS' WHERE m.id = p_message;
  IF known IS NULL THEN
    SELECT d.message_id INTO known FROM sms_delivery d WHERE d.gateway = p_gateway AND d.gateway_id = p_gateway_id;
  END IF;
  IF known IS NULL OR NOT EXISTS (SELECT FROM sms_delivery d WHERE d.message_id = known) THEN
    INSERT INTO sms_delivery (gateway, gateway_id, message_id, state, code, changed_at)
    VALUES (p_gateway, p_gateway_id, known, p_state, p_code, told) ON CONFLICT DO NOTHING;
  END IF;
  IF known IS NULL THEN
    -- It may have come on record since the look above; from here on that waits for us.
    UPDATE sms_delivery d SET opt_out_waits = d.opt_out_waits OR p_opted_out AND d.message_id IS NULL
    WHERE (d.gateway, d.gateway_id) = (p_gateway, p_gateway_id) RETURNING d.message_id INTO known;
  END IF;
  UPDATE sms_delivery d SET state = p_state, code = p_code, changed_at = told
  WHERE (d.message_id = known OR known IS NULL AND (d.gateway, d.gateway_id) = (p_gateway, p_gateway_id))
    AND CASE WHEN (p_state IN ('FAILED', 'DELIVERED')) = (d.state IN ('FAILED', 'DELIVERED')) THEN told >= d.changed_at
      ELSE p_state IN ('FAILED', 'DELIVERED') END;
  UPDATE message m SET state = CASE p_state WHEN 'FAILED' THEN 'FAILED' ELSE 'SENT' END, outcome = p_code
  WHERE m.id = known AND m.state = 'UNKNOWN' AND p_state <> 'UNKNOWN';
  RETURN known;
END $$;
