/** Whether something that counts came back to an account, of what it sent to a recipient; both are SQL. */
export const CAME_BACK_TO = (account: string, recipient: string): string => `
  EXISTS (SELECT FROM machine_signal b JOIN message m ON m.id = b.message_id JOIN campaign c ON c.id = m.campaign_id
    WHERE b.recipient_id = ${recipient} AND b.kind IN ('HARD_BOUNCE', 'SOFT_BOUNCE') AND c.account_id = ${account})`;
