/** A table without a policy for tenants: why, and what they may do with it all the same. */
interface Outside {
  readonly why: string;
  readonly may?: 'SELECT' | 'INSERT' | 'SELECT, INSERT, UPDATE, DELETE';
}

/** The tables that hold no organisation's rows, or that no organisation reads. All others have a file in sql/policies. */
export const OUTSIDE_TENANTS: Readonly<Record<string, Outside>> = {
  migration: { why: 'says which version the tables are of' },
  sql_definition: { why: 'says which version the definitions are of' },
  setup_link: { why: 'is of an installation that has no organisation yet' },
  sign_in_ask: { why: 'counts where a way in was asked for, before anybody is known' },
  rate_limit: { why: 'is the sender’s, for all organisations together' },
  ledger_seal: {
    why: 'holds hashes over the events of all organisations, which every inclusion proof needs',
    may: 'SELECT',
  },
  sms_list_comparison: { why: 'is the installation’s, and of nobody who gets messages' },
  provider_token: { why: 'is the installation’s: hashes by which a provider’s proof is used once' },
  imap_mailbox: { why: 'is the installation’s, and holds how far its mailboxes were read' },
  mail_limit: { why: 'is the installation’s: four counts of limits that strangers met' },
  platform_block: {
    why: 'is the installation’s, and says who else wrote to a number: the gate asks stands_in_block_list',
  },
  outbox: {
    why: 'holds ids for the relay: an organisation leaves some, and reads none, not even its own',
    may: 'INSERT',
  },
  list_import_row: {
    why: 'holds rows on their way, for the worker alone: COPY, by which a million of them come, knows no policies',
  },
  double_opt_in_origin: {
    why: 'holds keyed hashes of origins, counted for all organisations together',
    may: 'SELECT, INSERT, UPDATE, DELETE',
  },
};
