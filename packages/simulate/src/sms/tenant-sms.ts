import { Failure } from '@adieu/cli';
import {
  chooseSender,
  createAddressBook,
  createSender,
  type Database,
  importContacts,
} from '@adieu/db';
import { fileOfText, readContacts } from '@adieu/intake';
import type { KeyRing } from '@adieu/keys';
import { TypeID } from 'typeid-js';
import type { Setting } from '../setting.ts';
import { policyOf } from '../tenant.ts';
import type { SmsPerson } from './people.ts';

/** Nobody has it (PTS keeps it for films). */
const NUMBER = '+46701740699';

/** A second book of the account, with those who get SMS in it, and a number that it sends from. Gives it as the API names it. */
export async function createSmsBook(
  db: Database,
  org: { readonly organisationId: string; readonly accountId: string },
  setting: Setting,
  people: readonly SmsPerson[],
  ring: KeyRing,
): Promise<string> {
  const { organisationId, accountId } = org;
  const { reviewSeconds } = policyOf(setting);
  const addressBookId = await db.transaction(async (sql) => {
    const book = await createAddressBook(sql, {
      accountId,
      name: `${setting.name} by SMS`,
      purpose: 'MARKETING',
      policy: { mode: 'AT_ONCE', reviewSeconds, onTimeout: 'OPT_OUT', remindBeforeSeconds: [] },
      createdBy: 'adieu simulate',
    });
    if ('refused' in book) throw new Failure(`the book for SMS was refused: ${book.refused}`);
    const form = { kind: 'NUMBER', name: '', address: NUMBER, keyword: '' } as const;
    const made = await createSender(sql, { organisationId, accountId, form, isDefault: true });
    if ('refused' in made) throw new Failure(`the sender of SMS was refused: ${made.refused}`);
    const choice = { channel: 'SMS', senderId: made.id } as const;
    await chooseSender(sql, {
      organisationId,
      addressBookId: book.addressBookId,
      ...choice,
    });
    return book.addressBookId;
  });
  const csv = `phone,language\n${people.map(({ address }) => `${address},sv`).join('\n')}\n`;
  const rows = readContacts(fileOfText(csv, organisationId), { country: null });
  await importContacts(db, { organisationId, addressBookId, rows, ring, now: new Date() });
  return TypeID.fromUUID('book', addressBookId).toString();
}
