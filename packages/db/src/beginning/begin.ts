import {
  type Beginning,
  BOOK_RULES,
  domainOf,
  type FirstKeyRole,
  type NamedActor,
} from '@adieu/domain';
import { createDomainChallenge } from '@adieu/keys';
import { createApiKey } from '../access/api-keys.ts';
import { assignSenderDomain } from '../sender-domains/assign-sender-domain.ts';
import { domainOwner, maySendFrom } from '../sender-domains/may-send-from.ts';
import { inviteMember } from '../members/invite-member.ts';
import {
  createAccount,
  createAddressBook,
  createOrganisation,
} from '../organisation/create-tenants.ts';
import type { Transaction } from '../sql.ts';
import { setupState } from './setup-links.ts';

const DIGEST_SECONDS = 86_400;

export interface Begun {
  readonly organisationId: string;
  readonly accountId: string;
  readonly addressBookId: string;
  readonly memberId: string;
}

interface BeginOptions {
  readonly by: NamedActor;
  /** The keys to make with it, by their hashes. */
  readonly keys: readonly { readonly role: FirstKeyRole; readonly hash: Buffer }[];
  readonly now: Date;
}

/**
 * Makes an organisation that can send its first campaign: account with its sender, first book with its policy, first
 * member and, where asked for, keys. The domain of its sender is its own from then on: who begins looks after the
 * installation. `name-taken`: there is one of that name; `domain-taken`: the domain is another organisation's.
 */
export async function begin(
  tx: Transaction,
  beginning: Beginning,
  { by, keys, now }: BeginOptions,
): Promise<Begun | { refused: 'name-taken' | 'domain-taken' }> {
  // Two who begin at once, by page and by command, one after the other.
  await tx.rows('LOCK TABLE organisation IN SHARE ROW EXCLUSIVE MODE');
  const { organisation: name, account, book, member } = beginning;
  const taken = await tx.rows('SELECT 1 FROM organisation WHERE name = $1', [name]);
  if (taken.length > 0) return { refused: 'name-taken' };
  const domain = domainOf(account.sender.address);
  if ((await domainOwner(tx, domain)) !== null) return { refused: 'domain-taken' };
  const organisationId = await createOrganisation(tx, { name });
  // A name that nobody can own stays everybody's.
  if (!(await maySendFrom(tx, organisationId, account.sender.address))) {
    const challenge = createDomainChallenge();
    await assignSenderDomain(tx, { domain, organisationId, challenge, now });
  }
  const accountId = await createAccount(tx, { organisationId, ...account });
  const { purpose, policy } = BOOK_RULES[book.rule];
  const createdBy = by.name;
  const own = policy === null ? {} : { policy };
  const made = await createAddressBook(tx, {
    accountId,
    name: book.name,
    purpose,
    createdBy,
    ...own,
  });
  if ('refused' in made) throw new Error(`the policy of ${book.rule} was refused: ${made.refused}`);
  const invited = await inviteMember(tx, {
    organisationId,
    ...member,
    digestSeconds: DIGEST_SECONDS,
    grants: [{ right: 'ADMIN', accountId: null }],
    invitedBy: name,
    now,
  });
  if ('refused' in invited) throw new Error(`the first member was refused: ${invited.refused}`);
  for (const { role, hash: keyHash } of keys)
    await createApiKey(tx, {
      organisationId,
      role,
      name: `first ${role.toLowerCase()}`,
      keyHash,
      createdBy: by,
    });
  return { organisationId, accountId, ...made, ...invited };
}

/** The same by a set-up link, for the first organisation alone. */
export async function beginByLink(
  tx: Transaction,
  tokenHash: Buffer,
  beginning: Beginning,
  options: BeginOptions,
): Promise<Begun | { refused: 'not-found' | 'already-begun' }> {
  await tx.rows('LOCK TABLE organisation IN SHARE ROW EXCLUSIVE MODE');
  const state = await setupState(tx, tokenHash);
  if (state === null) return { refused: 'not-found' };
  const begun = state === 'DONE' ? null : await begin(tx, beginning, options);
  return begun === null || 'refused' in begun ? { refused: 'already-begun' } : begun;
}
