import type { MemberFields } from '@adieu/db';
import {
  isDigestPeriod,
  LANGUAGES,
  type MemberRole,
  parseDuration,
  refuseName,
  type MemberGrant,
} from '@adieu/domain';
import type { KeyRing } from '@adieu/keys';
import { readAddress } from '../shared/address.ts';
import { Conflict, InvalidInput, LimitReached, NotFound } from '../shared/problems.ts';
import { readOptionalId } from '../shared/read-id.ts';

export interface MemberInput {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly language?: string | null;
  readonly digestPeriod?: string | null;
  readonly roles?: readonly RoleInput[] | null;
}

interface RoleInput {
  readonly role: MemberRole;
  readonly accountId?: string | null;
}

type ReadMember = MemberFields & { readonly grants: readonly MemberGrant[] };

/** What an input says of a member, checked and in its normal form; or what is wrong with it. */
export function readMember(ring: KeyRing, input: MemberInput): Partial<ReadMember> | InvalidInput {
  const fields: { -readonly [Field in keyof ReadMember]?: ReadMember[Field] } = {};
  if (typeof input.name === 'string') {
    fields.name = input.name.trim();
    const refused = refuseName(fields.name);
    if (refused !== null) return new InvalidInput('name', refused);
  }
  if (typeof input.email === 'string') {
    const read = readAddress(ring, input.email, 'EMAIL');
    if (read instanceof InvalidInput) return new InvalidInput('email', read.message);
    fields.email = read.address;
  }
  if (typeof input.language === 'string') {
    const language = LANGUAGES.find((known) => known === input.language);
    if (language === undefined)
      return new InvalidInput('language', `One of ${LANGUAGES.join(', ')}.`);
    fields.language = language;
  }
  if (typeof input.digestPeriod === 'string') {
    const seconds = parseDuration(input.digestPeriod);
    if (seconds === null || !isDigestPeriod(seconds))
      return new InvalidInput(
        'digestPeriod',
        'From one minute to 30 days, in weeks, days, hours, minutes or seconds, as in P1D or PT4H.',
      );
    fields.digestSeconds = seconds;
  }
  if (input.roles) {
    if (input.roles.length === 0) return new InvalidInput('roles', 'Name at least one role.');
    fields.grants = input.roles.map(({ role, accountId }) => ({
      right: role,
      accountId: readOptionalId('account', accountId, 'roles.accountId'),
    }));
  }
  return fields;
}

/** Why nothing was done, in words. */
export const MEMBER_PROBLEMS = {
  'not-found': () => new NotFound('member', 'id'),
  'email-taken': () => new Conflict('EMAIL_TAKEN', 'Another member has this address.', 'email'),
  'account-not-found': () => new NotFound('account', 'roles.accountId'),
  'last-admin': () =>
    new Conflict(
      'LAST_ADMIN',
      'Nobody else administers the whole organisation: make somebody ADMIN of all of it first.',
      'id',
    ),
  'already-accepted': () =>
    new Conflict('ALREADY_ACCEPTED', 'The invitation was accepted. See removeMember.', 'id'),
  'too-soon': () =>
    new LimitReached(
      'id',
      'An invitation was mailed within the last ten minutes. Try again later.',
    ),
} as const;
