import { Failure } from '@adieu/cli';
import {
  createAccount,
  createAddressBook,
  createApiKey,
  createOrganisation,
  type Database,
  importContacts,
} from '@adieu/db';
import { type OptOutPolicy, POLICY_REFUSALS } from '@adieu/domain';
import { fileOfText, readContacts } from '@adieu/intake';
import { createKeySecret, hashSecretToken, type KeyRing } from '@adieu/keys';
import { TypeID } from 'typeid-js';
import type { Person } from './population.ts';
import type { Setting } from './setting.ts';

const MAKER = 'adieu simulate';

export interface Tenant {
  readonly organisationId: string;
  readonly accountId: string;
  /** As the API names it. */
  readonly bookId: string;
  readonly adminKey: string;
  readonly campaignerKey: string;
}

/** An organisation with one book, its policy in compressed time, and the whole population in it. */
export async function createTenant(
  db: Database,
  setting: Setting,
  people: readonly Person[],
  ring: KeyRing,
): Promise<Tenant> {
  const keys = {
    ADMIN: createKeySecret('ADMIN').secret,
    CAMPAIGNER: createKeySecret('CAMPAIGNER').secret,
  };
  const { organisationId, accountId, addressBookId } = await db.transaction(async (sql) => {
    const id = await createOrganisation(sql, { name: 'Simulation' });
    const account = await createAccount(sql, {
      organisationId: id,
      name: 'Simulation',
      sender: { name: 'Simulation', address: 'news@sender.example.test' },
      defaultLanguage: 'en',
    });
    const book = await createAddressBook(sql, {
      accountId: account,
      name: setting.name,
      purpose: setting.book.purpose,
      policy: policyOf(setting),
      createdBy: MAKER,
    });
    if ('refused' in book) throw new Failure(`book.policy: ${POLICY_REFUSALS[book.refused]}`);
    for (const role of ['ADMIN', 'CAMPAIGNER'] as const)
      await createApiKey(sql, {
        organisationId: id,
        role,
        name: `${MAKER} ${role.toLowerCase()}`,
        keyHash: hashSecretToken(keys[role]),
        createdBy: { kind: 'SYSTEM', name: MAKER },
      });
    return { organisationId: id, accountId: account, ...book };
  });
  const rows = people.map(({ address, firstName }) => `${address},${firstName},en`);
  const csv = `email,first_name,language\n${rows.join('\n')}\n`;
  await importContacts(db, {
    organisationId,
    addressBookId,
    rows: readContacts(fileOfText(csv, organisationId), { country: null }),
    ring,
    now: new Date(),
  });
  return {
    organisationId,
    accountId,
    bookId: TypeID.fromUUID('book', addressBookId).toString(),
    adminKey: keys.ADMIN,
    campaignerKey: keys.CAMPAIGNER,
  };
}

/** The book's policy, its days shortened to what a run may take; at least a second, the shortest review there is. */
export function policyOf({ book, time }: Pick<Setting, 'book' | 'time'>): OptOutPolicy {
  const { mode, reviewDays, onTimeout } = book.policy;
  const reviewSeconds = Math.max(1, Math.round(reviewDays * time.secondsPerDay));
  return { mode, reviewSeconds, onTimeout, remindBeforeSeconds: [] };
}
