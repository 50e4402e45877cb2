import { type ApiKeyRow, listApiKeys } from '@adieu/db';
import { publicId } from '@adieu/domain';
import { findInstallation, withDatabase } from './connection.ts';
import { type OfOrganisation, theOrganisation } from './the-organisation.ts';

const MOST = 1_000;

/** Prints the keys of an organisation, one a line. */
export async function listKeys({ organisation, data }: OfOrganisation): Promise<void> {
  const { databaseUrl } = await findInstallation(data);
  const { rows, hasNext } = await withDatabase(databaseUrl, async ({ sql }) => {
    const organisationId = await theOrganisation(sql, organisation);
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
