import type { Begun, Tenant } from '@adieu/db';
import { type Beginning, type CommandPlace, firstCommands } from '@adieu/domain';
import { type FirstKey, secretOf } from '@adieu/keys';
import { SETUP_MESSAGES } from '@adieu/messages';
import { TypeID } from 'typeid-js';

const idOf = (prefix: string, uuid: string): string => TypeID.fromUUID(prefix, uuid).toString();

const KEY_NAMES = { CAMPAIGNER: 'campaign key', ADMIN: 'admin key   ' } as const;

/** What was made, and what comes next. */
export function tellBegun(begun: {
  readonly made: Begun;
  readonly beginning: Beginning;
  readonly keys: readonly FirstKey[];
  readonly place: CommandPlace;
  readonly mailbox: string | null;
}): void {
  const { made, beginning, keys, place, mailbox } = begun;
  const { account, book, member } = beginning;
  const bookId = idOf('book', made.addressBookId);
  const commands = firstCommands(place, {
    bookId,
    campaignerKey: secretOf(keys, 'CAMPAIGNER'),
    reader: { name: member.name, address: member.email },
  });
  const lines = [
    `organisation  ${idOf('org', made.organisationId)}  ${beginning.organisation}`,
    `account       ${idOf('account', made.accountId)}  ${account.name}`,
    `book          ${bookId}  ${book.name}: ${SETUP_MESSAGES.en.rules[book.rule]}`,
    `member        ${idOf('member', made.memberId)}  ${member.name} gets a link by mail${mailbox === null ? '' : `: ${mailbox}`}`,
    ...keys.map(({ role, secret }) => `${KEY_NAMES[role]}  ${secret}  (shown this once)`),
    '',
    'Next, from the folder of Adieu, for a first campaign to yourself:',
    ...commands.map((command) => `  ${command}`),
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
