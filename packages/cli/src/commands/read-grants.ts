import { MEMBER_ROLES, type MemberGrant } from '@adieu/domain';
import { Failure } from '../failure.ts';
import { uuidOf } from './uuid-of.ts';

/** Roles as they are written on a command line: `REVIEWER`, or `REVIEWER=account_…`. */
export function readGrants(roles: readonly string[]): MemberGrant[] {
  return roles.map((text) => {
    const [word = '', account] = text.split('=', 2);
    const right = MEMBER_ROLES.find((role) => role === word.toUpperCase());
    if (right === undefined)
      throw new Failure(`${word} is no role of members: ${MEMBER_ROLES.join(', ')}`);
    return {
      right,
      accountId: account === undefined ? null : uuidOf('account', 'an account', account),
    };
  });
}

/** What the database refuses, in words for a terminal. */
export const MEMBER_REFUSED = {
  'not-found': 'there is no such member of this organisation',
  'email-taken': 'another member has this address',
  'account-not-found': 'a role is for an account that is none of this organisation',
  'last-admin': 'nobody else administers the whole organisation: make somebody ADMIN of it first',
} as const;
