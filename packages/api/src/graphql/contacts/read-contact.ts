import { ADDRESS_FIELDS, CHANNELS, isTimeZone, LANGUAGES, type Language } from '@adieu/domain';
import { type KnownAddress, recogniseRecipient } from '@adieu/keys';
import { tellRefusal } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput, LimitReached } from '../shared/problems.ts';
import type { ContactInput } from './contact.input.ts';

const MOST_FIELDS = 100;
const LONGEST_NAME = 100;
const LONGEST_VALUE = 2_000;

/** What an input says of a contact; numbers without a country are of `country`. */
export function readContact(ctx: Context, input: ContactInput, country: string | null) {
  const addresses: KnownAddress[] = [];
  for (const channel of CHANNELS) {
    const text = input[ADDRESS_FIELDS[channel]];
    if (typeof text !== 'string') continue;
    const known = recogniseRecipient(ctx.ring, { channel, text, country });
    if ('refused' in known)
      return new InvalidInput(ADDRESS_FIELDS[channel], tellRefusal(known.refused, country));
    addresses.push(known);
  }
  const language = input.language ?? null;
  if (language !== null && !isLanguage(language))
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  if (input.fields.length > MOST_FIELDS)
    return new LimitReached('fields', `At most ${MOST_FIELDS} fields.`);
  if (input.fields.some((field) => !isField(field)))
    return new InvalidInput(
      'fields',
      `A field has a name of at most ${LONGEST_NAME} characters, and a value of at most ${LONGEST_VALUE}.`,
    );
  const zone = input.fields.find(({ name }) => name === 'time_zone')?.value ?? '';
  if (zone !== '' && !isTimeZone(zone))
    return new InvalidInput('fields', 'The time_zone is no time zone like Europe/Stockholm.');
  const fields = Object.fromEntries(input.fields.map(({ name, value }) => [name, value]));
  return { addresses, language, fields };
}

function isField({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return name !== '' && name.length <= LONGEST_NAME && value.length <= LONGEST_VALUE;
}

function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
