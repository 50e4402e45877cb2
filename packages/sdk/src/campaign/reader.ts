/** As whom a campaign is filled to be looked at. Nothing given: somebody made up, who has no fields. */
export interface Reader {
  /** A contact's id (`contact_…`) or address, in the campaign's book or another of its account. */
  readonly contact?: string;
  /** sv, cs, de, da or en, instead of the contact's own. */
  readonly language?: string;
}

/** The same as the API takes it. */
export function readerInput({ contact, language }: Reader): {
  contactId?: string;
  contactAddress?: string;
  language?: string;
} {
  return {
    ...(contact !== undefined &&
      (/@|^\+/.test(contact) ? { contactAddress: contact } : { contactId: contact })),
    ...(language !== undefined && { language }),
  };
}
