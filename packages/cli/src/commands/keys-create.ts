import { createApiKey, findAccount, organisationExists, type Sql } from '@adieu/db';
import { isPossibleEnd, KEY_PROBLEMS, type KeyUse, type Role } from '@adieu/domain';
import { createKeySecret } from '@adieu/keys';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { uuidOf } from './uuid-of.ts';

export interface CreateKeyOptions {
  readonly organisation: string;
  readonly name: string;
  readonly role?: Role;
  readonly use?: readonly KeyUse[];
  readonly account?: string;
  readonly ends?: string;
  readonly data: string;
}

/** Makes a key for whoever has the database, who has all there is to give; shows it this once. */
export async function createKey(options: CreateKeyOptions): Promise<void> {
  const { role = null, use = [], account, ends } = options;
  if ((role === null) === (use.length === 0)) throw new Failure(KEY_PROBLEMS['role-or-uses']);
  const name = options.name.trim();
  if (name === '') throw new Failure('a key needs a name');
  const organisationId = uuidOf('org', 'an organisation', options.organisation);
  const accountId = account === undefined ? null : uuidOf('account', 'an account', account);
  if (role === 'OPERATOR' && accountId !== null)
    throw new Failure('an operator’s key is of no account');
  const expiresAt = ends === undefined ? null : readEnd(ends);
  const { databaseUrl } = await findInstallation(options.data);
  const secret = await withDatabase(databaseUrl, async ({ sql }) => {
    if (!(await organisationExists(sql, organisationId)))
      throw new Failure(`there is no organisation ${options.organisation}`);
    if (accountId !== null && (await findAccount(sql, organisationId, accountId)) === null)
      throw new Failure(`the organisation has no account ${account}`);
    const uses = [...new Set(use)];
    return makeApiKey(sql, { organisationId, name, role, uses, accountId, expiresAt });
  });
  console.log(secret);
}

/** Makes a key; gives the secret, of which the database keeps the hash. */
export async function makeApiKey(
  sql: Sql,
  key: Omit<Parameters<typeof createApiKey>[1], 'keyHash' | 'createdBy'>,
): Promise<string> {
  const { secret, hash } = createKeySecret(key.role ?? null);
  await createApiKey(sql, {
    ...key,
    keyHash: hash,
    createdBy: { kind: 'SYSTEM', name: 'adieu keys' },
  });
  return secret;
}

function readEnd(ends: string): Date {
  const end = new Date(ends);
  if (Number.isNaN(end.getTime())) throw new Failure(`${ends} is no date, as in 2027-01-01`);
  if (!isPossibleEnd(end, new Date())) throw new Failure(KEY_PROBLEMS['until-out-of-range']);
  return end;
}
