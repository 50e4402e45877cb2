/**
 * SQL for what we write from about the request `q` of account `a`: from where the wish went, so that it stands below it; after a link, from what its
 * message came from. Null where the account has no sender of SMS.
 */
export const SENDER_TO_THEM = `
    coalesce((SELECT i.to_address FROM inbound_message i WHERE i.request_id = q.id ORDER BY i.id LIMIT 1),
      (SELECT s.address FROM sender s WHERE s.id = coalesce((SELECT c.sender_id FROM campaign c WHERE c.id = q.campaign_id),
        sender_for(a.id, q.address_book_id, 'SMS'))))`;
