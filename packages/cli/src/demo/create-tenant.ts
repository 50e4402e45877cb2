import {
  addMember,
  assignSenderDomain,
  changeAccount,
  createAccount,
  createAddressBook,
  createApiKey,
  createOrganisation,
  createTopic,
  type Database,
  findApiKey,
} from '@adieu/db';
import { domainOf } from '@adieu/domain';
import { createDomainChallenge, hashSecretToken } from '@adieu/keys';
import {
  DEMO_ACCOUNT,
  DEMO_ADMIN,
  DEMO_BOOKS,
  DEMO_ORGANISATION,
  DEMO_REPLY_ADDRESS,
  DEMO_TOPICS,
} from './content.ts';
import type { DemoFile } from './demo-file.ts';

const MAKER = 'adieu demo';

/** Organisation, account, topics, books, the admin and keys in one transaction; false where the keys were known already. */
export async function ensureDemoTenant(db: Database, keys: DemoFile): Promise<boolean> {
  const known = await findApiKey(db.sql, hashSecretToken(keys.adminApiKey), new Date());
  if (!('refused' in known) || known.refused !== 'unknown') return false;
  await db.transaction(async (sql) => {
    const organisationId = await createOrganisation(sql, { name: DEMO_ORGANISATION });
    const accountId = await createAccount(sql, {
      organisationId,
      ...DEMO_ACCOUNT,
      defaultLanguage: 'en',
      timeZone: 'Europe/Stockholm',
    });
    const change = { replyAddress: DEMO_REPLY_ADDRESS };
    await changeAccount(sql, { organisationId, accountId, change, now: new Date() });
    const domain = domainOf(DEMO_ACCOUNT.sender.address);
    const challenge = createDomainChallenge();
    await assignSenderDomain(sql, { domain, organisationId, challenge, now: new Date() });
    for (const name of DEMO_TOPICS) await createTopic(sql, { accountId, name });
    const grants = [{ right: 'ADMIN', accountId: null }] as const;
    await addMember(sql, { organisationId, ...DEMO_ADMIN, grants });
    for (const { name, purpose, policy } of Object.values(DEMO_BOOKS)) {
      const made = await createAddressBook(sql, {
        accountId,
        name,
        purpose,
        ...(policy && { policy }),
        createdBy: MAKER,
      });
      if ('refused' in made)
        throw new Error(`the demo's policy for ${name} was refused: ${made.refused}`);
    }
    const roles = { ADMIN: keys.adminApiKey, CAMPAIGNER: keys.campaignerApiKey } as const;
    for (const [role, key] of Object.entries(roles) as ['ADMIN' | 'CAMPAIGNER', string][]) {
      const name = `demo ${role.toLowerCase()}`;
      const keyHash = hashSecretToken(key);
      const createdBy = { kind: 'SYSTEM', name: MAKER } as const;
      await createApiKey(sql, { organisationId, role, name, keyHash, createdBy });
    }
  });
  return true;
}
