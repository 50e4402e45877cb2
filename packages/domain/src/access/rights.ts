/**
 * What a caller can hold. ADMIN: all of the organisation. REVIEWER: sees requests, addresses masked, and decides them.
 * CAMPAIGNER: campaigns and contacts. AUDITOR: reads everything and changes nothing. OPERATOR: the installation; exempts
 * books, and reads nothing of recipients.
 */
export const ROLES = ['ADMIN', 'REVIEWER', 'CAMPAIGNER', 'AUDITOR', 'OPERATOR'] as const;
export type Role = (typeof ROLES)[number];

/** What a key is made for that needs no role: each opens a few fields, and no others. */
export const KEY_USES = {
  'suppressions:read': 'fetch who left: the list of opt-outs, addresses masked',
  'addresses:read': 'fetch who left by their addresses in clear, at /v1 alone',
  'gate:ask': 'ask whether addresses may be contacted',
  'opt-outs:add': 'add opt-outs, each in force when it is answered',
  'lists:import': 'bring files of opt-outs and of contacts, and import them',
} as const;
export type KeyUse = keyof typeof KEY_USES;
export const KEY_USE_NAMES = Object.keys(KEY_USES) as readonly KeyUse[];

/** A role, or a use of a key: the columns of the table of rights. */
export type Right = Role | KeyUse;
export const RIGHTS: readonly Right[] = [...ROLES, ...KEY_USE_NAMES];

/** A right in one account, or (null) in the whole organisation. */
export interface Grant {
  readonly right: Right;
  readonly accountId: string | null;
}

/** Whether it is a role; else it is a use of a key. */
export function isRole(right: Right): right is Role {
  return (ROLES as readonly Right[]).includes(right);
}
