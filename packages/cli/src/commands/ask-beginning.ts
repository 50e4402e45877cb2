import {
  BEGINNING_REFUSALS,
  type BeginningField,
  BOOK_RULE_NAMES,
  LANGUAGES,
  type TypedBeginning,
  zoneOfCountry,
} from '@adieu/domain';
import { readBeginning } from '@adieu/keys';
import { LANGUAGE_NAMES, SETUP_MESSAGES } from '@adieu/messages';
import { confirm, input, select } from '@inquirer/prompts';

type Answers = TypedBeginning & { readonly key?: boolean; readonly adminKey?: boolean };

/** Something of each kind that is good, so that one answer can be judged before the others are given. */
const GOOD = {
  organisation: 'x',
  senderAddress: 'x@example.com',
  memberName: 'x',
  memberAddress: 'x@example.com',
} as const;

/** Asks on the terminal for what flags left out; each answer is judged at once. */
export async function askBeginning(given: Partial<Answers>): Promise<Answers> {
  const words = SETUP_MESSAGES.en;
  const text = (field: BeginningField, usual = '', said = {}): Promise<string> =>
    given[field] !== undefined && given[field] !== null
      ? Promise.resolve(given[field])
      : input({
          message: `${words.fields[field]}:`,
          default: usual,
          validate: (answer) => isGood(field, answer, said) || BEGINNING_REFUSALS[field],
        });
  const organisation = await text('organisation');
  const account = await text('account', organisation);
  const country = await text('country');
  const timeZone = await text('timeZone', zoneOfCountry(country.toUpperCase()) ?? '', { country });
  const language =
    given.language ??
    (await select({
      message: `${words.fields.language}:`,
      choices: LANGUAGES.map((code) => ({ value: code as string, name: LANGUAGE_NAMES[code] })),
      default: 'en',
    }));
  const senderName = await text('senderName', account);
  const senderAddress = await text('senderAddress');
  const book = await text('book', words.firstBook);
  const rule =
    given.rule ??
    (await select({
      message: `${words.fields.rule}:`,
      choices: BOOK_RULE_NAMES.map((name) => ({ value: name as string, name: words.rules[name] })),
    }));
  const memberName = await text('memberName');
  const memberAddress = await text('memberAddress');
  const key = given.key ?? (await confirm({ message: words.key, default: true }));
  const adminKey = given.adminKey ?? (await confirm({ message: words.adminKey, default: false }));
  const place = { organisation, account, country, timeZone, language };
  return {
    ...place,
    senderName,
    senderAddress,
    book,
    rule,
    memberName,
    memberAddress,
    key,
    adminKey,
  };
}

/** `said`: what else it depends on. */
function isGood(field: BeginningField, answer: string, said: Partial<TypedBeginning>): boolean {
  const read = readBeginning({ ...GOOD, ...said, [field]: answer });
  return !('wrong' in read) || !read.wrong.includes(field);
}
