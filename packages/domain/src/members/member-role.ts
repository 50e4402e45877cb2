import type { Grant, Role } from '../access/rights.ts';

/** What a member may be, for one account or for all of the organisation. The installation's is no member's. */
export const MEMBER_ROLES = [
  'ADMIN',
  'REVIEWER',
  'CAMPAIGNER',
  'AUDITOR',
] as const satisfies readonly Role[];
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Those who see waiting requests and decide them. */
export const REVIEWING_ROLES = ['ADMIN', 'REVIEWER'] as const satisfies readonly MemberRole[];

/** A role of a member, and how far it reaches. */
export interface MemberGrant extends Grant {
  readonly right: MemberRole;
}

/** What somebody is who was added without a word of roles: they decide about requests of every account. */
export const USUAL_GRANTS: readonly MemberGrant[] = [{ right: 'REVIEWER', accountId: null }];

/** Whether these reach all that an administrator of the whole organisation does. */
export function administersAll(grants: readonly MemberGrant[]): boolean {
  return grants.some(({ right, accountId }) => right === 'ADMIN' && accountId === null);
}
