import { MEMBER_ROLES, type MemberRole, REVIEWING_ROLES } from '@adieu/domain';

const reach = (member: string, roles: readonly MemberRole[]): string =>
  `member_reach(${member}, '{${roles.join()}}')`;

/** SQL for the accounts whose requests a member sees and decides, and for those of which they may know anything. */
export const REVIEWS = (member: string): string => reach(member, REVIEWING_ROLES);
export const KNOWS = (member: string): string => reach(member, MEMBER_ROLES);

/** SQL for what a member holds, as grants, in the order in which it was given. */
export const GRANTS = (member: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('right', r.role, 'accountId', r.account_id) ORDER BY r.id), '[]')
     FROM member_role r WHERE r.member_id = ${member})`;

/** Condition that an account is among those reached; what belongs to no account is only where all are. */
export const inReach = (accounts: string, account: string): string =>
  `(${accounts} IS NULL OR ${account} = ANY (${accounts}))`;
