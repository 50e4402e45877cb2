import { type ApiKeyRow, listApiKeys, organisationExists } from '@adieu/db';
import { publicId } from '@adieu/domain';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { uuidOf } from './uuid-of.ts';

const MOST = 1_000;

/** Prints the keys of an organisation, one a line. */
export async function listKeys(options: { organisation: string; data: string }): Promise<void> {
  const organisationId = uuidOf('org', 'an organisation', options.organisation);
  const { databaseUrl } = await findInstallation(options.data);
  const { rows, hasNext } = await withDatabase(databaseUrl, async ({ sql }) => {
    if (!(await organisationExists(sql, organisationId)))
      throw new Failure(`there is no organisation ${options.organisation}`);
    return listApiKeys(sql, organisationId, { first: MOST, after: null, accountId: null });
  });
  const now = new Date();
  for (const row of rows) console.log(lineOf(row, now));
  if (hasNext) console.log(`and more: these are the newest ${MOST}`);
}

/** Id, state, what it gives, last use, name. */
function lineOf(key: ApiKeyRow, now: Date): string {
  const gives = key.role ?? key.uses.join(' ');
  const where = key.accountId === null ? '' : ` in ${publicId('account', key.accountId)}`;
  const used = key.lastUsedAt === null ? 'never used' : `used ${minute(key.lastUsedAt)}`;
  return [publicId('key', key.id), stateOf(key, now), gives + where, used, key.name].join('  ');
}

function stateOf({ revokedAt, expiresAt }: ApiKeyRow, now: Date): string {
  if (revokedAt !== null) return `revoked ${minute(revokedAt)}`;
  if (expiresAt === null) return 'works';
  return `${expiresAt <= now ? 'ended' : 'works until'} ${minute(expiresAt)}`;
}

const minute = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');
