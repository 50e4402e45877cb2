import { createApiKey, findAccount } from '@adieu/db';
import { isPossibleEnd, KEY_PROBLEMS, type KeyUse, publicId, type Role } from '@adieu/domain';
import { createKeySecret } from '@adieu/keys';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { type OfOrganisation, theOrganisation } from './the-organisation.ts';
import { uuidOf } from './uuid-of.ts';

export interface CreateKeyOptions extends OfOrganisation {
  readonly name: string;
  readonly role?: Role;
  readonly use?: readonly KeyUse[];
  readonly account?: string;
  readonly ends?: string;
}

/** Makes a key for whoever has the database, who has all there is to give; shows it this once. */
export async function createKey(options: CreateKeyOptions): Promise<void> {
  const { role = null, use = [], account, ends } = options;
  if ((role === null) === (use.length === 0)) throw new Failure(KEY_PROBLEMS['role-or-uses']);
  const name = options.name.trim();
  if (name === '') throw new Failure('a key needs a name');
  const accountId = account === undefined ? null : uuidOf('account', 'an account', account);
  if (role === 'OPERATOR' && accountId !== null)
    throw new Failure('an operator’s key is of no account');
  const expiresAt = ends === undefined ? null : readEnd(ends);
  const { databaseUrl } = await findInstallation(options.data);
  const { secret, hash } = createKeySecret(role);
  const id = await withDatabase(databaseUrl, async ({ sql }) => {
    const organisationId = await theOrganisation(sql, options.organisation);
    if (accountId !== null && (await findAccount(sql, organisationId, accountId)) === null)
      throw new Failure(`the organisation has no account ${account}`);
    const uses = [...new Set(use)];
    const createdBy = { kind: 'SYSTEM', name: 'adieu keys' } as const;
    const gives = { organisationId, name, role, uses, accountId, expiresAt };
    return createApiKey(sql, { ...gives, keyHash: hash, createdBy });
  });
  tellKey(id, secret);
}

/** The secret alone goes to standard output, so that a shell can take it; what the key is called later, beside it. */
export function tellKey(id: string, secret: string): void {
  console.error(`${publicId('key', id)} is made; its secret is shown this once:`);
  console.log(secret);
}

function readEnd(ends: string): Date {
  const end = new Date(ends);
  if (Number.isNaN(end.getTime())) throw new Failure(`${ends} is no date, as in 2027-01-01`);
  if (!isPossibleEnd(end, new Date())) throw new Failure(KEY_PROBLEMS['until-out-of-range']);
  return end;
}
