/** How an input names whom a mail is filled for, beside a contact's id. */
export const BY_ADDRESS = {
  nullable: true,
  description: 'The contact by their address, in the campaign’s book or another of its account.',
} as const;

export const IN_LANGUAGE = {
  nullable: true,
  description: 'sv, cs, de, da or en, instead of the contact’s or the campaign’s own.',
} as const;
