import {
  type Beginning,
  type BeginningField,
  BOOK_RULE_NAMES,
  isCountry,
  isTimeZone,
  LANGUAGES,
  readOwnName,
  type TypedBeginning,
  zoneOfCountry,
  zonesOf,
} from '@adieu/domain';
import { normaliseEmail } from './normalise-email.ts';
import { readSender } from './read-sender.ts';

const FIRST_BOOK = 'Newsletter';

/** What somebody typed who begins, in its normal form; or each field that can not be taken. */
export function readBeginning(typed: TypedBeginning): Beginning | { wrong: BeginningField[] } {
  const wrong: BeginningField[] = [];
  const need = <Read>(field: BeginningField, read: Read | null): Read => {
    if (read === null) wrong.push(field);
    return read as Read;
  };
  const given = (field: BeginningField): string | null => {
    const text = typed[field]?.trim() ?? '';
    return text === '' ? null : text;
  };
  const organisation = need('organisation', readOwnName(typed.organisation));
  // What follows from a field that can not be taken is not wrong, too.
  const account =
    given('account') === null ? organisation : need('account', readOwnName(typed.account!));
  const country = given('country')?.toUpperCase() ?? null;
  if (country !== null && !isCountry(country)) wrong.push('country');
  const timeZone =
    given('timeZone') ?? (country !== null && isCountry(country) ? zoneOfCountry(country) : null);
  const isOpen = timeZone === null && country !== null && zonesOf(country).length > 0;
  if (isOpen || (timeZone !== null && !isTimeZone(timeZone))) wrong.push('timeZone');
  const language = given('language') ?? 'en';
  const defaultLanguage = need('language', LANGUAGES.find((code) => code === language) ?? null);
  const { senderAddress: address } = typed;
  const shown = given('senderName') ?? account ?? '';
  const sender = readSender({ kind: 'EMAIL', address, name: shown, keyword: '' }, null);
  if ('refused' in sender)
    wrong.push(sender.refused === 'name-unusable' ? 'senderName' : 'senderAddress');
  const book = need('book', readOwnName(given('book') ?? FIRST_BOOK));
  const asked = given('rule') ?? 'MARKETING';
  const rule = need('rule', BOOK_RULE_NAMES.find((name) => name === asked) ?? null);
  const memberName = need('memberName', readOwnName(typed.memberName));
  const email = need('memberAddress', normaliseEmail(typed.memberAddress));
  if ('refused' in sender || wrong.length > 0) return { wrong };
  const mailbox = { name: sender.name, address: sender.address };
  return {
    organisation,
    account: { name: account, country, timeZone, defaultLanguage, sender: mailbox },
    book: { name: book, rule },
    member: { name: memberName, email, language: defaultLanguage },
  };
}
