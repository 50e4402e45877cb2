/** The columns of opt_out_request under the entity's names, for statements that give whole rows. */
export const REQUEST_COLUMNS = `
  id, organisation_id AS "organisationId", account_id AS "accountId", list_id AS "listId",
  recipient_id AS "recipientId", address_key AS "addressKey", channel, scope_kind AS "scopeKind", scope_id AS "scopeId",
  requested_scope_kind AS "requestedScopeKind", requested_scope_id AS "requestedScopeId", attribution,
  all_channels AS "allChannels",
  purpose, address_book_id AS "addressBookId", campaign_id AS "campaignId", message_id AS "messageId", signal, method,
  state, received_at AS "receivedAt", deadline, on_timeout AS "onTimeout", policy_version AS "policyVersion",
  decided_at AS "decidedAt", decided_by_kind AS "decidedByKind", decided_by AS "decidedBy",
  decision_reason AS "decisionReason", reason_text AS "reasonText", settled_at AS "settledAt",
  policy_owner_id AS "policyOwnerId", suspicion, quarantine_id AS "quarantineId"`;
