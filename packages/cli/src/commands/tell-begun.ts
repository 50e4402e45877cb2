import type { Begun, Tenant } from '@adieu/db';
import type { Beginning } from '@adieu/domain';
import { SETUP_MESSAGES } from '@adieu/messages';
import { TypeID } from 'typeid-js';

const idOf = (prefix: string, uuid: string): string => TypeID.fromUUID(prefix, uuid).toString();

/** What was made, and what comes next. */
export function tellBegun(begun: {
  readonly made: Begun;
  readonly beginning: Beginning;
  readonly key: string | null;
  readonly mailbox: string | null;
}): void {
  const { made, beginning, key, mailbox } = begun;
  const { account, book, member } = beginning;
  const bookId = idOf('book', made.addressBookId);
  const lines = [
    `organisation  ${idOf('org', made.organisationId)}  ${beginning.organisation}`,
    `account       ${idOf('account', made.accountId)}  ${account.name}`,
    `book          ${bookId}  ${book.name}: ${SETUP_MESSAGES.en.rules[book.rule]}`,
    `member        ${idOf('member', made.memberId)}  ${member.name} gets a link by mail${mailbox === null ? '' : `: ${mailbox}`}`,
    ...(key === null ? [] : [`admin key     ${key}  (shown this once)`]),
    '',
    `Next: npm run adieu -- import contacts.csv --book ${bookId}`,
  ];
  console.log(lines.join('\n'));
}

/** One that is there. */
export function tellTenant({ id, name, accounts, books }: Tenant): void {
  console.log(`organisation  ${idOf('org', id)}  ${name}`);
  for (const account of accounts)
    console.log(`  account     ${idOf('account', account.id)}  ${account.name}`);
  for (const book of books)
    console.log(`  book        ${idOf('book', book.id)}  ${book.name} (${book.purpose})`);
}
