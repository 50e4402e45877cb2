/**
 * SQL for who a mail of ours is from: the e-mail sender of a book, where one is meant, or else of its account. Both are
 * SQL for ids; null where the account has none to send mail from, or its domain
 * is not (any more) its organisation's: ours stands in for it then.
 */
export const MAILBOX = (accountId: string, addressBookId = 'NULL'): string => `
  (SELECT jsonb_build_object('name', s.name, 'address', s.address) FROM sender s
   JOIN account sa ON sa.id = s.account_id
   WHERE s.id = sender_for(${accountId}, ${addressBookId}, 'EMAIL') AND may_send_from(sa.organisation_id, mail_domain(s.address)))`;
