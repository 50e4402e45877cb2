import { type Channel, LANGUAGES, type Language } from '@adieu/domain';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput, LimitReached, Problem } from '../shared/problems.ts';
import { AddContactInput } from './add-contact.input.ts';
import { readId } from '../shared/read-id.ts';

const MOST_FIELDS = 100;

const LONGEST_VALUE = 2_000;

export function readContact(ctx: Context, input: AddContactInput) {
  const addressBookId = readId('book', input.addressBookId, 'addressBookId');
  const channel: Channel = 'EMAIL';
  const known = readAddress(ctx.ring, input.address, channel);
  if (known instanceof Problem) return known;
  const { address, addressKey } = known;
  const language = input.language ?? null;
  if (language !== null && !isLanguage(language))
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  if (input.fields.length > MOST_FIELDS)
    return new LimitReached('fields', `At most ${MOST_FIELDS} fields.`);
  if (input.fields.some(({ name, value }) => name === '' || value.length > LONGEST_VALUE))
    return new InvalidInput(
      'fields',
      `A field has a name, and at most ${LONGEST_VALUE} characters.`,
    );
  const fields = Object.fromEntries(input.fields.map(({ name, value }) => [name, value]));
  return { addressBookId, channel, address, addressKey, language, fields };
}

function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
