import { type Grant, KEY_USE_NAMES, type Right, type Role } from './rights.ts';

/** What the holder of a role may give to a key. A role that gives nothing makes none. */
export const GIVES: Readonly<Record<Role, readonly Right[]>> = {
  ADMIN: ['ADMIN', 'REVIEWER', 'CAMPAIGNER', 'AUDITOR', ...KEY_USE_NAMES],
  REVIEWER: [],
  CAMPAIGNER: [],
  AUDITOR: [],
  OPERATOR: ['OPERATOR'],
};

/** Whether whoever holds these may give all of those: nobody gives more than they have, nor beyond their accounts. */
export function mayGive(held: readonly Grant[], given: readonly Grant[]): boolean {
  return given.every(({ right, accountId }) =>
    held.some(
      (own) =>
        (own.accountId === null || own.accountId === accountId) && givenBy(own).includes(right),
    ),
  );
}

function givenBy({ right }: Grant): readonly Right[] {
  return (GIVES as Readonly<Partial<Record<Right, readonly Right[]>>>)[right] ?? [];
}
