import type { MemberFields } from '@adieu/db';
import { isDigestPeriod, LANGUAGES, parseDuration } from '@adieu/domain';
import type { KeyRing } from '@adieu/keys';
import { readAddress } from '../shared/address.ts';
import { Conflict, InvalidInput } from '../shared/problems.ts';

const LONGEST_NAME = 200;

export interface MemberInput {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly language?: string | null;
  readonly digestPeriod?: string | null;
}

/** What an input says of a member, checked and in its normal form; or what is wrong with it. */
export function readMember(
  ring: KeyRing,
  input: MemberInput,
): Partial<MemberFields> | InvalidInput {
  const fields: { -readonly [Field in keyof MemberFields]?: MemberFields[Field] } = {};
  if (typeof input.name === 'string') {
    fields.name = input.name.trim();
    if (fields.name.length < 1 || fields.name.length > LONGEST_NAME)
      return new InvalidInput('name', `A name has 1 to ${LONGEST_NAME} characters.`);
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
  return fields;
}

/** Two persons of an organisation can not have one address: each would get the other's digest. */
export function emailTaken(): Conflict {
  return new Conflict('EMAIL_TAKEN', 'Another member has this address.', 'email');
}
