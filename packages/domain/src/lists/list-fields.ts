/**
 * What a column of a list may hold. `ADDRESS` is an e-mail address or a number, whichever stands in the cell; `TAGS` are
 * separated by commas or semicolons; `LEFT` says whether somebody left, `SINCE` when; `FIELD` is a merge field.
 */
export const LIST_FIELDS = [
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'LANGUAGE',
  'TIME_ZONE',
  'TAGS',
  'LEFT',
  'SINCE',
  'REASON',
  'NOTE',
  'CONSENT_TEXT',
  'CONSENT_SOURCE',
  'CONSENT_AT',
  'FIELD',
  'IGNORE',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** What a list is for: who left, or who is to be in a book. */
export const LIST_KINDS = ['OPT_OUTS', 'CONTACTS'] as const;
export type ListKind = (typeof LIST_KINDS)[number];
